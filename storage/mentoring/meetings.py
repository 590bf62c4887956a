"""Meetings of a match: proposed, booked, and how each ended."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, literal_column, select

from storage import bulk
from storage.among import among
from storage.tables import Json, Match, Meeting, table

M, T = table(Meeting), table(Match)

OVER, REFUSED, DAY = "over", ("moved", "countered"), "refused day"
_ENDS: list[ColumnElement[str]] = [literal_column(f"'{state}'") for state in (OVER, *REFUSED, DAY)]
_ENDED = select(M.c.match_id, M.c.starts_at, M.c.state).where(
    among(M.c.match_id, "ids"), M.c.state.in_(_ENDS), M.c.starts_at > bindparam("since")
)


class NewMeeting(NamedTuple):
    """A meeting to be added: proposed, booked already, or a day that was refused."""

    match_id: int
    state: str
    by: str  # the role of who proposed it
    starts: str  # the wall time in `zone`
    zone: str
    starts_at: datetime
    place: str
    created_at: datetime
    booked_at: datetime | None
    closed_at: datetime | None = None


class BookedMeeting(NamedTuple):
    """A proposed meeting that is agreed on."""

    id: int
    state: str
    booked_at: datetime


class TextedMeeting(NamedTuple):
    """A meeting by text that has begun, or goes on for longer."""

    id: int
    began_at: datetime | None
    ends_at: datetime | None
    longer_at: datetime | None


class Ended(NamedTuple):
    """A time that two people spoke of: they met then, or one of them could not; or not on that
    day."""

    at: datetime
    over: bool
    day: bool


class ClosedMeeting(NamedTuple):
    """How a meeting ended."""

    id: int
    state: str
    closed_at: datetime


class KeptSeries(NamedTuple):
    """The meetings again and again of a match; None: there are none any more."""

    id: int
    series: Json | None


_SERIES = bulk.changing(T, KeptSeries._fields)
_BOOKED = bulk.changing(M, BookedMeeting._fields)
_CLOSED = bulk.changing(M, ClosedMeeting._fields)
_TEXTED = bulk.changing(M, TextedMeeting._fields)


def propose(db: Connection, rows: Sequence[NewMeeting]) -> None:
    bulk.insert(db, M, rows)


def book(db: Connection, rows: Sequence[BookedMeeting]) -> None:
    bulk.update(db, _BOOKED, rows)


def repeat(db: Connection, rows: Sequence[KeptSeries]) -> None:
    bulk.update(db, _SERIES, rows)


def close(db: Connection, rows: Sequence[ClosedMeeting]) -> None:
    bulk.update(db, _CLOSED, rows)


def text(db: Connection, rows: Sequence[TextedMeeting]) -> None:
    """Meetings by text begin, or go on for longer."""
    bulk.update(db, _TEXTED, rows)


def ended(db: Connection, matches: Sequence[int], since: datetime) -> dict[int, list[Ended]]:
    """The meetings of these matches that are over since then, and the times that one of the two
    has refused."""
    found: dict[int, list[Ended]] = defaultdict(list)
    for match, at, state in db.execute(_ENDED, {"ids": matches, "since": since}).all():
        found[match].append(Ended(at, state == OVER, state == DAY))
    return found
