"""When a lesson may come: at its moment, at most one in two weeks, and to who wants any."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from storage.mentoring.training import AGAIN, LEFT, NONE, OUTSIDE, WISHES, Taken

APART = timedelta(days=14)
APART_AFTER_NONE = timedelta(days=28)  # the last was left, or not answered
OVER = timedelta(days=3)  # then nobody waits for an answer any more
NEW = 3  # so many meetings two people are new to each other
AT = time(10)
BEFORE = timedelta(days=2)  # a meeting, at which that lesson comes
SOON = timedelta(hours=2)  # after a meeting was booked that is nearer
ENOUGH = timedelta(hours=3)  # before a meeting, to have read it
MISSED_AFTER, MISSED_UNTIL = timedelta(days=1), timedelta(days=7)
GOAL_AFTER, GOAL_UNTIL = timedelta(days=2), timedelta(days=21)
ENDING_BEFORE, ENDING_UNTIL = timedelta(days=28), timedelta(days=3)


class Span(NamedTuple):
    """From when a lesson may come, and when its moment has passed."""

    at: datetime
    until: datetime


def before_meeting(slot: str, zone: str, now: datetime) -> Span | None:
    """Two days before, or soon after it was booked; not where there is no time to read it."""
    until = datetime.fromisoformat(slot) - ENOUGH
    at = max(_at(local(datetime.fromisoformat(slot) - BEFORE, zone)), now + SOON)
    return _within(Span(at, until), zone)


def after_missed(zone: str, now: datetime) -> Span | None:
    return _within(Span(_at(local(now + MISSED_AFTER, zone)), now + MISSED_UNTIL), zone)


def after_meeting(zone: str, now: datetime) -> Span | None:
    """Two who have met may look for a goal."""
    return _within(Span(_at(local(now + GOAL_AFTER, zone)), now + GOAL_UNTIL), zone)


def before_ending(until: str, zone: str, now: datetime) -> Span | None:
    """Four weeks before the last day, or now where that is nearer."""
    last = datetime.combine(date.fromisoformat(until), AT, local(now, zone).tzinfo)
    return _within(Span(max(_at(last - ENDING_BEFORE), now), last - ENDING_UNTIL), zone)


def _at(there: datetime) -> datetime:
    return there.replace(hour=AT.hour, minute=0, second=0, microsecond=0).astimezone(UTC)


def _within(span: Span, zone: str) -> Span | None:
    at = quiet_hours.within(span.at, zone)
    return Span(at, span.until) if at < span.until else None


def next_at(taken: Sequence[Taken]) -> datetime | None:
    """When the next lesson may come, by the ones before; None: at once."""
    sent = [one for one in taken if one.what not in (OUTSIDE, *WISHES)]
    if not sent:
        return None
    ignored = sent[-1].answer in ("", LEFT)
    return sent[-1].at + (APART_AFTER_NONE if ignored else APART)


def wanted(taken: Sequence[Taken]) -> bool:
    """Whether they would still like lessons: the newest wish holds."""
    wishes = [one.what for one in taken if one.what in (NONE, AGAIN)]
    return not wishes or wishes[-1] == AGAIN
