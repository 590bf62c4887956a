"""Timers: what is to happen to people later."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

from storage import bulk
from storage.tables import Json, Timer, table

T = table(Timer)

_KNOWN_BY = bulk.Known(("cause",))


class NewTimer(NamedTuple):
    """A timer to be added; `news` is an internal event as it is stored."""

    person_id: int
    cause: str
    due_at: datetime
    news: Json
    waits: bool = False


class _Shifted(NamedTuple):
    id: int
    due_at: datetime


_SHIFTED = bulk.changing(T, _Shifted._fields)


class Due(NamedTuple):
    """A timer whose time has come."""

    id: int
    person_id: int
    cause: str
    due_at: datetime
    news: Json


def add(db: Connection, rows: Sequence[NewTimer]) -> None:
    """Add timers; one whose cause is known already changes nothing."""
    bulk.insert(db, T, rows, _KNOWN_BY)


def drop(db: Connection, people: Sequence[int]) -> None:
    """Nothing more is to happen to these people."""
    db.execute(delete(T).where(T.c.person_id.in_(people)))


def drop_of(db: Connection, causes: Sequence[str]) -> None:
    """What was to come of these causes does not."""
    db.execute(delete(T).where(T.c.cause.in_(causes)))


def shift(
    db: Connection, person: int, by: timedelta, now: datetime, kinds: Collection[str]
) -> None:
    """What is to happen to somebody happens that much later, or sooner; of these kinds of event,
    and sooner also what was put off, which looks again whether it may come."""
    query = select(T.c.id, T.c.due_at, T.c.cause, T.c.news).where(T.c.person_id == person)
    rows = [
        _Shifted(row.id, max(row.due_at + by, now))
        for row in db.execute(query).all()
        if row.news["kind"] in kinds or (by < timedelta(0) and row.cause.startswith("later:"))
    ]
    if rows:
        bulk.update(db, _SHIFTED, rows)


def hurry(db: Connection, people: Sequence[int], now: datetime) -> None:
    """What waited for an open question need not wait any longer."""
    waits = (T.c.person_id.in_(people), T.c.waits.is_(True), T.c.due_at > now)
    db.execute(update(T).where(*waits).values(due_at=now))


def due(db: Connection, now: datetime, most: int) -> list[Due]:
    """Claim the timers whose time has come; who does must keep their internal events as well."""
    query = (
        select(T.c.id, T.c.person_id, T.c.cause, T.c.due_at, T.c.news)
        .where(T.c.due_at <= now)
        .order_by(T.c.due_at, T.c.id)  # what has waited longest comes first
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    found = [Due._make(row) for row in db.execute(query)]
    if found:
        db.execute(delete(T).where(T.c.id.in_([timer.id for timer in found])))
    return found
