"""How well concerns are heard: files of texts, one JSON object a line, each scanned and scored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import thread_time

from assistant.commands.scoring import examples, grouped, percent, shares, slowness, speed
from assistant.safeguarding import About, Concern, Doubt, scan
from assistant.understanding import patterns

ORDINARY = "ordinary"
HEARD = 95.0  # per cent of the concerns, at least
PAGED, ASKED = 1.0, 3.0  # per cent of the ordinary texts, at most
MEDIAN, WORST = 0.03, 3.0  # milliseconds
TIMES = 3  # that each text is scanned; the fastest counts


class Score(StrEnum):
    """What came of a text."""

    PAGED = "paged"
    ASKED = "asked"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Text:
    """What somebody wrote, of which kind it is, and whom it names: a concern, or ordinary."""

    language: str
    text: str
    kind: str = ORDINARY
    about: str = ""
    other: str = ""  # the name of the other side


@dataclass(frozen=True)
class Result:
    """What was heard in a text, and in how many milliseconds."""

    text: Text
    heard: Concern | Doubt | None
    took: float

    @property
    def score(self) -> Score:
        match self.heard:
            case Concern():
                return Score.PAGED
            case Doubt():
                return Score.ASKED
        return Score.NOTHING

    @property
    def right(self) -> bool:
        return (self.score is Score.NOTHING) == (self.text.kind == ORDINARY)

    @property
    def misplaced(self) -> bool:
        """Whether the other side is named and not heard to be, or the reverse."""
        if not self.heard or not self.text.about:
            return False
        return (self.heard.about is About.OTHER_SIDE) != (self.text.about == About.OTHER_SIDE)


def score(path: Path) -> list[Result]:
    """Every text of a file, scanned."""
    some = list(texts(path))
    scan("")  # the tables are built at the first text, not at every one
    return [_scanned(one) for one in some]


def report(results: Sequence[Result]) -> Iterator[str]:
    """What was heard wrongly, the three numbers by kind and language, the speed."""
    for one in results:
        if not one.right or one.misplaced:
            told = f"  {one.heard.kind}, {one.heard.about}: {one.heard.words}" if one.heard else ""
            text = one.text
            yield f"{one.score:<8} {text.language}  {text.kind:<11} {text.text!r}{told}"
    for kind, some in grouped(results, lambda one: one.text.kind).items():
        for language, few in grouped(some, lambda one: one.text.language).items():
            yield f"{kind:<12} {language}   {counted(few)}"
        yield f"{kind:<12} all  {counted(some)}"
    for concern in (True, False):
        if some := [one for one in results if (one.text.kind != ORDINARY) == concern]:
            yield f"{'concerns' if concern else 'ordinary'}: {counted(some)}"
    yield speed([one.took for one in results], "text")


def counted(results: Sequence[Result]) -> str:
    """The three numbers."""
    return f"{len(results):>4} texts: {shares(results, [*Score])}"


def failings(results: Sequence[Result]) -> list[str]:
    """Which bars are missed."""
    found = []
    concerns = [one for one in results if one.text.kind != ORDINARY]
    ordinary = [one for one in results if one.text.kind == ORDINARY]
    if concerns and 100 - percent(concerns, Score.NOTHING) < HEARD:
        found.append(f"less than {HEARD:g} % of the concerns are heard")
    if ordinary and percent(ordinary, Score.PAGED) > PAGED:
        found.append(f"more than {PAGED:g} % of the ordinary texts page somebody")
    if ordinary and percent(ordinary, Score.ASKED) > ASKED:
        found.append(f"more than {ASKED:g} % of the ordinary texts are asked about")
    return [*found, *slowness([one.took for one in ordinary], "text", MEDIAN, WORST)]


def texts(path: Path) -> Iterator[Text]:
    """Those of a file."""
    return examples(path, _text, "text")


def _text(row: Mapping[str, str]) -> Text:
    return Text(
        row["lang"],
        row["text"],
        row.get("kind", ORDINARY),
        row.get("about", ""),
        row.get("other", ""),
    )


def _scanned(text: Text) -> Result:
    others = [text.other] if text.other else []
    heard = scan(text.text, others)
    return Result(text, heard, min(_timed(text.text, others) for _ in range(TIMES)))


def _timed(text: str, others: Sequence[str]) -> float:
    """Milliseconds that a text takes which nothing else has read yet."""
    patterns.words.cache_clear()
    patterns.fold.cache_clear()
    started = thread_time()
    scan(text, others)
    return (thread_time() - started) * 1000
