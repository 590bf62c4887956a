"""Broadcasts: their audience, what is fed into the outbox, and what has become of everybody."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    true,
    update,
)

from storage import bulk
from storage.among import among
from storage.desk import Of
from storage.people import worlds
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


_OUT: ColumnElement[str] = literal_column("'out'")
_WAITING: ColumnElement[str] = literal_column("'waiting'")
_EXPIRED: ColumnElement[str] = literal_column("'expired'")
_DEFERRED: ColumnElement[str] = literal_column("'deferred'")
# Ids first and then by ids, as in `messages`.
_DUE = (
    select(R.c.id)
    .join(C, C.c.id == R.c.broadcast_id)
    .where(
        R.c.state == _WAITING,
        R.c.due_at <= bindparam("now"),
        C.c.state == literal_column("'sending'"),
    )
    .order_by(R.c.due_at, R.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=R, key_share=True, skip_locked=True)
)
_READ = (
    select(
        R.c.id,
        R.c.broadcast_id,
        R.c.person_id,
        A.c.id.label("address_id"),
        P.c.zone,
        P.c.fewer,
        P.c.stopped_at,
        P.c.paused_until,
        exists()
        .where(
            N.c.person_id == P.c.id,
            N.c.programme_id == C.c.programme_id,
            N.c.state.in_([literal_column(f"'{state}'") for state in AGREED]),
        )
        .label("agreed"),
        A.c.channel,
        A.c.sender,
        C.c.text,
    )
    .select_from(R)
    .join(C, C.c.id == R.c.broadcast_id)
    .join(P, P.c.id == R.c.person_id)
    .outerjoin(A, A.c.id == _NEWEST)  # where they can be reached now
    .where(among(R.c.id, "ids"))
    .order_by(R.c.id)
)
_RECIPIENT = update(R).where(R.c.id == bindparam("recipient"))
_PUT_OFF = _RECIPIENT.values(due_at=bindparam("at"))
_SUPPRESSED = _RECIPIENT.values(state=literal_column("'suppressed'"), code=bindparam("why"))
_LATE = (
    select(M.c.id, M.c.broadcast_id, M.c.person_id, C.c.state)
    .join(C, C.c.id == M.c.broadcast_id)
    .where(M.c.broadcast_id.is_not(None), M.c.status == _EXPIRED)
    .order_by(M.c.id)
    .limit(bindparam("most"))
    # The broadcast too: it may be dropped at this very moment.
    .with_for_update(of=[M, C], key_share=True, skip_locked=True)
)
_AGAIN = (
    update(R)
    .where(R.c.broadcast_id == bindparam("broadcast"), R.c.person_id == bindparam("person"))
    .values(state=bindparam("now_is"), code=bindparam("why"), due_at=bindparam("at"))
)
_STANDS = case(
    # What did not leave in time waits again, as soon as the clock has looked at it.
    (
        R.c.state == literal_column("'fed'"),
        case((M.c.status == _EXPIRED, _DEFERRED), else_=M.c.status),
    ),
    (R.c.state == _WAITING, case((R.c.due_at > bindparam("now"), _DEFERRED), else_=_WAITING)),
    else_=literal_column("'suppressed'"),
)
_PROGRESS = (
    select(_STANDS.label("stands"), func.count())
    .select_from(R)
    .outerjoin(M, and_(M.c.broadcast_id == R.c.broadcast_id, M.c.person_id == R.c.person_id))
    .where(R.c.broadcast_id == bindparam("broadcast"))
    .group_by(literal_column("stands"))
)
_REACHED = (
    select(M.c.person_id, func.max(M.c.id))
    .where(
        among(M.c.person_id, "people"),
        M.c.direction == _OUT,
        M.c.priority > literal_column("0"),
        M.c.broadcast_id.is_not(None),
        M.c.sent_at > bindparam("since"),
    )
    .group_by(M.c.person_id)
)
_BY = (
    select(M.c.person_id, C.c.coordinator_id, C.c.programme_id)
    .join(C, C.c.id == M.c.broadcast_id)
    .where(among(M.c.id, "ids"))
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
    agreed: bool
    channel: str | None
    sender: str | None
    text: str


class Writer(NamedTuple):
    """The coordinator who wrote to many, and for which programme."""

    coordinator_id: int
    programme_id: int


class Running(NamedTuple):
    """A broadcast that is under way or held."""

    id: int
    programme_id: int
    state: str


def groups(db: Connection, of: Of, audience: str, now: datetime) -> list[Group]:
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
        .where(_in_audience(of, audience))
        .subquery()
    )
    query = select(*each.c, func.count()).group_by(*each.c)
    return [Group._make(row) for row in db.execute(query)]


def start(db: Connection, row: Mapping[str, Any], now: datetime) -> int:
    """Add a broadcast and, in one statement, everybody it goes to."""
    values = {**row, "state": "sending", "created_at": now}
    at_phone = bool(worlds.simulated(db, [row["coordinator_id"]]))
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
    ).where(_in_audience(Of(row["programme_id"], at_phone), row["audience"]))
    columns = ["broadcast_id", "person_id", "address_id", "state", "code", "due_at"]
    db.execute(insert(R).from_select(columns, everybody))
    return broadcast


def waiting(db: Connection, now: datetime, most: int) -> list[Waiting]:
    """Claim the recipients whose time has come, of broadcasts that are not held."""
    ids = list(db.execute(_DUE, {"now": now, "most": most}).scalars())
    if not ids:
        return []
    return [Waiting._make(row) for row in db.execute(_READ, {"ids": ids})]


def feed(db: Connection, fed: Sequence[Waiting], rows: Sequence[Mapping[str, Any]]) -> None:
    """Put recipients' messages into the outbox."""
    if fed:
        db.execute(update(R).where(R.c.id.in_([one.id for one in fed])).values(state="fed"))
        bulk.insert(db, M, [{**row, "turn_at": row["due_at"]} for row in rows])


