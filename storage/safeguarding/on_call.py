"""Who is on call: the people and addresses behind the names of a rota."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage import bulk, tables
from storage.tables import table

A, D, P = table(tables.Address), table(tables.OnCall), table(tables.Person)

_EVERY = select(D.c.programme_id, D.c.person_id, D.c.name).order_by(D.c.id)


class OnCall(NamedTuple):
    """A person behind a name of a programme's rota."""

    programme_id: int
    person_id: int
    name: str


class Way(NamedTuple):
    """An address by which somebody on call is reached, and how they read."""

    person_id: int
    address_id: int
    channel: str
    sender: str
    origin: str
    digest: bytes
    language: str
    zone: str


def every(db: Connection) -> list[OnCall]:
    """All of them: there are few."""
    return [OnCall._make(row) for row in db.execute(_EVERY)]


def add(db: Connection, rows: Sequence[OnCall]) -> None:
    """Somebody is behind a name; who is already changes nothing."""
    bulk.insert(db, D, rows, bulk.Known(("programme_id", "person_id")))


def ways(
    db: Connection, people: Collection[int], digests: Collection[bytes]
) -> dict[int, list[Way]]:
    """How these people, and who has these numbers, are reached; who has stopped is not."""
    query = (
        select(
            A.c.person_id,
            A.c.id,
            A.c.channel,
            A.c.sender,
            A.c.origin,
            A.c.digest,
            P.c.language,
            P.c.zone,
        )
        .join(P, P.c.id == A.c.person_id)
        .where(
            A.c.person_id.in_(people) | A.c.digest.in_(digests),
            A.c.unreachable_at.is_(None),
            P.c.stopped_at.is_(None),
        )
        .order_by(A.c.id)
    )
    found: dict[int, list[Way]] = defaultdict(list)
    for row in db.execute(query):
        found[row.person_id].append(Way._make((*row[:5], bytes(row.digest), *row[6:])))
    return found


def number(db: Connection, person: int) -> str | None:
    """The newest number of somebody, if one is known."""
    query = (
        select(A.c.handle)
        .where(A.c.person_id == person, A.c.channel.endswith("sms"))
        .order_by(A.c.id.desc())
    )
    found = db.execute(query).scalars().first()
    return None if found is None else str(found)


def name(db: Connection, person: int) -> str | None:
    found = db.execute(select(P.c.name).where(P.c.id == person)).scalar_one()
    return None if found is None else str(found)


def stopped(db: Connection, digests: Collection[bytes]) -> set[bytes]:
    """Those of these numbers whose owner has opted out."""
    query = (
        select(A.c.digest)
        .join(P, P.c.id == A.c.person_id)
        .where(A.c.digest.in_(digests), P.c.stopped_at.is_not(None))
    )
    return {bytes(one) for one in db.execute(query).scalars()}
