"""How well replies are understood: files of cases, one JSON object a line, each read and scored."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from time import thread_time
from zoneinfo import ZoneInfo

from assistant.commands import readers
from assistant.commands.readers import UNCLEAR
from assistant.commands.scoring import examples, grouped, percent, shares, slowness, speed
from storage.tables import Json

MOST_WRONG = 40  # that are listed
MEDIAN, WORST = 1.0, 20.0  # milliseconds


class Score(StrEnum):
    """What became of a case: a wrong answer is worse than asking again."""

    RIGHT = "right"
    ASKED = "asked"
    WRONG = "wrong"


@dataclass(frozen=True)
class Case:
    """A reply, the question it answers, and what it may be read as; "unclear": has to be asked."""

    language: str
    reader: str
    text: str
    accepted: tuple[str, ...]
    reference: datetime | None = None
    sentence: str = ""  # the same, said at greater length
    asking: Score = Score.ASKED  # what it is worth to ask where an answer was accepted


@dataclass(frozen=True)
class Result:
    """What a case was read as, and in how many milliseconds."""

    case: Case
    read: str
    took: float
    by_sentence: bool

    @property
    def score(self) -> Score:
        if self.read in self.case.accepted:
            return Score.RIGHT
        return self.case.asking if self.read == UNCLEAR else Score.WRONG


@dataclass(frozen=True)
class Bar:
    """What a reader has to reach, in per cent."""

    right: float
    wrong: float


BARS: Mapping[str, Bar] = {
    "date": Bar(85, 15),
    "time": Bar(85, 15),
    "datetime": Bar(85, 15),
    "yes-no": Bar(95, 5),
}


def score(path: Path) -> list[Result]:
    """Every case of a file, read."""
    cases = list(examples(path, _case, "case"))
    for first in {(case.language, case.reader): case for case in cases}.values():
        _read(first, "1")  # a language's tables are built at its first reply, not at every one
    gc.collect()  # as `serve` does (assistant.loops.tune): the tables are not looked through
    gc.freeze()  # again and again for what nobody uses any more
    return [_scored(case) for case in cases]


def report(results: Sequence[Result]) -> Iterator[str]:
    """What was wrong, the three numbers by reader and language, the speed, the total."""
    wrong = [result for result in results if result.score is Score.WRONG]
    for one in wrong[:MOST_WRONG]:
        case = one.case
        wanted = " or ".join(case.accepted)
        yield f"wrong  {case.language}  {case.reader}  {case.text!r}: {one.read}, not {wanted}"
    if len(wrong) > MOST_WRONG:
        yield f"... and {len(wrong) - MOST_WRONG} more"
    for reader, some in grouped(results, lambda one: one.case.reader).items():
        for language, few in grouped(some, lambda one: one.case.language).items():
            yield f"{reader:<24} {language}   {counted(few)}"
        yield f"{reader:<24} all  {counted(some)}"
    if any(result.case.sentence for result in results):
        sentences = sum(result.by_sentence for result in results)
        yield f"by sentence: {sentences} of {len(results)}, {100 * sentences / len(results):.1f} %"
    yield speed([result.took for result in results], "reply")
    yield counted(results)


def counted(results: Sequence[Result]) -> str:
    """The three numbers: right, asked again, wrong."""
    return f"{len(results):>5} cases: {shares(results, [*Score])}"


def failings(results: Sequence[Result]) -> list[str]:
    """Which bars are missed."""
    found = []
    for reader, some in grouped(results, lambda one: one.case.reader).items():
        bar = BARS.get(reader)
        if bar and percent(some, Score.RIGHT) < bar.right:
            told = percent(some, Score.RIGHT)
            found.append(f"{reader}: {told:.1f} % right is below {bar.right:g} %")
        if bar and percent(some, Score.WRONG) > bar.wrong:
            told = percent(some, Score.WRONG)
            found.append(f"{reader}: {told:.1f} % wrong is above {bar.wrong:g} %")
    return [*found, *slowness([result.took for result in results], "reply", MEDIAN, WORST)]


def _case(row: Json) -> Case:
    """The keys tell the form of a case."""
    if "value" in row:
        return Case(row["lang"], "yes-no", row["text"], ("yes" if row["value"] else "no",))
    if "reader" in row:
        expected = row["expected"]
        accepted = (expected,) if isinstance(expected, str) else tuple(expected)
        if row["reader"] not in readers.NAMED and not row["reader"].startswith("flow "):
            raise ValueError(row["reader"])
        return Case(row["lang"], row["reader"], row["text"], accepted, _reference(row))
    if "values" not in row:
        return _opting_out(row)
    return Case(
        row["lang"],
        row["kind"],
        row["text"],
        tuple(row["values"]),
        _reference(row),
        row.get("sentence", ""),
    )


def _opting_out(row: Json) -> Case:
    """To be heard, surely or by a question; or not to stop anybody."""
    if row["kind"] == "opt_out":
        return Case(row["lang"], "opting out", row["text"], ("stop",), asking=Score.RIGHT)
    return Case(row["lang"], "not opting out", row["text"], ("nothing",))


def _reference(row: Json) -> datetime | None:
    """The moment at which the reply was written: ISO, perhaps with a zone after a space."""
    if not row.get("reference"):
        return None
    moment, _, zone = row["reference"].partition(" ")
    at = datetime.fromisoformat(moment)
    return at.replace(tzinfo=ZoneInfo(zone)) if zone else at


def _scored(case: Case) -> Result:
    started = thread_time()
    read = _read(case, case.text)
    took = (thread_time() - started) * 1000
    said = _read(case, case.sentence) if case.sentence else read
    return Result(case, read, took, by_sentence=said in case.accepted)


def _read(case: Case, text: str) -> str:
    return readers.read(case.reader, text, case.language, case.reference)
