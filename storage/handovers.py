"""Handovers: what waits for the coordinators of a programme."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from storage import tables
from storage.tables import table

H = table(tables.Handover)


class NewHandover(NamedTuple):
    """Something that is to wait for a coordinator."""

    person_id: int
    kind: str
    text: str
    created_at: datetime
    programme_id: int | None = None
    match_id: int | None = None


class OpenHandover(NamedTuple):
    """Something that waits for a coordinator."""

    id: int
    person_id: int
    kind: str
    text: str
    created_at: datetime


def add(db: Connection, rows: Sequence[NewHandover]) -> list[int]:
    """Put things on the coordinators' lists; their ids, in this order."""
    adding = insert(H).returning(H.c.id, sort_by_parameter_order=True)
    return list(db.execute(adding, [row._asdict() for row in rows]).scalars())


def oldest(db: Connection, most: int) -> list[OpenHandover]:
    """What waits, in all programmes, oldest first."""
    columns = (H.c[name] for name in OpenHandover._fields)
    waiting = select(*columns).where(H.c.closed_at.is_(None)).order_by(H.c.id).limit(most)
    return [OpenHandover._make(row) for row in db.execute(waiting)]


def close(db: Connection, handovers: Sequence[int], now: datetime) -> None:
    done = (H.c.id.in_(handovers), H.c.closed_at.is_(None))
    db.execute(update(H).where(*done).values(closed_at=now))


def lock_open(db: Connection, handovers: Collection[int]) -> set[int]:
    """Those of these that wait still; nobody else settles them before this transaction ends."""
    query = select(H.c.id).where(H.c.id.in_(handovers), H.c.closed_at.is_(None))
    return set(db.execute(query.with_for_update(key_share=True)).scalars())
