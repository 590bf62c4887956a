"""The audience of a broadcast: who is in it, and who could be reached now."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
    true,
)

from storage.desk import Of
from storage.people import worlds
from storage.people.participants import AGREED
from storage.tables import (
    Address,
    Broadcast,
    Feedback,
    Match,
    Message,
    Participant,
    Person,
    Recipient,
    Status,
    table,
)

A, B, C, T = table(Address), table(Feedback), table(Broadcast), table(Match)
M, N, P, R = table(Message), table(Participant), table(Person), table(Recipient)

ROLES = {"mentees": ("mentee",), "mentors": ("mentor",)}
DAY, WEEK = timedelta(hours=20), timedelta(days=7)  # the hours of a day are eleven

# The address at which a person can be reached, from which they wrote last; none while it is not
# known whether it is still theirs.
NEWEST = (
    select(A.c.id)
    .where(A.c.person_id == P.c.id, A.c.unreachable_at.is_(None), A.c.doubted_at.is_(None))
    .order_by(func.coalesce(A.c.heard_at, A.c.created_at).desc(), A.c.id.desc())
    .limit(1)
    .correlate(P)
    .scalar_subquery()
)
_OUT: ColumnElement[str] = literal_column("'out'")


# For whom a broadcast waits that was approved before.
_WAITED_FOR = (
    select(R.c.person_id)
    .join(C, C.c.id == R.c.broadcast_id)
    .where(R.c.state == literal_column("'waiting'"), C.c.state == literal_column("'sending'"))
)


class Group(NamedTuple):
    """People of an audience who are alike in all that a preview tells."""

    zone: str
    language: str
    channel: str | None  # None: nobody can reach them
    stopped: bool
    paused: bool
    spent: bool  # they have had what a day or a week may bring
    people: int


def groups(db: Connection, of: Of, audience: str, now: datetime) -> list[Group]:
    """An audience by what a preview tells of it, counted by the database."""
    columns = (
        P.c.zone.label("zone"),
        P.c.language.label("language"),
        A.c.channel.label("channel"),
        P.c.stopped_at.is_not(None).label("stopped"),
        is_paused(now).label("paused"),
        _spent(now).label("spent"),
    )
    each = (
        select(*columns)
        .select_from(P)
        .outerjoin(A, A.c.id == NEWEST)
        .where(is_in(of, audience))
        .subquery()
    )
    query = select(*each.c, func.count()).group_by(*each.c)
    return [Group._make(row) for row in db.execute(query)]


def is_in(of: Of, audience: str) -> ColumnElement[bool]:
    in_world = worlds.of(P.c.id, of.simulated)
    if audience == "unmet":
        return and_(in_world, _unmet(of.programme))
    enrolled = exists().where(
        N.c.person_id == P.c.id,
        N.c.programme_id == of.programme,
        N.c.state.in_(AGREED),
        N.c.role.in_(ROLES.get(audience, ("mentee", "mentor"))),
    )
    return and_(in_world, enrolled)


def _unmet(programme: int) -> ColumnElement[bool]:
    # Only who met is asked how useful it was.
    met = exists().where(
        B.c.match_id == T.c.id, B.c.about.like("meeting:%"), B.c.rating.is_not(None)
    )
    return exists().where(
        or_(T.c.mentor_id == P.c.id, T.c.mentee_id == P.c.id),
        T.c.programme_id == programme,
        T.c.closed_at.is_(None),
        T.c.state == "active",
        ~met,
    )


def is_paused(now: datetime) -> ColumnElement[bool]:
    return case((P.c.paused_until > now, true()), else_=false())


def _spent(now: datetime) -> ColumnElement[bool]:
    """Whether the frequency cap of a day or a week leaves nothing for them, or what waits for
    them already takes it."""
    counted = (
        M.c.person_id == P.c.id,
        M.c.direction == _OUT,
        M.c.priority > literal_column("0"),
        M.c.kind.not_in(("reminder", "relayed")),
        M.c.status.not_in((Status.SUPPRESSED, Status.EXPIRED, Status.FAILED)),
    )
    week = (
        select(func.count(M.c.due_at.distinct()))  # said at once: once
        .select_from(M)
        .where(*counted, M.c.due_at > now - WEEK)
        .correlate(P)
        .scalar_subquery()
    )
    day = exists().where(*counted, M.c.due_at > now - DAY).correlate(P)
    return or_(day, week >= case((P.c.fewer, 1), else_=3), P.c.id.in_(_WAITED_FOR))
