"""Matches that are offered: the mentor is asked, and agrees."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from storage import bulk
from storage.tables import Match, table

T = table(Match)

OFFERED: ColumnElement[str] = literal_column("'offered'")


class AgreedMatch(NamedTuple):
    """A match to which the mentor has agreed, as it stands since then."""

    id: int
    state: str
    opened_at: datetime


class StagedMatch(NamedTuple):
    """Whose turn it is in an offer, and until when they have time."""

    id: int
    stage: str
    answer_by: datetime | None


class Offer(NamedTuple):
    """A mentor who is asked, and about whom."""

    mentor_id: int
    mentee_id: int


_AGREED = bulk.changing(T, AgreedMatch._fields)
_STAGED = bulk.changing(T, StagedMatch._fields)
# Who is only on a list has not been asked, and is free for others.
LISTED: ColumnElement[str] = literal_column("'listed'")


def agree(db: Connection, rows: Sequence[AgreedMatch]) -> None:
    """Mentors have agreed. Raises IntegrityError where a mentee has another mentor by now."""
    bulk.update(db, _AGREED, rows)


def stage(db: Connection, rows: Sequence[StagedMatch]) -> None:
    """Offers go on, or stand still."""
    bulk.update(db, _STAGED, rows)


def standing(db: Connection, programme: int) -> list[Offer]:
    """Which mentors of a programme are asked just now, and about whom, oldest first."""
    query = (
        select(T.c.mentor_id, T.c.mentee_id)
        .where(T.c.programme_id == programme, T.c.closed_at.is_(None), T.c.state == OFFERED)
        .order_by(T.c.id)
    )
    return [Offer._make(row) for row in db.execute(query)]


def room(db: Connection, programme: int) -> dict[int, int]:
    """How many people each mentor of a programme is there for just now, or asked about."""
    query = (
        select(T.c.mentor_id, func.count())
        .where(T.c.programme_id == programme, T.c.closed_at.is_(None), T.c.stage != LISTED)
        .group_by(T.c.mentor_id)
    )
    return {mentor: count for mentor, count in db.execute(query)}
