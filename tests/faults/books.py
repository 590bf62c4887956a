"""What the product's tables say of concerns, for a run that goes on and for the verdict."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from assistant.safeguarding import rota
from storage.database import Database, open_database
from storage.sealing.sealed import find_by
from storage.tables import Address, Concern, Erasure, Message, Page, Status, table
from tests.faults import concerns

A, C, E = table(Address), table(Concern), table(Erasure)
G, M = table(Page), table(Message)
ARRIVED = (Status.SENT, Status.DELIVERED)
EVERY = 1.0  # seconds


class Kept(NamedTuple):
    """A concern as it is kept."""

    id: int
    words: str
    opened: datetime
    taken_by: str | None
    taken: datetime | None
    closed: datetime | None


class Called(NamedTuple):
    """Somebody was paged, by one address or more."""

    concern: int
    name: str
    at: datetime


class Sent(NamedTuple):
    """A text to one address."""

    id: int
    text: str
    status: str
    flagged: bool


def kept(db: Connection) -> list[Kept]:
    columns = (C.c.id, C.c.words, C.c.opened_at, C.c.acknowledged_by, C.c.acknowledged_at)
    return [Kept._make(row) for row in db.execute(select(*columns, C.c.closed_at).order_by(C.c.id))]


def called(db: Connection) -> list[Called]:
    """Every page, once for all addresses of whoever it was for."""
    query = select(G.c.concern_id, G.c.name, G.c.at).order_by(G.c.at, G.c.id)
    return list(dict.fromkeys(Called._make(row) for row in db.execute(query)))


def sent(db: Connection, channel: str, address: str) -> list[Sent]:
    """The pages to this address."""
    mine = A.c.digest == find_by(channel, address)
    query = select(M.c.id, M.c.text, M.c.status, M.c.flagged).join(A, A.c.id == M.c.address_id)
    pages = (M.c.kind == "page", M.c.sender.not_like("voice:%"))
    return [Sent._make(row) for row in db.execute(query.where(mine, *pages).order_by(M.c.id))]


def texts(db: Connection, channel: str, address: str) -> list[Sent]:
    """All that was written to this address."""
    mine = A.c.digest == find_by(channel, address)
    query = select(M.c.id, M.c.text, M.c.status, M.c.flagged).join(A, A.c.id == M.c.address_id)
    out = (mine, M.c.direction == "out")
    return [Sent._make(row) for row in db.execute(query.where(*out).order_by(M.c.id))]


def untaken(db: Connection) -> int:
    """How many concerns there are that nobody has."""
    waits = select(func.count()).where(C.c.acknowledged_at.is_(None), C.c.closed_at.is_(None))
    return int(db.execute(waits).scalar_one())


def erasing(db: Connection) -> int:
    """How many are not erased yet who have asked for it."""
    waits = select(func.count()).where(E.c.wiped_at.is_(None))
    return int(db.execute(waits).scalar_one())


def erased(db: Connection, channel: str, address: str) -> bool:
    """Whether everything of somebody who asked for it is gone."""
    mine = select(A.c.person_id).where(A.c.digest == find_by(channel, address))
    done = select(E.c.wiped_at).where(E.c.person_id.in_(mine))
    return db.execute(done).scalar() is not None


class Books:
    """The concerns as they stand, looked at again and again while a run goes on."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._kept: dict[int, Kept] = {}

    async def run(self) -> None:
        """Look, for ever; while the database is away nothing is learned."""
        while True:
            with suppress(SQLAlchemyError):
                self._kept = await asyncio.to_thread(self._look)
            await asyncio.sleep(EVERY)

    def open(self) -> list[int]:
        """The numbers of those that nobody has."""
        return [tag for tag, one in self._kept.items() if not one.taken and not one.closed]

    def of(self, name: str) -> list[int]:
        """The numbers of those that somebody of this name has, and has not closed."""
        return [t for t, one in self._kept.items() if one.taken_by == name and not one.closed]

    def closed(self, tag: int) -> bool:
        one = self._kept.get(tag)
        return one is not None and one.closed is not None

    def goes_on(self, tag: int) -> bool:
        """Whether who said it has more to tell."""
        return concerns.goes_on(self._kept[tag].words)

    def _look(self) -> dict[int, Kept]:
        db = open_database(self._url)
        try:
            return {concerns.tag(one.words): one for one in _read(db)}
        finally:
            db.close()


def _read(db: Database) -> Sequence[Kept]:
    with db.reading() as connection:
        return kept(connection)


def minutes(again: timedelta, calls: Sequence[Called], staff: Sequence[str]) -> list[str]:
    """What is wrong with when, and to whom, the pages for one concern went, in words."""
    wrong = []
    for number, call in enumerate(calls):
        if call.name != staff[rota.whose_turn(number, len(staff))]:
            wrong.append(f"page {number + 1} went to {call.name}")
    for before, after in pairwise(calls):
        if after.at - before.at < again:
            gap = (after.at - before.at).total_seconds()
            wrong.append(f"paged again after {gap:.1f} s, at {after.at:%H:%M:%S.%f}")
    return wrong


def latest(again: timedelta, calls: Sequence[Called]) -> float:
    """By how many seconds a page was late at most."""
    gaps = [after.at - before.at - again for before, after in pairwise(calls)]
    return max((gap.total_seconds() for gap in gaps), default=0.0)