def put_off(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Recipients' time has not come yet: `recipient`, `at`."""
    bulk.update(db, _PUT_OFF, rows)


def suppress(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Recipients never get it: `recipient`, `why`."""
    bulk.update(db, _SUPPRESSED, rows)


def wait_again(db: Connection, now: datetime, most: int) -> int:
    """What did not leave within its hours waits for the next ones, as if it had not been fed."""
    late = db.execute(_LATE, {"most": most}).all()
    if not late:
        return 0
    again = [
        {"broadcast": row.broadcast_id, "person": row.person_id, "at": now}
        | {"now_is": "suppressed" if row.state == "dropped" else "waiting"}
        | {"why": "dropped" if row.state == "dropped" else ""}
        for row in late
    ]
    bulk.update(db, _AGAIN, again)
    db.execute(delete(M).where(M.c.id.in_([row.id for row in late])))
    # It failed at the handset after all the others had it.
    done = [row.broadcast_id for row in late if row.state == "done"]
    if done:
        db.execute(update(C).where(C.c.id.in_(done)).values(state="sending"))
    return len(late)


def running(
    db: Connection, coordinators: Sequence[int], programme: int
) -> dict[int, list[Running]]:
    """What each coordinator has under way or held in a programme; what is held comes first."""
    query = (
        select(C.c.coordinator_id, C.c.id, C.c.programme_id, C.c.state)
        .where(
            C.c.coordinator_id.in_(coordinators),
            C.c.programme_id == programme,
            C.c.state.in_(("sending", "held")),
        )
        .order_by(C.c.state, C.c.id.desc())
    )
    found: dict[int, list[Running]] = defaultdict(list)
    for coordinator, *one in db.execute(query):
        found[coordinator].append(Running(*one))
    return found


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
    more = exists().where(R.c.broadcast_id == C.c.id, R.c.state == _WAITING)
    ends = (*OPEN, Status.EXPIRED)  # an expired one waits again at the next step
    open_ = exists().where(M.c.broadcast_id == C.c.id, M.c.status.in_(ends))
    db.execute(update(C).where(C.c.state == "sending", ~more, ~open_).values(state="done"))


def progress(db: Connection, broadcast: int, now: datetime) -> Counter[str]:
    """How many of an audience stand where: always all of them.

    waiting, deferred, queued, sending, unknown, sent, delivered, failed, suppressed.
    """
    counted = db.execute(_PROGRESS, {"broadcast": broadcast, "now": now})
    return Counter({str(state): count for state, count in counted})


def reached(db: Connection, people: Sequence[int], since: datetime) -> dict[int, Writer]:
    """Whose broadcast these people had last, if since then."""
    newest = [row[1] for row in db.execute(_REACHED, {"people": people, "since": since})]
    if not newest:
        return {}
    rows = db.execute(_BY, {"ids": newest})
    return {person: Writer(coordinator, programme) for person, coordinator, programme in rows}


def _in_audience(of: Of, audience: str) -> ColumnElement[bool]:
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
        ~met,
    )


def _paused(now: datetime) -> ColumnElement[bool]:
    return case((P.c.paused_until > now, true()), else_=false())


def _spent(now: datetime) -> ColumnElement[bool]:
    """Whether the budget of a day or a week leaves nothing for them, as `budget` has it."""
    counted = (
        M.c.person_id == P.c.id,
        M.c.direction == _OUT,
        M.c.priority > literal_column("0"),
        M.c.kind != "reminder",
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
    return or_(day, week >= case((P.c.fewer, 1), else_=3))
