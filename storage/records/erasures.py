"""Erasures: who is to be erased, and how far that has come."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select, update

from storage import bulk
from storage.tables import Address, Erasure, Message, table

A, E, M = table(Address), table(Erasure), table(Message)
B = A.alias("behind")

_OPEN = bulk.Known(("person_id",), "finished_at IS NULL")


class NewErasure(NamedTuple):
    """Somebody who is to be erased; what is newer than that message is theirs or not."""

    person_id: int
    asked_by: str  # person, operator, retention
    asked_at: datetime
    message_id: int
    stage: str = "others"
    place: str = ""
    done_to: int = 0


class OpenErasure(NamedTuple):
    """How far an erasure has come."""

    id: int
    person_id: int
    asked_by: str
    asked_at: datetime
    message_id: int
    stage: str
    place: str
    done_to: int


_COLUMNS = [E.c[name] for name in OpenErasure._fields]
_MOVED = bulk.changing(E, ("id", "stage", "place", "done_to"))


class _Moved(NamedTuple):
    id: int
    stage: str
    place: str
    done_to: int


def add(db: Connection, rows: Sequence[NewErasure]) -> None:
    """Begin to erase people; who is being erased already is not erased twice."""
    bulk.insert(db, E, rows, _OPEN)


def under_way(db: Connection, most: int, after: int) -> list[OpenErasure]:
    """Those after this one that are not done, oldest first."""
    query = select(*_COLUMNS).where(E.c.finished_at.is_(None), E.c.id > after)
    rows = db.execute(query.order_by(E.c.id).limit(most).with_for_update(skip_locked=True))
    return [OpenErasure._make(row) for row in rows]


def asked_at(db: Connection, digests: Sequence[bytes]) -> dict[bytes, datetime]:
    """When the people behind these digests last wanted to be erased; of a phone that several
    share, any of them."""
    query = (
        select(A.c.digest, func.max(E.c.asked_at))
        .join(B, or_(B.c.id == A.c.id, B.c.shared_id == A.c.id))
        .join(E, E.c.person_id == B.c.person_id)
        .where(A.c.digest.in_(digests))
        .group_by(A.c.digest)
    )
    return {bytes(digest): at for digest, at in db.execute(query)}


def move(db: Connection, one: OpenErasure) -> None:
    """Remember how far it has come."""
    bulk.update(db, _MOVED, [_Moved(one.id, one.stage, one.place, one.done_to)])


def finish(db: Connection, erasure: int, now: datetime) -> None:
    db.execute(update(E).where(E.c.id == erasure).values(finished_at=now, place="", done_to=0))


def to_wipe(db: Connection) -> list[int]:
    """Those whose rows are gone, and perhaps not yet from the pages of the file."""
    query = select(E.c.id).where(E.c.wiped_at.is_(None), E.c.finished_at.is_not(None))
    return list(db.execute(query).scalars())


def wiped(db: Connection, erasures: Sequence[int], now: datetime) -> None:
    db.execute(update(E).where(E.c.id.in_(erasures)).values(wiped_at=now))


def newest_message(db: Connection) -> int:
    """What has been kept until now."""
    return int(db.execute(select(func.coalesce(func.max(M.c.id), 0))).scalar_one())
