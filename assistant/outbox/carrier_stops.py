"""A carrier says that somebody has stopped."""

from datetime import datetime

from sqlalchemy import Connection

from assistant.internal_events import codec, kinds
from storage import entries, messages, timers
from storage.entries import Entry
from storage.inbox import inside
from storage.people import persons, sharing


def record(db: Connection, person: int, message_id: int, now: datetime) -> None:
    """The carrier says so: stopped everywhere, with everything that was to come. A number is a
    number: it holds for all who share it."""
    others = sharing.beside_of(db, person)
    for one in others or [person]:
        _record(db, one, message_id, now, shared=bool(others))


def _record(db: Connection, person: int, message_id: int, now: datetime, *, shared: bool) -> None:
    persons.stop(db, person, now)
    messages.suppress(db, [person], now)
    timers.drop(db, [person])
    entries.add(db, [Entry(person, now, "stopped by carrier", message_id)])
    # Whoever they were to meet hears of it in a turn of theirs, which nothing answers.
    news = codec.text(kinds.Stopped(shared or None))
    cause = f"stopped:{message_id}:{person}" if shared else f"stopped:{message_id}"
    inside.tell(db, [inside.row(person, None, cause, news, now)])
