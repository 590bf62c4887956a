"""A series of meetings: one that two people agreed on, or that one of them would like. Pure.

Only its next meeting is ever booked; it is moved or called off like any other, and the series goes
on with the one after it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from flows.lifecycles.meeting import slot_of

WEEK = timedelta(days=7)
LONGEST = 60  # meetings that are looked at for one that can be


@dataclass(frozen=True)
class Series:
    """A meeting at the same wall time of `zone` again and again.

    `every` is how often: "w2" every two weeks, "m1" on the first such weekday of a month, "ml" on
    the last. `last` is the newest meeting of it that was booked, wherever that was moved to.
    """

    every: str
    starts: str
    zone: str
    place: str
    by: str
    last: str = ""
    since: str = ""  # the instant at which both had agreed


@dataclass(frozen=True)
class Regular:
    """The series of two people: the one that stands, and the one that waits for a yes."""

    stands: Series | None = None
    asked: Series | None = None

    def agreed(self, now: datetime) -> "Regular":
        """Both have agreed to the one that waited."""
        if self.asked is None:
            return self
        return Regular(replace(self.asked, last=self.asked.starts, since=now.isoformat()))

    @property
    def at(self) -> str:
        """The instant of its newest meeting, as it is without moving."""
        return slot_of(self.stands.last, self.stands.zone) if self.stands else ""

    def booked(self, wall: str) -> "Regular":
        """Its next meeting is booked."""
        return replace(self, stands=self.stands and replace(self.stands, last=wall))


NONE = Regular()


def rule(every: str, wall: str) -> str:
    """How often, where "m" is the weekday of the month on which it begins."""
    if every != "m":
        return every
    number = nth(date.fromisoformat(wall[:10]))
    return f"m{number}" if number <= 4 else "ml"


def nth(day: date) -> int:
    """Which of its weekday it is in its month."""
    return (day.day - 1) // 7 + 1


def fits(every: str, day: date) -> bool:
    """Whether a day is one of those: the second of its weekday, or the last."""
    if every == "ml":
        return (day + WEEK).month != day.month
    return not every.startswith("m") or every == "m" or nth(day) == int(every[1:])


def after(series: Series, moment: datetime) -> Iterator[str]:
    """Its next meetings that are still to come then, as wall times of its zone."""
    wall = series.last or series.starts
    day, at = date.fromisoformat(wall[:10]), wall[10:]
    step = WEEK * (int(series.every[1:]) if series.every.startswith("w") else 1)
    found = 0
    while found < LONGEST:
        day += step
        wall = f"{day.isoformat()}{at}"
        if fits(series.every, day) and datetime.fromisoformat(slot_of(wall, series.zone)) > moment:
            found += 1
            yield wall
