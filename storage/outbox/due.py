"""Messages that are due: those a sender should send next."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)

from storage import bulk
from storage.among import among
from storage.tables import Address, Broadcast, Message, Person, Priority, table

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
        # A page goes out by every way at once: where one is shut, the others do not wait for it.
        or_(
            E.c.priority > literal_column("-1"),
            and_(E.c.sender == M.c.sender, E.c.address_id == M.c.address_id),
        ),
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
        M.c.kind,
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
    asked: str | None  # the key of a question that an internal event asks
    kind: str


def claim(db: Connection, sender: str, now: datetime, most: int) -> list[Ready]:
    """Mark what this sender should send next as `sending`; nothing overtakes what its person
    must read first, and nothing goes to who has stopped."""
    ids = db.execute(_DUE, {"sender": sender, "now": now, "most": most}).scalars().all()
    if not ids:
        return []
    db.execute(_SENDING, {"ids": ids, "handed_at": now})
    found = {message.id: message for message in read(db, ids)}
    if asking := [message.id for message in found.values() if message.asked]:
        first = update(M).where(M.c.id.in_(asking), M.c.asked_at.is_(None))
        db.execute(first.values(asked_at=now))
    return [found[one] for one in ids]


def read(db: Connection, ids: Sequence[int]) -> list[Ready]:
    """Messages by their ids, in any order."""
    return bulk.read(db, _READ, {"ids": ids}, Ready)
