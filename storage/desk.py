"""What a coordinator sees from their phone: what waits, who is ready, who has room."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    exists,
    or_,
    select,
)

from storage.mentoring.offers import OFFERED
from storage.mentoring.settled import HARM, settled
from storage.people import worlds
from storage.tables import (
    Handover,
    Invitation,
    Json,
    Match,
    Participant,
    Person,
    Role,
    table,
)

H, T, N, P = table(Handover), table(Match), table(Participant), table(Person)
I = table(Invitation)  # noqa: E741 - as the other tables' letters

MOST = 500  # things of a list
_HARM = case(*((H.c.kind.in_(kinds), rank) for rank, kinds in enumerate(HARM)), else_=len(HARM))


class Of(NamedTuple):
    """Whose desk: that of a programme, among real people or at simulated phones."""

    programme: int
    simulated: bool


class Waiting(NamedTuple):
    """Something on a coordinator's list, and the people it is about."""

    id: int
    programme_id: int | None
    person_id: int
    match_id: int | None
    kind: str
    text: str
    created_at: datetime
    name: str | None
    zone: str
    stopped_at: datetime | None
    mentor_id: int | None
    mentee_id: int | None


class Ready(NamedTuple):
    """A participant who could be brought together with somebody."""

    person_id: int
    name: str | None
    profile: Json


ReadyQuery = Select[tuple[int, str | None, Json]]
_Thing = tuple[int, int | None, int, int | None, str, str, datetime]
WaitingQuery = Select[_Thing]  # and the columns of the people it is about


def has_coordinator(db: Connection, programme: int, now: datetime) -> bool:
    """Whether somebody real runs this programme, or has been asked to and may still come."""
    there = select(N.c.id).where(
        N.c.programme_id == programme,
        N.c.role == Role.COORDINATOR,
        N.c.state != "left",
        worlds.of(N.c.person_id, simulated=False),
    )
    asked = select(I.c.id).where(
        I.c.programme_id == programme, I.c.role == Role.COORDINATOR, I.c.expires_at > now
    )
    return any(db.execute(query.limit(1)).first() for query in (there, asked))


def waiting(db: Connection, of: Of, named: Collection[int], now: datetime) -> list[Waiting]:
    """What waits there, and what is named: the worst first, then what waits longest. What has
    settled itself meanwhile waits no more, nor does news that nobody has looked at for long."""
    return those(db, still(now, named).where(_of(of)))


def anything() -> WaitingQuery:
    """Whatever is open on any list, in that order."""
    things = select(
        H.c.id, H.c.programme_id, H.c.person_id, H.c.match_id, H.c.kind, H.c.text, H.c.created_at
    )
    query: WaitingQuery = (
        things.add_columns(P.c.name, P.c.zone, P.c.stopped_at, T.c.mentor_id, T.c.mentee_id)
        .select_from(H)
        .join(P, P.c.id == H.c.person_id)
        .outerjoin(T, T.c.id == H.c.match_id)
        .where(H.c.closed_at.is_(None))
        .order_by(_HARM, H.c.id)
    )
    return query


def still(now: datetime, named: Collection[int] = ()) -> WaitingQuery:
    """What of it waits now, and what is named; what was put off to a day comes back then."""
    here = or_(H.c.snoozed_until.is_(None), H.c.snoozed_until <= now)
    return anything().where(or_(H.c.id.in_(named), and_(here, ~or_(*settled(now)))))


def put_off(now: datetime) -> WaitingQuery:
    """What of it was put off to a day that has not come, the nearest first."""
    later = and_(H.c.snoozed_until > now, ~or_(*settled(now)))
    return anything().where(later).order_by(None).order_by(H.c.snoozed_until, H.c.id)


def those(db: Connection, query: WaitingQuery) -> list[Waiting]:
    return [Waiting._make(row) for row in db.execute(query.limit(MOST))]


def locked(db: Connection, query: WaitingQuery) -> list[Waiting]:
    """The same, and nobody else settles it before this transaction ends."""
    held = query.with_for_update(of=H, key_share=True)
    return [Waiting._make(row) for row in db.execute(held)]


def ready(db: Connection, of: Of, role: str, now: datetime, most: int) -> list[Ready]:
    """Those who are ready, at no rest, and not brought together with anybody; who waits longest
    comes first.

    Mentors are all listed: how much room one has left, only their profile tells.
    """
    return _read(db, those_ready(of, role, now).limit(most))


def still_ready(
    db: Connection, of: Of, role: str, now: datetime, people: Collection[int]
) -> list[Ready]:
    """Those of these people."""
    return _read(db, those_ready(of, role, now).where(P.c.id.in_(people)))


def _read(db: Connection, query: ReadyQuery) -> list[Ready]:
    return [Ready._make(row) for row in db.execute(query)]


def those_ready(of: Of, role: str, now: datetime) -> ReadyQuery:
    matched = exists().where(T.c.mentee_id == P.c.id, T.c.closed_at.is_(None), T.c.state != OFFERED)
    query = (
        select(P.c.id, P.c.name, N.c.profile)
        .join(N, N.c.person_id == P.c.id)
        .where(
            N.c.programme_id == of.programme,
            worlds.of(P.c.id, of.simulated),
            N.c.role == role,
            N.c.state == "ready",
            P.c.stopped_at.is_(None),
            or_(P.c.paused_until.is_(None), P.c.paused_until <= now),
        )
        .order_by(N.c.id)
    )
    return query.where(~matched) if role == "mentee" else query


def _of(of: Of) -> ColumnElement[bool]:
    # A message that was set aside may come from somebody who is in no programme yet.
    there = or_(H.c.programme_id == of.programme, H.c.programme_id.is_(None))
    return and_(there, worlds.of(H.c.person_id, of.simulated))
