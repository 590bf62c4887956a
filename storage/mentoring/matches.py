"""Matches: who is together with whom, and the meeting they speak of."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    exists,
    insert,
    literal_column,
    or_,
    select,
    union,
)

from storage import bulk
from storage.among import among
from storage.mentoring.offers import OFFERED
from storage.tables import Json, Match, Meeting, Person, table

T, M, P = table(Match), table(Meeting), table(Person)
S = T.alias("theirs")
# Who has just left may still come back, unless the other side has been told by acting meanwhile.
_LATELY: list[ColumnElement[str]] = [literal_column("'left'"), literal_column("'closed'")]
# Who has opted out may come back for longer.
_STOPPED: ColumnElement[str] = literal_column("'stopped'")
# Each by an index of its own: an OR of them is read from end to end.
_THEIRS = union(
    select(S.c.id).where(among(S.c.mentor_id, "people"), S.c.closed_at.is_(None)),
    select(S.c.id).where(among(S.c.mentee_id, "people"), S.c.closed_at.is_(None)),
    select(S.c.id).where(
        S.c.closed_at > bindparam("stopped_since"),
        or_(
            S.c.state == _STOPPED, and_(S.c.closed_at > bindparam("since"), S.c.state.in_(_LATELY))
        ),
        or_(among(S.c.mentor_id, "people"), among(S.c.mentee_id, "people")),
    ),
)
_LOCKED = (
    select(T.c.id)
    .where(T.c.id.in_(_THEIRS), or_(T.c.closed_at.is_(None), T.c.state.in_([*_LATELY, _STOPPED])))
    .order_by(T.c.id)
    .with_for_update(of=T, key_share=True)
)
_LAST = M.alias("last")
_LAST_PLACE = (
    select(_LAST.c.place)
    .where(_LAST.c.match_id == T.c.id, _LAST.c.booked_at.is_not(None))
    .order_by(_LAST.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_OTHER = T.alias("other")
_ELSEWHERE = exists().where(
    _OTHER.c.mentee_id == T.c.mentee_id,
    _OTHER.c.id != T.c.id,
    _OTHER.c.closed_at.is_(None),
    _OTHER.c.state != OFFERED,
)
_OWN = ("id", "programme_id", "mentor_id", "mentee_id", "reason", "opened_at", "closed_at", "state")
_READ = (
    select(
        *(T.c[name] for name in _OWN),
        T.c.quiet,
        T.c.last_on,
        M.c.id.label("meeting_id"),
        M.c.state.label("meeting_state"),
        M.c.by,
        M.c.starts,
        M.c.zone,
        M.c.place,
        _LAST_PLACE.label("last_place"),
        _ELSEWHERE.label("elsewhere"),
        T.c.reasons,
        T.c.stage,
        T.c.answer_by,
        M.c.began_at,
        M.c.ends_at,
        M.c.longer_at,
        T.c.series,
    )
    .select_from(T)
    .outerjoin(M, and_(M.c.match_id == T.c.id, M.c.closed_at.is_(None)))
    .where(among(T.c.id, "ids"))
    .order_by(T.c.id)
)
_SIDES = select(P.c.id, P.c.name, P.c.language, P.c.zone, P.c.stopped_at, P.c.paused_until).where(
    among(P.c.id, "people")
)
Kept = Sequence[Sequence[object]]  # reasons, as they are kept for any reader


class OpenMatch(NamedTuple):
    """A match and the meeting that is spoken of in it, if any."""

    id: int
    programme_id: int
    mentor_id: int
    mentee_id: int
    reason: str
    opened_at: datetime
    closed_at: datetime | None
    state: str
    quiet: str  # who has switched texts off
    last_on: str | None
    meeting_id: int | None
    meeting_state: str | None
    by: str | None
    starts: str | None
    zone: str | None
    place: str | None
    last_place: str | None
    elsewhere: bool  # whether the mentee has another mentor by now
    reasons: Kept | None = None  # instead of a reason in words
    stage: str = ""
    answer_by: datetime | None = None
    began_at: datetime | None = None  # of a meeting by text
    ends_at: datetime | None = None
    longer_at: datetime | None = None
    series: Json | None = None


class Side(NamedTuple):
    """One of the two people of a match."""

    id: int
    name: str | None
    language: str
    zone: str
    stopped_at: datetime | None
    paused_until: datetime | None


class NewMatch(NamedTuple):
    """Two people whom a coordinator would bring together: the mentor is asked."""

    programme_id: int
    mentor_id: int
    mentee_id: int
    reason: str
    paired_by: int
    opened_at: datetime
    state: str = "offered"
    reasons: Kept | None = None
    stage: str = ""


class ChangedMatch(NamedTuple):
    """How a match stands now, and since when it is closed if it is."""

    id: int
    state: str
    closed_at: datetime | None


_CHANGED = bulk.changing(T, ChangedMatch._fields)
# Opened again only where no other mentor has been found meanwhile.
_OPENED = _CHANGED.where(~_ELSEWHERE)


def lock(
    db: Connection, people: Sequence[int], left_since: datetime, stopped_since: datetime
) -> list[int]:
    """Lock the open matches of these people, and those that somebody left lately, by id: only
    this waits for other turns, and always in one order, so nothing can deadlock."""
    given = {"people": people, "since": left_since, "stopped_since": stopped_since}
    return list(db.execute(_LOCKED, given).scalars())


def read(db: Connection, ids: Sequence[int]) -> list[OpenMatch]:
    return [OpenMatch._make(row) for row in db.execute(_READ, {"ids": ids}).all()]


def sides(db: Connection, people: Sequence[int]) -> dict[int, Side]:
    return {row.id: Side._make(row) for row in db.execute(_SIDES, {"people": people}).all()}


def open_of(db: Connection, people: Sequence[int]) -> list[int]:
    """The open matches of these people."""
    either = or_(T.c.mentor_id.in_(people), T.c.mentee_id.in_(people))
    return list(db.execute(select(T.c.id).where(either, T.c.closed_at.is_(None))).scalars())


def open_(db: Connection, rows: Sequence[NewMatch]) -> list[int]:
    """Matches that are offered; their ids, in this order."""
    adding = insert(T).returning(T.c.id, sort_by_parameter_order=True)
    return list(db.execute(adding, [row._asdict() for row in rows]).scalars())


def change(db: Connection, rows: Sequence[ChangedMatch]) -> None:
    """Close matches, or open them again."""
    closed = [row for row in rows if row.closed_at is not None]
    opened = [row for row in rows if row.closed_at is None]
    for statement, some in ((_CHANGED, closed), (_OPENED, opened)):
        if some:
            bulk.update(db, statement, some)
