"""Unanswered messages: the inbound ones that wait for a turn."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    Connection,
    bindparam,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    tuple_,
    update,
)

from storage import bulk
from storage.among import among
from storage.tables import Message, Priority, table

M = table(Message)
E = M.alias("earlier")

# Ids first and then by ids: one joined statement is slow whenever statistics change.
# On PostgreSQL FOR NO KEY UPDATE, which leaves foreign keys to this row alone.
_OLDEST = (
    select(M.c.id, M.c.person_id)
    .where(
        M.c.direction == literal_column("'in'"),
        M.c.answered_at.is_(None),
        ~exists(
            select(literal_column("1"))
            .select_from(E)
            .where(
                E.c.person_id == M.c.person_id,
                E.c.direction == literal_column("'in'"),
                E.c.answered_at.is_(None),
                tuple_(E.c.created_at, E.c.id) < tuple_(M.c.created_at, M.c.id),
            )
        ),
    )
    .order_by(M.c.priority, M.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=M, key_share=True, skip_locked=True)
)
_ONLY = _OLDEST.where(M.c.id == bindparam("only"))
_URGENT = M.c.priority < literal_column(str(int(Priority.REPLY)))
_UP_TO = _OLDEST.where(or_(M.c.id <= bindparam("last"), _URGENT))
_READ = select(
    M.c.id,
    M.c.person_id,
    M.c.address_id,
    M.c.sender,
    M.c.kind,
    M.c.text,
    M.c.created_at,
    M.c.attempts,
    M.c.sent_at,
    M.c.priority,
    M.c.reply_to,
).where(among(M.c.id, "ids"))
_ANSWERED = update(M).where(among(M.c.id, "ids")).values(answered_at=bindparam("now"))


class Unanswered(NamedTuple):
    """An inbound message whose turn has come."""

    id: int
    person_id: int
    address_id: int | None
    sender: str
    kind: str
    text: str
    created_at: datetime  # when it was sent, as far as we know
    attempts: int
    sent_at: datetime | None = None  # known where it was read late
    priority: int = Priority.REPLY
    reply_to: str | None = None  # the external id of ours that it answers

    @property
    def urgent(self) -> bool:
        """Whether its words may need a person, or came before some that may."""
        return self.priority < Priority.REPLY


class HandedOn(NamedTuple):
    """A message from a phone that several share: whose it is."""

    id: int
    person_id: int
    address_id: int


class Reworded(NamedTuple):
    """What such a message says, without the name of whoever wrote it."""

    id: int
    text: str


class Tried(NamedTuple):
    """An inbound message, unread, and how often its turn was tried."""

    id: int
    person_id: int
    attempts: int


_HANDED_ON = bulk.changing(M, HandedOn._fields).values(answered_at=null())
_REWORDED = bulk.changing(M, Reworded._fields)


def claim(db: Connection, most: int) -> list[Unanswered]:
    """Claim the oldest unanswered message of each of up to `most` people, the urgent ones first."""
    return _read(db, db.execute(_OLDEST, {"most": most}).scalars().all())


def claim_one(db: Connection, message_id: int) -> list[Unanswered]:
    """Claim this message alone, if it is still the oldest of its person."""
    found = db.execute(_ONLY, {"most": 1, "only": message_id})
    return _read(db, [row.id for row in found])


def _read(db: Connection, ids: Sequence[int]) -> list[Unanswered]:
    if not ids:
        return []
    return sorted(bulk.read(db, _READ, {"ids": ids}, Unanswered), key=lambda one: one.id)


def next_left_over(db: Connection, last: int) -> int | None:
    """The oldest message that waited already when this process started; an urgent one before it."""
    return db.execute(_UP_TO, {"most": 1, "last": last}).scalar()


def newest(db: Connection) -> int:
    """The highest id that waits, 0 when none does."""
    waiting = select(func.max(M.c.id)).where(M.c.direction == "in", M.c.answered_at.is_(None))
    return db.execute(waiting).scalar() or 0


def attempt(db: Connection, message_id: int) -> Tried:
    """Count an attempt at a turn before it is made, in case it kills the process."""
    one_more = update(M).where(M.c.id == message_id).values(attempts=M.c.attempts + 1)
    return Tried._make(db.execute(one_more.returning(M.c.id, M.c.person_id, M.c.attempts)).one())


def not_attempted(db: Connection, message_id: int) -> None:
    """Another process was faster: its attempt counts, ours was none."""
    db.execute(update(M).where(M.c.id == message_id).values(attempts=M.c.attempts - 1))


def mark_answered(db: Connection, ids: Sequence[int], now: datetime) -> None:
    db.execute(_ANSWERED, {"ids": ids, "now": now})


def hand_on(db: Connection, rows: Sequence[HandedOn]) -> None:
    """These messages wait for a turn of whoever wrote them."""
    bulk.update(db, _HANDED_ON, rows)


def reword(db: Connection, rows: Sequence[Reworded]) -> None:
    bulk.update(db, _REWORDED, rows)


def set_aside(db: Connection, message_id: int, code: str, now: datetime) -> None:
    """No turn can be taken on this message; nobody else waits for it."""
    values = {"answered_at": now, "aside_at": now, "code": code}
    db.execute(update(M).where(M.c.id == message_id).values(values))
