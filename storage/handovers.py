"""Handovers: what waits for the coordinators of a programme."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from storage.tables import Handover, table

H = table(Handover)


def add(db: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Put things on the coordinators' lists; their ids, in this order."""
    adding = insert(H).returning(H.c.id, sort_by_parameter_order=True)
    return [int(one) for one in db.execute(adding, rows).scalars()]


def oldest(db: Connection, most: int) -> list[dict[str, Any]]:
    """What waits, in all programmes, oldest first."""
    waiting = select(H).where(H.c.closed_at.is_(None)).order_by(H.c.id).limit(most)
    return [dict(row) for row in db.execute(waiting).mappings()]


def close(db: Connection, handovers: Sequence[int], now: datetime) -> None:
    done = (H.c.id.in_(handovers), H.c.closed_at.is_(None))
    db.execute(update(H).where(*done).values(closed_at=now))
