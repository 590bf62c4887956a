"""Lengths of time: from one day to another, as in "two days after Easter", or how long something
lasts, as in "at 5 for an hour"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from flows.reading import rules, words
from flows.reading.lexicon import Sign

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_BEFORE = frozenset(words.spellings("before, b4, antes, antes de, antes del, avant"))
_AFTER = frozenset(words.spellings("after, from, past, apres, despues, depois, a partir de"))
_BESIDE = frozenset(
    words.spellings(
        "the day after, next day, the next day, the following day, el dia siguiente, "
        "dia siguiente, lendemain, le lendemain, o dia seguinte, dia seguinte, no dia seguinte, "
        "the day before, la veille, veille, a vespera, vespera, la vispera, vispera"
    )
)
_LASTING = frozenset(words.spellings("for, por, durante, pour, pendant"))
_COUNTED = re.compile(rules.shape("many:number|a|couple unit:unit link:by|past|later of|on*") + "$")
_FOR = re.compile(rules.shape("for:by number|a|couple|half a? unit:unit|hour"))
_CLOCKED = frozenset({"hour", "minute"})
_NEXT = re.compile(rules.shape("beside:day of|on|at|by*") + "$")


@dataclass(frozen=True)
class Day:
    """A day that was found, where it stands, and whether it was said outright."""

    day: date
    first: int
    after: int
    exact: bool = False
    clock: datetime | None = None


def counted(days: Iterable[Day], signs: Sequence[Sign], spelt: str) -> list[Day]:
    """The days, with those that are counted from the one that follows in its stead."""
    found: list[Day] = []
    for day in days:
        moved = day if day.clock else _moved(day, signs, spelt)
        while found and found[-1].first >= moved.first:
            found.pop()
        found.append(moved)
    return found


def lasting(signs: Sequence[Sign]) -> set[int]:
    """Where it stands how long something lasts."""
    found: set[int] = set()
    for match in _FOR.finditer(rules.letters(signs)):
        led, unit = signs[match.start("for")], signs[match.start("unit")]
        if led.text in _LASTING and unit.value in _CLOCKED:
            found.update(range(match.start(), match.end()))
    return found


def _moved(day: Day, signs: Sequence[Sign], spelt: str) -> Day:
    lead = spelt[max(0, day.first - 8) : day.first]
    start = day.first - len(lead)
    if (match := _COUNTED.search(lead)) and not _lasts(signs, start + match.start()):
        many, unit, link = (signs[start + match.start(name)] for name in ("many", "unit", "link"))
        return _by(
            day, _many(many) * _DAYS.get(str(unit.value), 0) * _way(link), start + match.start()
        )
    if match := _NEXT.search(lead):
        beside = signs[start + match.start("beside")]
        if beside.text in _BESIDE and isinstance(beside.value, int):
            return _by(day, beside.value, start + match.start())
    return day


def _lasts(signs: Sequence[Sign], first: int) -> bool:
    """Whether it is how long: "for 10 days from the 3rd"."""
    return first > 0 and signs[first - 1].text in _LASTING


def _by(day: Day, days: int, first: int) -> Day:
    if not 0 < abs(days) < 400:
        return day
    return replace(day, day=day.day + timedelta(days=days), first=first)


def _many(sign: Sign) -> int:
    value = sign.value if isinstance(sign.value, int) else 0
    return {"a": 1, "couple": 2}.get(sign.kind, value)


def _way(link: Sign) -> int:
    return -1 if link.text in _BEFORE else 1 if link.text in _AFTER else 0
