"""Addresses: where people are reached, and which side of ours they know."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select, update

from storage import bulk
from storage.among import among
from storage.tables import Address, table

A = table(Address)

_ANY = select(
    A.c.id,
    A.c.person_id,
    A.c.channel,
    A.c.sender,
    A.c.unreachable_at,
    A.c.origin,
    A.c.shared_id,
)
_ADDRESSES = _ANY.where(among(A.c.id, "ids"))


class Reached(NamedTuple):
    """The address a message came from, and answers go to."""

    id: int
    person_id: int
    channel: str
    sender: str
    unreachable_at: datetime | None
    origin: str  # of a number: its country, or why it is never answered
    shared_id: int | None = None  # of the phone's address, where several share it

    @property
    def is_phone(self) -> bool:
        """Whether this is the address of a phone that several share, and of none of them."""
        return self.shared_id == self.id


class MovedAddress(NamedTuple):
    """The side of ours that an address writes to now."""

    id: int
    sender: str


class ReachableAddress(NamedTuple):
    """Whether an address can be reached: since when not."""

    id: int
    unreachable_at: datetime | None


_MOVED = bulk.changing(A, MovedAddress._fields)
_REACHABLE = bulk.changing(A, ReachableAddress._fields)


def find(db: Connection, ids: Sequence[int]) -> dict[int, Reached]:
    return {one.id: one for one in bulk.read(db, _ADDRESSES, {"ids": ids}, Reached)}


def handle(db: Connection, address: int) -> str:
    """The chat or the number itself."""
    return str(db.execute(select(A.c.handle).where(A.c.id == address)).scalar_one())


def best(db: Connection, people: Sequence[int]) -> dict[int, Reached]:
    """The newest reachable address of each person."""
    newest = (
        select(func.max(A.c.id))
        .where(A.c.person_id.in_(people), A.c.unreachable_at.is_(None))
        .group_by(A.c.person_id)
    )
    rows = db.execute(_ANY.where(A.c.id.in_(newest)))
    return {row.person_id: Reached._make(row) for row in rows}


def move(db: Connection, rows: Sequence[MovedAddress]) -> None:
    bulk.update(db, _MOVED, rows)


def change(db: Connection, rows: Sequence[ReachableAddress]) -> None:
    """Mark addresses reachable or not."""
    bulk.update(db, _REACHABLE, rows)


def unreachable(db: Connection, address_id: int, now: datetime) -> None:
    """Nothing sent to this address arrives any more."""
    db.execute(update(A).where(A.c.id == address_id).values(unreachable_at=now))
