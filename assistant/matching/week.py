"""When people are free, as quarters of an hour of a week in UTC, and back in a zone's own hours."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from functools import lru_cache

from assistant.rendering.translations import LANGUAGES
from flows import reading
from flows.reading import Unclear, Window

QUARTER = 15  # minutes
DAY = 24 * 60 // QUARTER
WEEK = 7 * DAY
HOUR = 60 // QUARTER
_ALL = (1 << WEEK) - 1


@lru_cache(maxsize=8192)
def read(words: str, language: str) -> int:
    """The quarters of a week that somebody's words mean, one bit each; 0 where they mean none.
    They may have been written in another language than is read now."""
    for each in dict.fromkeys((language, *LANGUAGES)):
        try:
            return of(reading.availability(words, each))
        except Unclear:
            continue
    return 0


def of(windows: Iterable[Window]) -> int:
    """Only whole quarters count."""
    free = 0
    for one in windows:
        first = one.weekday * DAY - (-_minutes(one.start) // QUARTER)
        last = one.weekday * DAY + _minutes(one.end) // QUARTER
        if last > first:
            free |= (1 << last) - (1 << first)
    return free


def in_utc(free: int, offset: int) -> int:
    """The same week by the clock of UTC, `offset` minutes behind theirs."""
    return _turned(free, -round(offset / QUARTER))


def at_home(free: int, offset: int) -> int:
    """A week of UTC by the clock of a zone."""
    return _turned(free, round(offset / QUARTER))


def windows(free: int) -> list[Window]:
    """The hours of a week as weekdays with a start and an end."""
    return [
        Window(first // DAY, _time(first % DAY), _time(last % DAY or DAY))
        for first, last in _runs(free)
    ]


def written(free: int) -> tuple[str, ...]:
    """As they are kept: "1 16:00 18:00"."""
    return tuple(f"{one.weekday} {one.start:%H:%M} {one.end:%H:%M}" for one in windows(free))


def restored(kept: Sequence[str]) -> tuple[Window, ...]:
    parts = (one.split() for one in kept)
    return tuple(
        Window(int(day), time.fromisoformat(start), time.fromisoformat(end))
        for day, start, end in parts
    )


def hours(free: int) -> float:
    return free.bit_count() / HOUR


def _turned(free: int, by: int) -> int:
    by %= WEEK
    return ((free << by) | (free >> (WEEK - by))) & _ALL


def _runs(free: int) -> Iterator[tuple[int, int]]:
    """Where each run begins and ends; midnight ends one."""
    while free:
        first = (free & -free).bit_length() - 1
        busy = ~(free >> first)
        last = first + (busy & -busy).bit_length() - 1
        last = min(last, first - first % DAY + DAY)
        yield first, last
        free &= -1 << last


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(quarters: int) -> time:
    """Midnight at the end of a day is its last minute."""
    if quarters == DAY:
        return time(23, 59)
    return time(*divmod(quarters * QUARTER, 60))
