"""A carrier says that somebody has stopped."""

from datetime import datetime

from sqlalchemy import Connection

from assistant.internal_events import codec, kinds
from storage import entries, messages, timers
from storage.entries import Entry
from storage.inbox import inside
from storage.people import persons


def record(db: Connection, person: int, message_id: int, now: datetime) -> None:
    """The carrier says so: stopped everywhere, with everything that was to come."""
    persons.stop(db, person, now)
    messages.suppress(db, [person], now)
    timers.drop(db, [person])
    entries.add(db, [Entry(person, now, "stopped by carrier", message_id)])
    # Whoever they were to meet hears of it in a turn of theirs, which nothing answers.
    news = codec.text(kinds.Stopped())
    inside.tell(db, [inside.row(person, None, f"stopped:{message_id}", news, now)])
