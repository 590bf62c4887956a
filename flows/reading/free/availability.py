"""When somebody is usually free, in their own words: "weekends, or tuesday after 4"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from flows.reading.free import freehours, freetimes, weeks
from flows.reading.free.freehours import DAY, Hours
from flows.reading.free.sorting import EVERY_DAY, grouped
from flows.reading.replies import RECENT, Unclear


@dataclass(frozen=True, order=True)
class Window:
    """Hours of a weekday, Monday being 0, in which somebody is usually free."""

    weekday: int
    start: time
    end: time


@lru_cache(RECENT)
def availability(text: str, language: str) -> tuple[Window, ...]:
    """The hours of a week meant, in order, none within another; unclear when there are none."""
    facts = freetimes.find(weeks.read(text, language))
    wanted, refused = grouped(facts)
    free = [each for group in wanted for each in group.windows(EVERY_DAY)]
    if refused and not wanted:
        if any(fact.kind == "taken" for fact in facts):
            raise Unclear(text)  # "I work until 5" does not say that the rest is free
        free = [(day, DAY) for day in range(7)]
    known = {day for day, _ in free}
    free += [
        (day, DAY)
        for group in refused
        if group.partly() and not group.taken
        for day in group.days - known
    ]
    for day, hours in (each for group in refused for each in group.windows(EVERY_DAY)):
        free = [kept for each in free for kept in _without(each, day, hours)]
    windows = _merged(free)
    if not windows:
        raise Unclear(text)
    return tuple(windows)


def _without(each: tuple[int, Hours], day: int, hours: Hours) -> Iterable[tuple[int, Hours]]:
    at, (start, end) = each
    if at != day or hours[1] <= start or end <= hours[0]:
        return [each]
    kept = [(start, hours[0]), (hours[1], end)]
    return [(at, left) for left in kept if left[0] < left[1]]


def _merged(free: Iterable[tuple[int, Hours]]) -> list[Window]:
    windows: list[Window] = []
    for day, (start, end) in sorted((day, freehours.clipped(hours)) for day, hours in free):
        if start >= end:
            continue
        before = windows[-1] if windows else None
        if before and before.weekday == day and start <= before.end:
            windows[-1] = Window(day, before.start, max(before.end, end))
        else:
            windows.append(Window(day, start, end))
    return windows
