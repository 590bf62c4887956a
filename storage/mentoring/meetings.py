"""Meetings of a match: proposed, booked, and how each ended."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, literal_column, select

from storage import bulk
from storage.among import among
from storage.tables import Meeting, table

M = table(Meeting)

_OVER = select(M.c.match_id, M.c.starts_at).where(
    among(M.c.match_id, "ids"),
    M.c.state == literal_column("'over'"),
    M.c.starts_at > bindparam("since"),
)


class NewMeeting(NamedTuple):
    """A meeting to be added: proposed, or booked already."""

    match_id: int
    state: str
    by: str  # the role of who proposed it
    starts: str  # the wall time in `zone`
    zone: str
    starts_at: datetime
    place: str
    created_at: datetime
    booked_at: datetime | None


class BookedMeeting(NamedTuple):
    """A proposed meeting that is agreed on."""

    id: int
    state: str
    booked_at: datetime


class ClosedMeeting(NamedTuple):
    """How a meeting ended."""

    id: int
    state: str
    closed_at: datetime


_BOOKED = bulk.changing(M, BookedMeeting._fields)
_CLOSED = bulk.changing(M, ClosedMeeting._fields)


def propose(db: Connection, rows: Sequence[NewMeeting]) -> None:
    bulk.insert(db, M, rows)


def book(db: Connection, rows: Sequence[BookedMeeting]) -> None:
    bulk.update(db, _BOOKED, rows)


def close(db: Connection, rows: Sequence[ClosedMeeting]) -> None:
    bulk.update(db, _CLOSED, rows)


def over(db: Connection, matches: Sequence[int], since: datetime) -> dict[int, list[datetime]]:
    """When the meetings of these matches were that are over, since then."""
    found: dict[int, list[datetime]] = defaultdict(list)
    for match, at in db.execute(_OVER, {"ids": matches, "since": since}).all():
        found[match].append(at)
    return found
