"""Recipients: those a broadcast goes to, fed into the outbox when their time has come."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    case,
    delete,
    exists,
    literal_column,
    select,
    update,
)

from storage import bulk
from storage.among import among
from storage.broadcasts.audience import NEWEST
from storage.outbox.waiting import OutboundMessage
from storage.people.participants import AGREED
from storage.tables import (
    Address,
    Broadcast,
    Message,
    Participant,
    Person,
    Recipient,
    table,
)

A, C, M = table(Address), table(Broadcast), table(Message)
N, P, R = table(Participant), table(Person), table(Recipient)

_WAITING: ColumnElement[str] = literal_column("'waiting'")
_EXPIRED: ColumnElement[str] = literal_column("'expired'")
# Ids first and then by ids, as in `inbox.unanswered`.
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
        case((A.c.shared_id.is_not(None), P.c.name)).label("name"),
    )
    .select_from(R)
    .join(C, C.c.id == R.c.broadcast_id)
    .join(P, P.c.id == R.c.person_id)
    .outerjoin(A, A.c.id == NEWEST)  # where they can be reached now
    .where(among(R.c.id, "ids"))
    .order_by(R.c.id)
)
_LATE = (
    select(M.c.id, M.c.broadcast_id, M.c.person_id, C.c.state)
    .join(C, C.c.id == M.c.broadcast_id)
    .where(M.c.broadcast_id.is_not(None), M.c.status == _EXPIRED)
    .order_by(M.c.id)
    .limit(bindparam("most"))
    # The broadcast too: it may be dropped at this very moment.
    .with_for_update(of=[M, C], key_share=True, skip_locked=True)
)


class DueRecipient(NamedTuple):
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
    name: str | None = None  # with which it begins, since others share their phone


class _PutOff(NamedTuple):
    id: int
    due_at: datetime


class _Suppressed(NamedTuple):
    id: int
    state: str
    code: str


class _Again(NamedTuple):
    broadcast_id: int
    person_id: int
    state: str
    code: str
    due_at: datetime


_PUT_OFF = bulk.changing(R, _PutOff._fields)
_SUPPRESSED = bulk.changing(R, _Suppressed._fields)
_AGAIN = bulk.changing(R, _Again._fields, by=("broadcast_id", "person_id"))


def claim(db: Connection, now: datetime, most: int) -> list[DueRecipient]:
    """Claim the recipients whose time has come, of broadcasts that are not held."""
    ids = list(db.execute(_DUE, {"now": now, "most": most}).scalars())
    if not ids:
        return []
    return [DueRecipient._make(row) for row in db.execute(_READ, {"ids": ids})]


def feed(db: Connection, fed: Sequence[DueRecipient], rows: Sequence[OutboundMessage]) -> None:
    """Put recipients' messages into the outbox."""
    if fed:
        db.execute(update(R).where(R.c.id.in_([one.id for one in fed])).values(state="fed"))
        bulk.insert(db, M, rows)


def put_off(db: Connection, until: Mapping[int, datetime]) -> None:
    """The time of these recipients has not come yet."""
    bulk.update(db, _PUT_OFF, [_PutOff(one, at) for one, at in until.items()])


def suppress(db: Connection, reasons: Mapping[int, str]) -> None:
    """These recipients never get it; why, is kept as a code."""
    never = [_Suppressed(one, "suppressed", why) for one, why in reasons.items()]
    bulk.update(db, _SUPPRESSED, never)


def wait_again(db: Connection, now: datetime, most: int) -> int:
    """What did not leave within its hours waits for the next ones, as if it had not been fed."""
    late = db.execute(_LATE, {"most": most}).all()
    if not late:
        return 0
    again = [
        _Again(row.broadcast_id, row.person_id, *_state(dropped=row.state == "dropped"), now)
        for row in late
    ]
    bulk.update(db, _AGAIN, again)
    db.execute(delete(M).where(M.c.id.in_([row.id for row in late])))
    # It failed at the handset after all the others had it.
    done = [row.broadcast_id for row in late if row.state == "done"]
    if done:
        db.execute(update(C).where(C.c.id.in_(done)).values(state="sending"))
    return len(late)


def _state(*, dropped: bool) -> tuple[str, str]:
    return ("suppressed", "dropped") if dropped else ("waiting", "")
