"""The reviewed phrases of a language, as docs/safeguarding.md explains their form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from assistant.safeguarding.concerns import Kind
from assistant.understanding import patterns

MOST_WAYS = 200  # of saying one phrase
GAP = 3  # words that ~ may stand for
LONGEST = 24  # words of a phrase, gaps too
CHECKED = 4096  # words that are remembered as plain ones while tables are read

_SLOT = re.compile(r"([A-Z]+)\s*=\s*(.*)")
_SECTION = re.compile(r"\[([a-z_ ]+?)(?:: (page|ask))?\]")


class PhraseError(Exception):
    """A line of a table that cannot be read."""


class Level(StrEnum):
    """What follows from a phrase; an ordinary one hides what it overlaps."""

    PAGE = "page"
    ASK = "ask"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a phrase: any of these, any at all where there are none."""

    words: frozenset[str]
    optional: bool = False

    def takes(self, word: str) -> bool:
        return word in self.words if self.words else word != patterns.BREAK


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying something, word by word."""

    level: Level
    kind: Kind | None
    steps: tuple[Step, ...]
    written: str

    def start(self, said: Sequence[str], end: int) -> int:
        """Where the widest of what ends there as this phrase begins."""
        places = {end}
        for step in reversed(self.steps):
            moved = {place - 1 for place in places if place and step.takes(said[place - 1])}
            places = places | moved if step.optional else moved
        return min(places)

    def names(self, said: Sequence[str]) -> bool:
        """Whether each of these is a word of the phrase, and none only fills a gap."""
        return all(any(word in step.words for step in self.steps) for word in said)


@dataclass(frozen=True, slots=True)
class Table:
    """What one file holds; the lists are of words."""

    phrases: list[Phrase] = field(default_factory=list)
    lists: dict[str, set[str]] = field(default_factory=dict)
    respelt: list[tuple[str, str]] = field(default_factory=list)

    def words(self, *, concerns: bool = False) -> set[str]:
        """The words of its phrases, or of those alone that are concerns."""
        some = (one for one in self.phrases if not concerns or one.kind)
        return {word for phrase in some for step in phrase.steps for word in step.words}


LISTS = ("pronouns", "people", "other side", "laughing", "hedging", "no slips", "glued", "everyday")


def read(path: Path) -> Table:
    """A table in a file."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(text: str, name: str = "phrases") -> Table:
    """A table in a text; a programme's own phrases have the same form."""
    table, slots, section = Table(), dict[str, tuple[str, ...]](), ("", "")
    for number, line in enumerate(text.splitlines(), 1):
        written = line.partition("#")[0].strip()
        try:
            if found := _SECTION.fullmatch(written):
                section = (found[1], found[2] or "")
            elif found := _SLOT.fullmatch(written):
                slots[found[1]] = tuple(_entries(found[2], slots))
            elif written:
                _add(table, section, written, slots)
        except (KeyError, ValueError) as error:
            raise PhraseError(f"{name}:{number}: {error}: {written}") from error
    return table


def _add(
    table: Table, section: tuple[str, str], written: str, slots: Mapping[str, tuple[str, ...]]
) -> None:
    name, level = section
    if name == "spelt":
        sound, _, other = written.partition(" ")
        table.respelt.append((sound, other.strip()))
    elif name in LISTS:
        table.lists.setdefault(name, set()).update(_entries(written, slots))
    else:
        kind = None if name == "ordinary" else Kind(name)
        ways = _ways(written.split(), slots)
        table.phrases.extend(Phrase(Level(level or name), kind, way, written) for way in ways)


def _entries(written: str, slots: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The words of a list; a slot within it stands for its own."""
    for entry in written.split():
        if entry.isupper():
            yield from slots[entry]
        else:
            yield _folded(entry)


@cache
def _folded(entry: str) -> str:
    return patterns.fold(entry)


def _ways(tokens: Sequence[str], slots: Mapping[str, tuple[str, ...]]) -> list[tuple[Step, ...]]:
    """Every way of saying a phrase: entries of several words make ways of their own."""
    choices = [_choices(token, slots) for token in tokens]
    ways = [tuple(step for part in way for step in part) for way in product(*choices)]
    if len(ways) > MOST_WAYS:
        raise ValueError(f"more than {MOST_WAYS} ways")
    if not all(any(not step.optional for step in way) for way in ways):
        raise ValueError("every word may be left out")
    if max(map(len, ways)) > LONGEST:
        raise ValueError(f"longer than {LONGEST} words")
    return [_trimmed(way) for way in ways]


def _trimmed(way: tuple[Step, ...]) -> tuple[Step, ...]:
    """From the first to the last word that must be there."""
    needed = [place for place, step in enumerate(way) if not step.optional]
    return way[needed[0] : needed[-1] + 1]


def _choices(token: str, slots: Mapping[str, tuple[str, ...]]) -> list[tuple[Step, ...]]:
    if token == "~":
        return [(Step(frozenset(), optional=True),) * GAP]
    if token in {".", ".?"}:
        return [(Step(frozenset({patterns.BREAK}), token == ".?"),)]
    optional, token = token.endswith("?"), token.rstrip("?")
    entries = [entry for part in token.split("/") for entry in _entries(part, slots)]
    single = frozenset(entry for entry in entries if "_" not in entry)
    if wrong := [one for entry in entries for one in entry.split("_") if not _is_word(one)]:
        raise ValueError(f"{wrong[0]!r} is no plain word")
    found: list[tuple[Step, ...]] = [(Step(single, optional),)] if single else []
    for entry in entries:
        if "_" in entry:
            found.append(tuple(Step(frozenset({word}), optional) for word in entry.split("_")))
    return found


@lru_cache(CHECKED)
def _is_word(word: str) -> bool:
    return patterns.words(word) == (word,)
