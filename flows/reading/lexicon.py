"""What the words of a language mean in a date: the tables, turned over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from types import MappingProxyType

from flows.reading import spelling, words
from flows.reading.words.table import Table

Value = int | tuple[int, ...] | str | time | date
BOUND = "bound"  # The value of a word that only bounds a time: "before", "until".
WEEKLY = "weekly"  # The value of "mondays": no day, but all of them.
MARKED = "marked"  # The text of a clock time that knows its side of noon.
_BOUNDING = frozenset({"by", "past", "later"})
_LISTS = frozenset({"doubtful", "bounds"})  # of words that have a kind already


@dataclass(frozen=True, slots=True)
class Sign:
    """A word or number of a phrase: its kind, what it stands for, and how it was typed."""

    kind: str
    value: Value = 0
    text: str = ""
    doubtful: bool = False


@lru_cache(maxsize=8)
def speller(language: str) -> spelling.Speller:
    found = phrases(language).items()
    single = {
        text: tuple((sign.kind, sign.value) for sign in s) for text, s in found if " " not in text
    }
    return spelling.Speller(single)


@lru_cache(maxsize=8)
def months(language: str) -> Mapping[str, int]:
    months: dict[str, int] = {}
    for table in (words.own(language), words.own("en")):
        for number, text in enumerate(table.months, 1):
            for spelling_ in words.spellings(text):
                months.setdefault(spelling_, number)
    return MappingProxyType(months)


@lru_cache(maxsize=8)
def phrases(language: str) -> Mapping[str, tuple[Sign, ...]]:
    """Every phrase of a language, then the English ones that mean nothing else in it."""
    lexicon = dict(_entries(language))
    if words.own(language) is not words.own("en"):
        numbered = (
            words.values(language, "numbers").keys() | words.values(language, "ordinals").keys()
        )
        other = words.foreign(language) | numbered
        english = ((text, found) for text, found in _entries("en") if text not in other)
        for text, found in english:
            lexicon.setdefault(text, found)
    return MappingProxyType(lexicon)


def _entries(language: str) -> Iterator[tuple[str, tuple[Sign, ...]]]:
    """The table turned over; where two entries have a phrase, the later one counts."""
    for sign in _plain(words.own(language), words.values(language, "numbers")):
        yield sign.text, (sign,)
    signs = words.own(language).signs
    weekdays = {name for text in words.own(language).weekdays for name in words.spellings(text)}
    bounds = frozenset(words.spellings(signs["bounds"]))
    for kind, text in signs.items():
        for phrase in words.spellings(text):
            if kind == "by" or kind in _BOUNDING:
                yield phrase, (Sign(kind, BOUND if phrase in bounds else 0, phrase),)
            elif kind == "every":
                yield phrase, (Sign(kind, WEEKLY if phrase[:-1] in weekdays else 0, phrase),)
            elif kind not in _LISTS:
                yield phrase, _special(kind, phrase)
    for sign in _days(words.own(language)):
        yield sign.text, (sign,)


def _plain(table: Table, numbers: Mapping[str, int]) -> Iterator[Sign]:
    for month, text in enumerate(table.months, 1):
        found = (phrase for phrase in words.spellings(text) if phrase not in numbers)
        yield from (Sign("month", month, phrase) for phrase in found)
    for name, text in table.units.items():
        yield from (Sign("unit", name, phrase) for phrase in words.spellings(text))
    for name, text in table.parts.items():
        yield from (Sign("part", name, phrase) for phrase in words.spellings(text))


def _days(table: Table) -> Iterator[Sign]:
    doubtful = set(words.spellings(table.signs["doubtful"]))
    for weekday, text in enumerate(table.weekdays):
        for phrase in words.spellings(text):
            yield Sign("weekday", weekday, phrase, phrase in doubtful)
    for ahead, text in table.days.items():
        yield from (Sign("day", ahead, phrase) for phrase in words.spellings(text))
    for feast, text in table.feasts.items():
        yield from (Sign("feast", feast, phrase) for phrase in words.spellings(text))


def _special(kind: str, phrase: str) -> tuple[Sign, ...]:
    """Words that are more than their kind: "tonight" is a day and a part of it."""
    match kind:
        case "tonight" | "today":
            part = "night" if kind == "tonight" else "morning"
            return (Sign("day", 0, phrase), Sign("part", part, phrase))
        case "lastnight":
            return (Sign("day", -1, phrase), Sign("part", "night", phrase))
        case "noon" | "midnight":
            return (Sign("clock", time(12 if kind == "noon" else 0), MARKED),)
        case "am" | "pm":
            return (Sign("ampm", kind[0], phrase),)
        case "hour":
            return (Sign("hour", "hour", phrase),)
    return (Sign(kind, "day" if phrase == "dia" else 0, phrase),)
