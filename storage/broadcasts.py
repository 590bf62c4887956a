"""Broadcasts: their audience, what is fed into the outbox, and what has become of everybody."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    case,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)

from storage import bulk
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

AGREED = ("consented", "ready")
ROLES = {"mentees": ("mentee",), "mentors": ("mentor",)}
OPEN = (Status.QUEUED, Status.SENDING, Status.UNKNOWN)
DAY, WEEK = timedelta(hours=20), timedelta(days=7)  # the hours of a day are eleven

_NEWEST = (
    select(func.max(A.c.id))
    .where(A.c.person_id == P.c.id, A.c.unreachable_at.is_(None))
    .correlate(P)
    .scalar_subquery()
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


class Waiting(NamedTuple):
    """A recipient whose time has come."""

    id: int
    broadcast_id: int
    person_id: int
    address_id: int | None
    zone: str
    fewer: bool
    stopped_at: datetime | None
    paused_until: datetime | None
    channel: str | None
    sender: str | None
    text: str


class Running(NamedTuple):
    """A broadcast that is under way or held."""

    id: int
    programme_id: int
    state: str


def groups(db: Connection, programme: int, audience: str, now: datetime) -> list[Group]:
    """An audience by what a preview tells of it, counted by the database."""
    columns = (
        P.c.zone.label("zone"),
        P.c.language.label("language"),
        A.c.channel.label("channel"),
        P.c.stopped_at.is_not(None).label("stopped"),
        _paused(now).label("paused"),
        _spent(now).label("spent"),
    )
    each = (
        select(*columns)
        .select_from(P)
        .outerjoin(A, A.c.id == _NEWEST)
        .where(_in_audience(programme, audience))
        .subquery()
    )
    query = select(*each.c, func.count()).group_by(*each.c)
    return [Group._make(row) for row in db.execute(query)]


def start(db: Connection, row: Mapping[str, Any], now: datetime) -> int:
    """Add a broadcast and, in one statement, everybody it goes to."""
    values = {**row, "state": "sending", "created_at": now}
    added = insert(C).values(values).returning(C.c.id)
    broadcast = int(db.execute(added).scalar_one())
    why = case(
        (P.c.stopped_at.is_not(None), "stopped"),
        (_NEWEST.is_(None), "unreachable"),
        (_paused(now), "paused"),
        else_="",
    )
    everybody = select(
        literal(broadcast),
        P.c.id,
        _NEWEST,
        case((why == "", "waiting"), else_="suppressed"),
        why,
        literal(now, type_=R.c.due_at.type),
    ).where(_in_audience(row["programme_id"], row["audience"]))
    columns = ["broadcast_id", "person_id", "address_id", "state", "code", "due_at"]
    db.execute(insert(R).from_select(columns, everybody))
    return broadcast


def waiting(db: Connection, now: datetime, most: int) -> list[Waiting]:
    """Claim the recipients whose time has come, of broadcasts that are not held."""
    query = (
        select(R.c.id)
        .join(C, C.c.id == R.c.broadcast_id)
        .where(R.c.state == "waiting", R.c.due_at <= now, C.c.state == "sending")
        .order_by(R.c.due_at, R.c.id)
        .limit(most)
        .with_for_update(of=R, key_share=True, skip_locked=True)
    )
    ids = list(db.execute(query).scalars())
    if not ids:
        return []
    columns = (R.c.id, R.c.broadcast_id, R.c.person_id, R.c.address_id)
    more = (
        P.c.zone,
        P.c.fewer,
        P.c.stopped_at,
        P.c.paused_until,
        A.c.channel,
        A.c.sender,
        C.c.text,
    )
    read = (
        select(*columns, *more)
        .select_from(R)
        .join(C, C.c.id == R.c.broadcast_id)
        .join(P, P.c.id == R.c.person_id)
        .outerjoin(A, A.c.id == R.c.address_id)
        .where(R.c.id.in_(ids))
        .order_by(R.c.id)
    )
    return [Waiting._make(row) for row in db.execute(read)]


def feed(db: Connection, fed: Sequence[Waiting], rows: Sequence[Mapping[str, Any]]) -> None:
    """Put recipients' messages into the outbox."""
    if fed:
        db.execute(update(R).where(R.c.id.in_([one.id for one in fed])).values(state="fed"))
        bulk.insert(db, M, rows)


def put_off(db: Connection, recipient: int, due_at: datetime) -> None:
    db.execute(update(R).where(R.c.id == recipient).values(due_at=due_at))


def suppress(db: Connection, recipient: int, code: str) -> None:
    values = {"state": "suppressed", "code": code}
    db.execute(update(R).where(R.c.id == recipient).values(values))


def wait_again(db: Connection, now: datetime, most: int) -> int:
    """What did not leave within its hours waits for the next ones, as if it had not been fed."""
    late = (
        select(M.c.id, M.c.broadcast_id, M.c.person_id)
        .where(M.c.broadcast_id.is_not(None), M.c.status == Status.EXPIRED)
        .limit(most)
        .with_for_update(of=M, key_share=True, skip_locked=True)
    )
    rows = db.execute(late).all()
    for row in rows:
        theirs = (R.c.broadcast_id == row.broadcast_id, R.c.person_id == row.person_id)
        db.execute(update(R).where(*theirs).values(state="waiting", due_at=now))
    if rows:
        db.execute(delete(M).where(M.c.id.in_([row.id for row in rows])))
    return len(rows)


