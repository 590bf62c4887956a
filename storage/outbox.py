"""The outbox: what a sender sends next, and what became of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    exists,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)

from storage import bulk
from storage.among import among
from storage.tables import Address, Broadcast, Message, Person, Priority, Status, table

A, C, M, P = table(Address), table(Broadcast), table(Message), table(Person)
E = M.alias("earlier")

# Twilio's codes of undelivered texts: some arrive all the same, some are still under way.
UNCERTAIN = ("30008", "30410")
MAY_ARRIVE = (*UNCERTAIN, "30003")

_ONE: ColumnElement[int] = literal_column("1")
WAITS = exists(
    select(_ONE)
    .select_from(E)
    .where(
        E.c.person_id == M.c.person_id,
        E.c.status.in_([literal_column(f"'{s}'") for s in ("queued", "sending", "unknown")]),
        tuple_(E.c.priority, E.c.id) < tuple_(M.c.priority, M.c.id),
    )
)
SHUT = exists(
    select(_ONE)
    .select_from(P)
    .where(
        P.c.id == M.c.person_id,
        or_(
            and_(P.c.stopped_at.is_not(None), M.c.kind != "compliance"),
            and_(P.c.held_at.is_not(None), M.c.priority > int(Priority.REPLY)),
        ),
    )
)
HELD = exists(
    select(_ONE)
    .select_from(C)
    .where(
        C.c.id == M.c.broadcast_id,
        C.c.state.in_([literal_column(f"'{state}'") for state in ("held", "dropped")]),
    )
)
_DUE = (
    select(M.c.id)
    .where(
        M.c.sender == bindparam("sender"),
        M.c.status == literal_column("'queued'"),
        M.c.due_at <= bindparam("now"),
        or_(M.c.send_before.is_(None), M.c.send_before > bindparam("now")),
        ~WAITS,
        ~SHUT,
        ~HELD,
    )
    .order_by(M.c.priority, M.c.turn_at, M.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=M, key_share=True, skip_locked=True)
)
_READ = (
    select(
        M.c.id,
        M.c.person_id,
        A.c.handle,
        A.c.channel,
        M.c.text,
        M.c.buttons,
        M.c.segments,
        M.c.priority,
        M.c.attempts,
        M.c.flagged,
        M.c.created_at,
        M.c.sent_at,
        M.c.address_id,
        M.c.code,
        M.c.asked,
    )
    .join_from(M, A, M.c.address_id == A.c.id)
    .where(among(M.c.id, "ids"))
)
_SENDING = (
    update(M)
    .where(among(M.c.id, "ids"))
    .values(
        status=literal_column("'sending'"),
        sent_at=bindparam("handed_at"),
        # A copy of what may have arrived.
        flagged=or_(M.c.flagged, M.c.code.in_([literal_column(f"'{c}'") for c in MAY_ARRIVE])),
    )
)
# Of what was handed over little is open at any time; without these words SQLite does not see that
# the index of it will do, and reads the whole table.
_HANDED_OVER = M.c.status.in_([literal_column("'sending'"), literal_column("'unknown'")])
_RECORD = (
    update(M)
    .where(M.c.id == bindparam("message"), _HANDED_OVER)
    .values(
        status=bindparam("now_is"),
        external_id=bindparam("theirs"),
        code=bindparam("why"),
        due_at=bindparam("again_at"),
        attempts=bindparam("tried"),
        flagged=bindparam("repeated"),
        sent_at=bindparam("handed_at"),
    )
)
_UNKNOWN = (
    select(M.c.id)
    .where(
        M.c.sender == bindparam("ours"),
        _HANDED_OVER,
        M.c.status == literal_column("'unknown'"),
        or_(M.c.sent_at <= bindparam("before"), M.c.sent_at > bindparam("now")),
    )
    .order_by(M.c.id)
    .limit(bindparam("most"))
)
_LEFT = update(M).where(
    M.c.sender == bindparam("ours"), _HANDED_OVER, M.c.status == literal_column("'sending'")
)
# What is delayed is little at any time, and found by an index of its own.
_DELAYED = (
    M.c.status == literal_column("'queued'"),
    M.c.attempts > literal_column("0"),
    M.c.sender == bindparam("ours"),
    exists(
        select(_ONE)
        .select_from(E)
        .where(
            E.c.address_id == M.c.address_id,
            E.c.id > M.c.id,
            E.c.direction == literal_column("'in'"),
            E.c.sender != literal_column("'inside'"),
            E.c.created_at > M.c.sent_at,
        )
    ),
)
_HURRIED = (
    update(M)
    .where(*_DELAYED, M.c.code.not_in([literal_column("'throttled'"), literal_column("'paced'")]))
    .values(due_at=bindparam("now"))
)
_WITHDRAWN = (
    update(M)
    .where(*_DELAYED, M.c.code.in_([literal_column(f"'{code}'") for code in UNCERTAIN]))
    .values(status=literal_column("'sent'"), code=literal_column("'answered'"))
)
RANK = {  # callbacks come in any order; a status never goes down
    Status.QUEUED: 0,
    Status.SENDING: 1,
    Status.UNKNOWN: 1,
    Status.SENT: 2,
    Status.FAILED: 3,
    Status.DELIVERED: 4,  # whatever was said before
}


class Ready(NamedTuple):
    """A message on its way out."""

    id: int
    person_id: int
    handle: str
    channel: str
    text: str
    buttons: list[list[str]] | None
    segments: int
    priority: int
    attempts: int
    flagged: bool
    created_at: datetime
    sent_at: datetime | None
    address_id: int
    code: str  # why it is not sent yet
    asked: str | None  # the key of a question that news asks


def claim(db: Connection, sender: str, now: datetime, most: int) -> list[Ready]:
    """Mark what this sender should send next as `sending`; nothing overtakes what its person
    must read first, and nothing goes to who has stopped."""
    ids = db.execute(_DUE, {"sender": sender, "now": now, "most": most}).scalars().all()
    if not ids:
        return []
    db.execute(_SENDING, {"ids": ids, "handed_at": now})
    found = {message.id: message for message in _read(db, ids)}
    if asking := [message.id for message in found.values() if message.asked]:
        first = update(M).where(M.c.id.in_(asking), M.c.asked_at.is_(None))
        db.execute(first.values(asked_at=now))
    return [found[one] for one in ids]


def record(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep what became of messages, unless a callback has said more already."""
    bulk.update_each(db, _RECORD, rows)


