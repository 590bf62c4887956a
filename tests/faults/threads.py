"""What a product's tables hold of the messages of one person."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage.sealing.sealed import find_by
from storage.tables import Address, Message, table
from tests.faults.people import Person

A, M = table(Address), table(Message)
COLUMNS = (M.c.id, M.c.external_id, M.c.text, M.c.flagged, M.c.code, M.c.attempts)
COLUMNS += (M.c.answered_at, M.c.aside_at)


class Row(NamedTuple):
    """One message of the table, as far as it matters here."""

    id: int
    external_id: str
    text: str
    flagged: bool
    code: str
    attempts: int
    answered: datetime | None
    aside: datetime | None


class Found(NamedTuple):
    """Somebody's number in the tables, and that of their address."""

    person: int
    address: int


def find(db: Connection, channel: str, address: str) -> Found:
    digest = find_by(channel, address)
    query = select(A.c.person_id, A.c.id).where(A.c.digest == digest)
    return Found._make(db.execute(query).one())


def of(db: Connection, person: Person, direction: str) -> list[Row]:
    query = (
        select(*COLUMNS)
        .join(A, M.c.address_id == A.c.id)
        .where(
            A.c.digest == find_by(person.channel, person.address),
            M.c.direction == direction,
            M.c.sender != "inside",
        )
        .order_by(M.c.id)
    )
    return [Row._make(row) for row in db.execute(query)]
