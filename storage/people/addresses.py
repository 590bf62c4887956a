"""Addresses: where people are reached, and which side of ours they know."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select, update

from storage import bulk
from storage.among import among
from storage.sealing import sealed
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
    A.c.heard_at,
    A.c.doubted_at,
    A.c.left_at,
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
    heard_at: datetime | None = None  # when they wrote from it last, to some minutes
    doubted_at: datetime | None = None  # since when they are asked whether it is still theirs
    left_at: datetime | None = None  # since when it is theirs no more

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


def of(db: Connection, person: int) -> list[Reached]:
    """The addresses of somebody that are still theirs."""
    query = _ANY.where(A.c.person_id == person, A.c.left_at.is_(None)).order_by(A.c.id)
    return [Reached._make(row) for row in db.execute(query)]


def best(db: Connection, people: Sequence[int]) -> dict[int, Reached]:
    """Where each person is reached: the address from which they wrote last, of those that nothing
    is known against. A phone that they share stands in for one of their own only where it has been
    heard from since that was lost."""
    query = _ANY.where(A.c.person_id.in_(people), A.c.left_at.is_(None))
    theirs: dict[int, list[Reached]] = defaultdict(list)
    for row in db.execute(query.order_by(func.coalesce(A.c.heard_at, A.c.created_at), A.c.id)):
        theirs[row.person_id].append(Reached._make(row))
    picked = {person: _pick(some) for person, some in theirs.items()}
    return {person: one for person, one in picked.items() if one}


def _pick(some: Sequence[Reached]) -> Reached | None:
    if len(some) == 1:
        return some[0] if some[0].unreachable_at is None else None
    lost = [one.unreachable_at for one in some if one.unreachable_at and not one.shared_id]
    there = [one for one in some if one.unreachable_at is None and not _unasked(one, lost)]
    return there[-1] if there else None


def _unasked(one: Reached, lost: Sequence[datetime]) -> bool:
    heard = one.heard_at
    return one.shared_id is not None and any(heard is None or heard < at for at in lost)


def move(db: Connection, rows: Sequence[MovedAddress]) -> None:
    bulk.update(db, _MOVED, rows)


def change(db: Connection, rows: Sequence[ReachableAddress]) -> None:
    """Mark addresses reachable or not."""
    bulk.update(db, _REACHABLE, rows)


def unreachable(db: Connection, address_id: int, now: datetime) -> bool:
    """Nothing sent to this address arrives any more; whether that is new."""
    reached = (A.c.id == address_id, A.c.unreachable_at.is_(None))
    return db.execute(update(A).where(*reached).values(unreachable_at=now)).rowcount > 0


def heard(db: Connection, ids: Sequence[int], now: datetime) -> None:
    """People have written from these addresses. Nobody is waited for: who holds one just now is
    heard the next time."""
    free = select(A.c.id).where(A.c.id.in_(ids)).with_for_update(key_share=True, skip_locked=True)
    db.execute(update(A).where(A.c.id.in_(free)).values(heard_at=now))


def doubt(db: Connection, address_id: int, at: datetime | None) -> None:
    """They are asked whether a phone is still theirs; None: no more."""
    db.execute(update(A).where(A.c.id == address_id).values(doubted_at=at))


def leave(db: Connection, ids: Sequence[int], now: datetime) -> None:
    """These are nobody's way to them any more: what comes from there is from somebody else."""
    for row in db.execute(select(A).where(A.c.id.in_(ids))).all():
        values = {
            "left_at": now,
            "unreachable_at": now,
            "doubted_at": None,
            "digest": sealed.find_by(row.channel, f"{row.handle} {row.id} {row.person_id}"),
        }
        db.execute(update(A).where(A.c.id == row.id).values(values))
