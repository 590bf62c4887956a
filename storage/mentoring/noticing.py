"""Open matches that it is time to look at: what the two have done in them, and what was noticed."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, literal_column, or_, select

from storage import bulk
from storage.among import among
from storage.mentoring.relayed import WENT
from storage.tables import Json, Match, Meeting, Relayed, table

M, R, T = table(Meeting), table(Relayed), table(Match)

ACTIVE: ColumnElement[str] = literal_column("'active'")
_WENT: list[ColumnElement[str]] = [literal_column(f"'{state}'") for state in WENT]
_LATER = R.alias("later")


class DueMatch(NamedTuple):
    """A match that it is time to look at."""

    id: int
    programme_id: int
    mentor_id: int
    mentee_id: int
    opened_at: datetime
    noticed: Json | None


class LookedAt(NamedTuple):
    """When a match is looked at again, and what was noticed by then."""

    id: int
    look_at: datetime
    noticed: Json


class Spoken(NamedTuple):
    """A time that was proposed in a match, by the role of who did, and what became of it."""

    match_id: int
    by: str
    state: str
    starts_at: datetime
    created_at: datetime
    booked_at: datetime | None


class Unanswered(NamedTuple):
    """A text after which the other side has written none."""

    match_id: int
    person_id: int
    text: str | None
    created_at: datetime


_DUE = (
    select(*(T.c[name] for name in DueMatch._fields))
    .where(T.c.state == ACTIVE, or_(T.c.look_at.is_(None), T.c.look_at <= bindparam("now")))
    .order_by(T.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=T, key_share=True, skip_locked=True)
)
_LOOKED = bulk.changing(T, LookedAt._fields)
_SPOKEN = (
    select(*(M.c[name] for name in Spoken._fields))
    .where(
        among(M.c.match_id, "ids"),
        or_(M.c.booked_at.is_not(None), M.c.state.in_(("proposed", "dropped"))),
    )
    .order_by(M.c.id)
)
_UNANSWERED = (
    select(*(R.c[name] for name in Unanswered._fields))
    .where(among(R.c.match_id, "ids"), R.c.state.in_(_WENT), R.c.created_at > bindparam("since"))
    .where(
        ~select(_LATER.c.id)
        .where(
            _LATER.c.match_id == R.c.match_id,
            _LATER.c.created_at >= R.c.created_at,
            _LATER.c.person_id != R.c.person_id,
        )
        .exists()
    )
    .order_by(R.c.id)
)


def claim(db: Connection, now: datetime, most: int) -> list[DueMatch]:
    """Those that it is time to look at; who claims them must keep when they are looked at again."""
    return bulk.read(db, _DUE, {"now": now, "most": most}, DueMatch)


def keep(db: Connection, rows: Sequence[LookedAt]) -> None:
    bulk.update_each(db, _LOOKED, rows)


def spoken(db: Connection, matches: Sequence[int]) -> list[Spoken]:
    """The times that were booked in these matches, and those that nobody has answered."""
    return bulk.read(db, _SPOKEN, {"ids": matches}, Spoken)


def unanswered(db: Connection, matches: Sequence[int], since: datetime) -> list[Unanswered]:
    """The texts since then that are the last ones of their match, all by one side."""
    return bulk.read(db, _UNANSWERED, {"ids": matches, "since": since}, Unanswered)
