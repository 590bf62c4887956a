"""Threads: the newest messages of addresses, as their phones show them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, literal, select, union_all

from storage.sealing import sealed
from storage.tables import Address, Message, table

A, M = table(Address), table(Message)
B = A.alias("behind")

MOST = 400  # threads in one query: SQLite joins no more than 500 selects


class Line(NamedTuple):
    """One message of a thread."""

    id: int
    direction: str
    kind: str
    external_id: str | None
    text: str
    buttons: list[list[str]] | None
    status: str
    priority: int
    segments: int
    created_at: datetime
    answered_at: datetime | None


_LINE = [M.c[name] for name in Line._fields]


def newest(
    db: Connection, addresses: Sequence[tuple[str, str]], limit: int = 50
) -> Mapping[tuple[str, str], list[Line]]:
    """The newest messages of each (channel, address), oldest first; of at most MOST of them. A
    phone that several share shows what is written to each of them.
    One statement, one index walk per address. A window function over all of them reads the
    whole threads (with 100,000 messages 10 times slower), and a join with "the newest of each"
    is planned from the wrong end as soon as PostgreSQL's statistics mislead it (minutes).
    """
    found: dict[tuple[str, str], list[Line]] = {address: [] for address in addresses}
    if not addresses:
        return found
    digests = [sealed.find_by(*address) for address in addresses]
    threads = [_newest(number, _owner(digest), limit) for number, digest in enumerate(digests)]
    threads += [
        _newest(digests.index(digest), literal(behind), limit)
        for digest, behind in _behind(db, digests)
    ]
    for number, *line in db.execute(union_all(*threads)):
        found[addresses[number]].append(Line(*line))
    for lines in found.values():
        lines.sort(key=lambda line: line.id)
        del lines[:-limit]
    return found


def _owner(digest: bytes) -> ColumnElement[int]:
    return select(A.c.id).where(A.c.digest == digest).scalar_subquery()


def _behind(db: Connection, digests: Sequence[bytes]) -> list[tuple[bytes, int]]:
    """The addresses of those who share one of these."""
    shared = select(A.c.digest, B.c.id).join(B, B.c.shared_id == A.c.id)
    rows = db.execute(shared.where(A.c.digest.in_(digests), B.c.id != A.c.id))
    return [(bytes(digest), behind) for digest, behind in rows]


def _newest(number: int, owner: ColumnElement[int], limit: int) -> Select[Any]:
    thread = (
        select(literal(number).label("thread"), *_LINE)
        .where(M.c.address_id == owner, M.c.kind != "inside")
        .order_by(M.c.id.desc())
        .limit(limit)
    )
    return select(thread.subquery())
