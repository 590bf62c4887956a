"""What a programme wrote is looked at again: its coordinators hear on the day that is set."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.internal_events import codec
from assistant.internal_events.of_learning import ReviewDue
from assistant.programmes.lessons import written
from assistant.schedule.quiet_hours import local
from storage import timers
from storage.mentoring import matches
from storage.people import participants
from storage.people.programmes import Programme
from storage.timers import NewTimer

MORNING = time(9)


class Review(NamedTuple):
    """When something is to be looked at again; its cause makes it happen once."""

    cause: str
    at: datetime
    event: ReviewDue


def coming(programme: Programme, zone: str, now: datetime) -> Iterator[Review]:
    """Those that are still to come, or are for today, by the clock of that zone."""
    today = local(now, zone)
    for one in written(programme.settings):
        day = date.fromisoformat(one["review"])
        if day >= today.date():
            at = datetime.combine(day, MORNING, today.tzinfo).astimezone(now.tzinfo)
            cause = f"review:{programme.id}:{one['token']}:{day}"
            yield Review(cause, at, ReviewDue(programme.id, one["token"], day.isoformat()))


def plan(db: Connection, programme: Programme, now: datetime) -> None:
    """A programme was added or changed: its coordinators are to hear of each."""
    people = participants.coordinators(db, [programme.id]).get(programme.id, [])
    zones = {key: side.zone for key, side in matches.sides(db, people).items()} if people else {}
    rows = [
        NewTimer(person, f"{one.cause}:{person}", one.at, codec.stored(one.event))
        for person in people
        for one in coming(programme, zones[person], now)
    ]
    if rows:
        timers.add(db, rows)
