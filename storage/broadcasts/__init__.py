"""Broadcasts: one text to an audience; started, held, let go on, dropped, done."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, case, exists, insert, literal, literal_column, select, update

from storage.broadcasts import audience
from storage.desk import Of
from storage.people import worlds
from storage.tables import Broadcast, Message, Person, Recipient, Status, table

C, M, P, R = table(Broadcast), table(Message), table(Person), table(Recipient)

OPEN = (Status.QUEUED, Status.SENDING, Status.UNKNOWN)


class NewBroadcast(NamedTuple):
    """A text that a coordinator has approved, and for whom."""

    programme_id: int
    coordinator_id: int
    audience: str
    text: str


class Running(NamedTuple):
    """A broadcast that is under way or held."""

    id: int
    programme_id: int
    state: str


def start(db: Connection, new: NewBroadcast, now: datetime) -> int:
    """Add a broadcast and, in one statement, everybody it goes to."""
    values = {**new._asdict(), "state": "sending", "created_at": now}
    at_phone = bool(worlds.simulated(db, [new.coordinator_id]))
    added = insert(C).values(values).returning(C.c.id)
    broadcast = int(db.execute(added).scalar_one())
    why = case(
        (P.c.stopped_at.is_not(None), "stopped"),
        (audience.NEWEST.is_(None), "unreachable"),
        (audience.is_paused(now), "paused"),
        else_="",
    )
    everybody = select(
        literal(broadcast),
        P.c.id,
        audience.NEWEST,
        case((why == "", "waiting"), else_="suppressed"),
        why,
        literal(now, type_=R.c.due_at.type),
    ).where(audience.is_in(Of(new.programme_id, at_phone), new.audience))
    columns = ["broadcast_id", "person_id", "address_id", "state", "code", "due_at"]
    db.execute(insert(R).from_select(columns, everybody))
    return broadcast


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
    more = exists().where(R.c.broadcast_id == C.c.id, R.c.state == literal_column("'waiting'"))
    ends = (*OPEN, Status.EXPIRED)  # an expired one waits again at the next step
    open_ = exists().where(M.c.broadcast_id == C.c.id, M.c.status.in_(ends))
    db.execute(update(C).where(C.c.state == "sending", ~more, ~open_).values(state="done"))
