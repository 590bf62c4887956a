"""Partings: which matches a coordinator has ended, and why."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage import bulk
from storage.tables import Match, Parting, table

P, T = table(Parting), table(Match)


class NewParting(NamedTuple):
    """A match is ended, for a reason that only coordinators see."""

    match_id: int
    parted_by: int
    safety: bool
    reason: str
    created_at: datetime


class Parted(NamedTuple):
    """Two people who were together, and why they are not any more."""

    mentor_id: int
    mentee_id: int
    safety: bool
    reason: str
    created_at: datetime


def add(db: Connection, rows: Sequence[NewParting]) -> None:
    bulk.insert(db, P, rows)


def of(db: Connection, mentees: Collection[int]) -> list[Parted]:
    """The partings of these mentees, oldest first."""
    query = (
        select(T.c.mentor_id, T.c.mentee_id, P.c.safety, P.c.reason, P.c.created_at)
        .join(T, T.c.id == P.c.match_id)
        .where(T.c.mentee_id.in_(mentees))
        .order_by(P.c.id)
    )
    return [Parted._make(row) for row in db.execute(query)]
