"""What a coordinator sees from their phone: what waits, who is ready, who has room."""

from collections.abc import Collection
from datetime import datetime, timedelta
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

from storage.mentoring.agreements import ASKED
from storage.mentoring.offers import OFFERED
from storage.people import worlds
from storage.tables import (
    AgreementVersion,
    Handover,
    Invitation,
    Json,
    Match,
    Meeting,
    Participant,
    Person,
    Role,
    table,
)

H, T, N, P = table(Handover), table(Match), table(Participant), table(Person)
I = table(Invitation)  # noqa: E741 - as the other tables' letters
G, V = table(Meeting), table(AgreementVersion)

O = T.alias("found")  # noqa: E741 - as the other tables' letters

MOST = 500  # things of a list
STALE = timedelta(days=30)
_MOOT = ("stopped_on_hold", "offer_silent")
_OFF = ("declined", "offer_off")  # of which a mentee waits on
# By how much harm may come of their waiting; whatever is not named here is only news.
HARM = (
    ("worry",),
    ("low", "call", "switch", "exit_low", "need", "no_show", "complaint", "held", *_MOOT),
    (
        *("ask", "unclear", "reply", "relay", "fault", "age", "no_answer", "pause", *_OFF),
        *("second_age", "form", "guardian_silent", "guardian_call", "guardian_ended"),
        *("guardian_shared", "phone_stopped", "unreached", "terms", "ward_silent"),
        *("story", "story_nameless", "story_back"),
    ),
)
NEWS = (
    *("difference", "fall", "wrong_person", "under_age", "stopped", "returned", "left"),
    *("guardian_no", "shared", "terms_silent", "more_time", "exit", "follow_up"),
)
# What is nothing any more once the two are not together.
OF_A_MATCH = (
    *("low", "switch", "no_answer", "no_show", "difference", "fall", "pause", "returned"),
    *("terms", "terms_silent", "more_time"),
)
OF_AN_OFFER = (*_OFF, "offer_silent")
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
    columns = (H.c.id, H.c.programme_id, H.c.person_id, H.c.match_id, H.c.kind, H.c.text)
    of_people = (P.c.name, P.c.zone, P.c.stopped_at, T.c.mentor_id, T.c.mentee_id)
    query = (
        select(*columns, H.c.created_at, *of_people)
        .select_from(H)
        .join(P, P.c.id == H.c.person_id)
        .outerjoin(T, T.c.id == H.c.match_id)
        .where(_of(of), H.c.closed_at.is_(None))
        .where(or_(H.c.id.in_(named), ~or_(*_settled(now))))
        .order_by(_HARM, H.c.id)
        .limit(MOST)
    )
    return [Waiting._make(row) for row in db.execute(query)]


def _settled(now: datetime) -> tuple[ColumnElement[bool], ...]:
    booked = exists().where(
        G.c.match_id == H.c.match_id, G.c.state == "booked", G.c.booked_at > H.c.created_at
    )
    found = exists().where(
        O.c.mentee_id == T.c.mentee_id, O.c.closed_at.is_(None), O.c.state != OFFERED
    )
    versions = exists().where(V.c.match_id == H.c.match_id)
    asked = versions.where(V.c.state == ASKED, V.c.created_at <= H.c.created_at)
    return (
        and_(H.c.kind.in_(("terms", "terms_silent")), versions, ~asked),  # of a version before
        and_(H.c.kind.in_(OF_AN_OFFER), found),
        and_(H.c.kind == "offer_silent", T.c.closed_at.is_not(None)),
        and_(H.c.kind.in_(OF_A_MATCH), T.c.closed_at.is_not(None)),
        and_(H.c.kind == "no_answer", booked),
        and_(H.c.kind == "stopped", P.c.stopped_at.is_(None)),
        and_(H.c.kind.in_(NEWS), H.c.created_at < now - STALE),
    )


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