def running(db: Connection, coordinators: Sequence[int]) -> dict[int, Running]:
    """The newest broadcast of each coordinator, while it is under way or held."""
    newest = select(func.max(C.c.id)).where(C.c.coordinator_id.in_(coordinators))
    query = select(C.c.coordinator_id, C.c.id, C.c.programme_id, C.c.state).where(
        C.c.id.in_(newest.group_by(C.c.coordinator_id)), C.c.state.in_(("sending", "held"))
    )
    return {
        row.coordinator_id: Running(row.id, row.programme_id, row.state)
        for row in db.execute(query)
    }


def change(db: Connection, broadcast: int, of: int, state: str) -> None:
    """Hold a broadcast, let it go on, or drop what has not left yet."""
    mine = (C.c.id == broadcast, C.c.coordinator_id == of, C.c.state.in_(("sending", "held")))
    changed = db.execute(update(C).where(*mine).values(state=state))
    if changed.rowcount and state == "dropped":
        theirs = (R.c.broadcast_id == broadcast, R.c.state == "waiting")
        db.execute(update(R).where(*theirs).values(state="suppressed", code="dropped"))
        queued = (M.c.broadcast_id == broadcast, M.c.status == Status.QUEUED)
        values = {"status": Status.SUPPRESSED, "code": "dropped"}
        db.execute(update(M).where(*queued).values(values))


def finish(db: Connection) -> None:
    """A broadcast is done when nothing of it can leave any more."""
    more = exists().where(R.c.broadcast_id == C.c.id, R.c.state == "waiting")
    open_ = exists().where(M.c.broadcast_id == C.c.id, M.c.status.in_(OPEN))
    db.execute(update(C).where(C.c.state == "sending", ~more, ~open_).values(state="done"))


def progress(db: Connection, broadcast: int, now: datetime) -> Counter[str]:
    """How many of an audience stand where: always all of them.

    waiting, deferred, queued, sending, unknown, sent, delivered, failed, suppressed.
    """
    later = case((R.c.due_at > now, "deferred"), else_="waiting")
    known = case((M.c.status == Status.EXPIRED, "deferred"), else_=M.c.status)
    stands = case((R.c.state == "fed", known), (R.c.state == "waiting", later), else_="suppressed")
    query = (
        select(stands, func.count())
        .select_from(R)
        .outerjoin(M, (M.c.broadcast_id == R.c.broadcast_id) & (M.c.person_id == R.c.person_id))
        .where(R.c.broadcast_id == broadcast)
        .group_by(stands)
    )
    return Counter({str(state): count for state, count in db.execute(query)})


def reached(db: Connection, people: Sequence[int], since: datetime) -> dict[int, int]:
    """Whose broadcast these people had last, if since then: the coordinator of each person."""
    newest = (
        select(func.max(M.c.id))
        .where(
            M.c.person_id.in_(people),
            M.c.direction == "out",
            M.c.priority > 0,
            M.c.broadcast_id.is_not(None),
            M.c.sent_at > since,
        )
        .group_by(M.c.person_id)
    )
    query = (
        select(M.c.person_id, C.c.coordinator_id)
        .join(C, C.c.id == M.c.broadcast_id)
        .where(M.c.id.in_(newest))
    )
    return {person: coordinator for person, coordinator in db.execute(query)}


def _in_audience(programme: int, audience: str) -> ColumnElement[bool]:
    enrolled = exists().where(
        N.c.person_id == P.c.id,
        N.c.programme_id == programme,
        N.c.state.in_(AGREED),
        N.c.role.in_(ROLES.get(audience, ("mentee", "mentor"))),
    )
    if audience != "unmet":
        return enrolled
    # Only who met is asked how useful it was.
    met = exists().where(
        B.c.match_id == T.c.id, B.c.about.like("meeting:%"), B.c.rating.is_not(None)
    )
    return exists().where(
        or_(T.c.mentor_id == P.c.id, T.c.mentee_id == P.c.id),
        T.c.programme_id == programme,
        T.c.closed_at.is_(None),
        ~met,
    )


def _paused(now: datetime) -> ColumnElement[bool]:
    return case((P.c.paused_until > now, true()), else_=false())


def _spent(now: datetime) -> ColumnElement[bool]:
    """Whether the budget of a day or a week leaves nothing for them."""
    counted = (
        M.c.person_id == P.c.id,
        M.c.direction == "out",
        M.c.priority > 0,
        M.c.kind != "reminder",
        M.c.status.not_in((Status.SUPPRESSED, Status.EXPIRED, Status.FAILED)),
    )
    week = (
        select(func.count())
        .select_from(M)
        .where(*counted, M.c.due_at > now - WEEK)
        .correlate(P)
        .scalar_subquery()
    )
    day = exists().where(*counted, M.c.due_at > now - DAY).correlate(P)
    return or_(day, week >= case((P.c.fewer, 1), else_=3))
