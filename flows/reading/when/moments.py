"""A day, a time of day, or both, as somebody says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flows.reading.lexicon import Sign
from flows.reading.replies import Unclear
from flows.reading.rules import Asked
from flows.reading.when import pieces, signs
from flows.reading.when.distances import Day
from flows.reading.when.pieces import Pieces
from flows.reading.when.times import Time


@dataclass(frozen=True)
class Moment:
    """What was said of when: a day, a time, or both, in the person's own zone."""

    day: date | None
    at: time | None
    bare: bool = False  # an hour that may be on either side of noon


def moment(text: str, reference: datetime, language: str, *, month_first: bool = False) -> Moment:
    """The one moment a phrase speaks of; two days, or none, are unclear."""
    found = signs.read(text, language)
    asked = Asked(reference.replace(tzinfo=None), month_first, language.startswith("en"))
    return of(text, pieces.find(text, found, asked), asked)


def of(text: str, read: Pieces, asked: Asked) -> Moment:
    """The moment that the days and the times of a phrase make."""
    day = one_day(text, read.days)
    if day and day.clock:
        return Moment(day.clock.date(), day.clock.time().replace(microsecond=0))
    at = _one_time(text, read.certain())
    if day is None and at is None:
        raise Unclear(text)
    if day is None:
        return _timely(at, asked, read.signs)
    return Moment(_not_gone(day, at, asked, read.signs), at)


def written(found: Moment) -> str:
    """A moment as ISO text: "2026-06-30", "16:00:00", or both with a space between."""
    parts = (found.day and found.day.isoformat(), found.at and found.at.isoformat("seconds"))
    return " ".join(part for part in parts if part)


def one_day(text: str, found: Sequence[Day]) -> Day | None:
    """The one day spoken of, if any; one said outright stands beside "tomorrow"."""
    if len({day.day for day in found}) > 1:
        exact = [day for day in found if day.exact]
        if len(exact) != 1:
            raise Unclear(text)
        return exact[0]
    return max(found, key=lambda day: day.clock is not None) if found else None


def _one_time(text: str, spoken: Sequence[Time]) -> time | None:
    if len({each.at for each in spoken}) > 1:
        raise Unclear(text)
    return spoken[0].at if spoken else None


def _timely(at: time | None, asked: Asked, found: Sequence[Sign]) -> Moment:
    """A time without a day; the end of the day is today's."""
    ends = any(sign.kind == "eod" for sign in found)
    return Moment(asked.today if ends else None, at)


def _not_gone(day: Day, at: time | None, asked: Asked, found: Sequence[Sign]) -> date:
    """A weekday whose hour has passed today is that of next week."""
    only_weekday = day.after - day.first == 1 and found[day.first].kind == "weekday"
    if only_weekday and at and datetime.combine(day.day, at) < asked.now:
        return day.day + timedelta(days=7)
    return day.day
