"""Handovers: what waits for the coordinators of a programme."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select, update

from storage.tables import Handover, table

H = table(Handover)


class OpenHandover(NamedTuple):
    """Something that waits for a coordinator."""

    id: int
    person_id: int
    kind: str
    text: str
    created_at: datetime


def add(db: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Put things on the coordinators' lists; their ids, in this order."""
    adding = insert(H).returning(H.c.id, sort_by_parameter_order=True)
    return [int(one) for one in db.execute(adding, rows).scalars()]


def oldest(db: Connection, most: int) -> list[OpenHandover]:
    """What waits, in all programmes, oldest first."""
    columns = (H.c[name] for name in OpenHandover._fields)
    waiting = select(*columns).where(H.c.closed_at.is_(None)).order_by(H.c.id).limit(most)
    return [OpenHandover._make(row) for row in db.execute(waiting)]


def close(db: Connection, handovers: Sequence[int], now: datetime) -> None:
    done = (H.c.id.in_(handovers), H.c.closed_at.is_(None))
    db.execute(update(H).where(*done).values(closed_at=now))