def leave_unknown(db: Connection, sender: str, in_flight: Sequence[int]) -> None:
    """What another holder was sending has an unknown fate; what we are sending has not."""
    lost = {"status": Status.UNKNOWN, "code": "interrupted", "attempts": M.c.attempts + 1}
    db.execute(_LEFT.where(M.c.id.not_in(in_flight)).values(lost), {"ours": sender})


def unknown(db: Connection, sender: str, before: datetime, now: datetime, most: int) -> list[Ready]:
    """Messages whose fate has been unknown since before then; or since a later time than now,
    which a clock that was set back leaves."""
    given = {"ours": sender, "before": before, "now": now, "most": most}
    ids = list(db.execute(_UNKNOWN, given).scalars())
    return _read(db, ids) if ids else []


def hurry(db: Connection, sender: str, now: datetime) -> None:
    """Who has written since the last attempt is there: what was to be tried again later is tried
    now, but for a wait that the provider has named."""
    db.execute(_HURRIED, {"ours": sender, "now": now})


def resume(db: Connection, sender: str, now: datetime) -> None:
    """The provider is back: nobody waits any longer for their own next try, but for what it has
    asked itself, and what failed at a handset."""
    waits = (M.c.sender == sender, M.c.status == Status.QUEUED, M.c.due_at > now)
    because = (M.c.code.not_in(("", "throttled", "paced")), M.c.code.not_like("3%"))
    db.execute(update(M).where(*waits, *because).values(due_at=now))


def withdraw(db: Connection, sender: str) -> None:
    """What may have arrived is not sent again to who has written since then: they go on."""
    db.execute(_WITHDRAWN, {"ours": sender})


def set_back(db: Connection, sender: str, now: datetime) -> None:
    """The clock was set back: what was due at once, or to be tried again, is due now; what was
    for a later hour keeps that hour."""
    waits = (M.c.sender == sender, M.c.status == Status.QUEUED, M.c.due_at > now)
    soon = or_(M.c.due_at <= M.c.created_at, M.c.code != "")
    db.execute(update(M).where(*waits, soon).values(due_at=now))


def expire(db: Connection, sender: str, now: datetime) -> None:
    """What was only good until now is not sent any more."""
    late = (M.c.sender == sender, M.c.status == Status.QUEUED, M.c.send_before <= now)
    db.execute(update(M).where(*late).values(status=Status.EXPIRED))


def taken_ids(db: Connection, address_id: int, since: datetime) -> list[str]:
    """The external ids that messages to this address have."""
    query = select(M.c.external_id).where(
        M.c.address_id == address_id,
        M.c.direction == "out",
        M.c.external_id.is_not(None),
        M.c.created_at >= since,
    )
    return [external_id for external_id in db.execute(query).scalars() if external_id]


class Told(NamedTuple):
    """A message of ours that a status callback speaks of."""

    id: int
    person_id: int
    address_id: int
    status: str
    attempts: int
    code: str
    external_id: str | None


def find(db: Connection, sender: str, external_id: str, message_id: int | None) -> Told | None:
    """The message behind a callback: by our id where it carries one, else by theirs."""
    columns = select(*(M.c[name] for name in Told._fields))
    ours = and_(M.c.id == message_id, M.c.sender == sender, M.c.direction == "out")
    theirs = and_(M.c.sender == sender, M.c.external_id == external_id, M.c.direction == "out")
    row = db.execute(columns.where(ours if message_id else theirs).limit(1)).first()
    return Told._make(row) if row else None


def told(db: Connection, message: Told, status: str, external_id: str, code: str) -> bool:
    """Keep what a callback says, if it is more than is known; whether it was."""
    lower = [known for known, rank in RANK.items() if rank < RANK[Status(status)]]
    again = message.status == Status.QUEUED and message.attempts and message.code != "unknown"
    if again and status != Status.DELIVERED:
        lower.remove(Status.QUEUED)  # to be tried again: only the next attempt decides
    # The attempt counts, as it does once its answer is there.
    answered = case((M.c.status == Status.SENDING, M.c.attempts + 1), else_=M.c.attempts)
    values = {"status": status, "external_id": external_id, "code": code, "attempts": answered}
    changed = db.execute(
        update(M).where(M.c.id == message.id, M.c.status.in_(lower)).values(values)
    )
    return changed.rowcount > 0


def again(db: Connection, message: Told, at: datetime, code: str) -> bool:
    """A message that failed on its way is tried again at that time; False when its person has
    stopped meanwhile."""
    values = {"status": Status.QUEUED, "due_at": at, "code": code, "attempts": M.c.attempts + 1}
    stopped = exists(_ONE).where(P.c.id == message.person_id, P.c.stopped_at.is_not(None))
    changed = db.execute(update(M).where(M.c.id == message.id, ~stopped).values(values))
    return changed.rowcount > 0


def _read(db: Connection, ids: Sequence[int]) -> list[Ready]:
    return bulk.read(db, _READ, {"ids": ids}, Ready)
