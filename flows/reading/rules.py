"""Patterns over the kinds of signs, one letter to a kind, matched as a regular expression."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from string import ascii_letters
from typing import Generic, TypeVar

from flows.reading import words
from flows.reading.lexicon import Sign

KINDS = tuple(
    words.spellings(
        "number, ordinal, year, month, weekday, day, part, unit, feast, clock, iso, numeric, ampm, "
        "now, next, coming, this, last, in, ago, later, end, start, middle, eod, at, on, by, of, "
        "a, couple, half, quarter, past, to, less, and, hour, or, not, every, zone, comma, sep, "
        "stop, word"
    )
)
# Kinds that only hold a phrase together, that tell a time, and that count something.
SMALL = frozenset({"of", "on", "by", "at", "comma", "sep", "stop", "in", "or", "past"})
TIMELY = frozenset({"clock", "weekday", "part", "ampm", "hour", "numeric"})
HOURLY = TIMELY | {"number", "half", "quarter", "past", "later", "to", "less", "and"}
COUNTED = frozenset({"unit", "later", "hour", "ampm", "half", "quarter"})
# Words that may follow a bare number which is a day or an hour.
LINKS = frozenset(
    words.spellings(
        "with, and, please, pls, then, if, because, cos, so, or, works, is, was, suits, "
        "good, fine, ok, okay, would, instead, better, plutot, mejor, melhor, "
        "con, avec, com, y, et, e, si, se, me, nos, great"
    )
)
# Before a name, not a day: "soy Domingo".
TITLES = frozenset(
    words.spellings(
        "mr, mrs, ms, miss, sr, sra, don, soy, llamo, appelle, mappelle, chamo, sou, called, named"
    )
)
SHAPES = 1024  # rows of kinds of which it is kept where rules fit: most replies are of a few
T = TypeVar("T")
_LETTERS: Mapping[str, str] = dict(zip(KINDS, ascii_letters, strict=False))
_ITEM = re.compile(r"([!=<]?)(?:(\w+):)?([\w|]+)([?*]?)")


@dataclass(frozen=True)
class Asked:
    """When and how somebody speaks: now, in their zone, and whether 6/30 is in June."""

    now: datetime
    month_first: bool = False
    english: bool = True
    meets: bool = False  # a time to meet: nobody means four in the morning

    @property
    def today(self) -> date:
        return self.now.date()


@dataclass(frozen=True)
class Match:
    """Where a pattern fits, and the signs it names."""

    signs: Sequence[Sign]
    first: int
    after: int
    named: Mapping[str, Sign]

    def number(self, name: str) -> int:
        """The number a named sign stands for."""
        value = self.named[name].value
        return value if isinstance(value, int) else 0

    def before(self) -> Sign:
        """The sign that stands before, or an end."""
        return self.signs[self.first - 1] if self.first else _EDGE

    def alone(self) -> bool:
        """Whether nothing else is said."""
        others = (*self.signs[: self.first], *self.signs[self.after :])
        return all(sign.kind == "stop" for sign in others)

    def dated(self) -> bool:
        """Whether a day is said, too."""
        return any(sign.kind in {"weekday", "day"} for sign in self.signs)

    def following(self) -> Sign:
        """The sign that comes next, or an end."""
        return self.signs[self.after] if self.after < len(self.signs) else _EDGE


def timely(others: Sequence[Sign]) -> bool:
    """Whether nothing but times of day is said, or nothing at all: "at quarter to 8"."""
    kinds = {sign.kind for sign in others}
    told = kinds & {"at", "clock", "part", "hour", "ampm", "to"}
    return kinds <= SMALL | TIMELY or (bool(told) and kinds <= SMALL | HOURLY)


_EDGE = Sign("edge")


def steps(rel: Sign) -> int:
    """How many weeks or months away "next" and "last" are."""
    return {"next": 1, "last": -1}.get(rel.kind, 0)


def letters(signs: Sequence[Sign]) -> str:
    """The kinds of the signs, a letter each."""
    return "".join(_LETTERS[sign.kind] for sign in signs)


class Rules(Generic[T]):
    """Patterns, and what each leads to.

    A pattern is a row of kinds: `a|b` either, `name:a` to be named, `a?` perhaps, `a*` up to four,
    `!a` not followed by, `=a` followed by, `<a` preceded by.
    """

    def __init__(self, rules: Iterable[tuple[str, T]]) -> None:
        self._patterns, self._ends = zip(*rules, strict=True)

    def fitting(self, signs: Sequence[Sign], spelt: str) -> Iterator[tuple[Match, T]]:
        """Where each rule fits, rule by rule."""
        for rule, first, after, places in _places(self._patterns, spelt):
            named = {name: signs[place] for name, place in places}
            yield Match(signs, first, after, named), self._ends[rule]


@lru_cache(SHAPES)
def _places(
    patterns: tuple[str, ...], spelt: str
) -> tuple[tuple[int, int, int, tuple[tuple[str, int], ...]], ...]:
    """Which pattern fits from where to where, and where the signs stand that it names."""
    return tuple(
        (rule, found.start(), found.end(), _named(found))
        for rule, pattern in enumerate(patterns)
        for found in _compiled(pattern).finditer(spelt)
    )


def _named(found: re.Match[str]) -> tuple[tuple[str, int], ...]:
    return tuple((name, found.start(name)) for name, text in found.groupdict().items() if text)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(shape(pattern))


def shape(pattern: str) -> str:
    """The pattern as a regular expression over letters."""
    return "".join(_item(item) for item in pattern.split())


def _item(item: str) -> str:
    match = _ITEM.fullmatch(item)
    if not match:
        raise ValueError(f"not a pattern: {item}")
    look, name, kinds, times = match.groups()
    letter = "[" + "".join(_LETTERS[kind] for kind in kinds.split("|")) + "]"
    if look:
        return {"!": "(?!", "=": "(?=", "<": "(?<="}[look] + letter + ")"
    return (f"(?P<{name}>{letter})" if name else letter) + times.replace("*", "{0,4}")
