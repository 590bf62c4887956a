"""Phones that several people share: who they are, and how a phone comes to be shared."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Row, insert, select, update

from storage import bulk
from storage.among import among
from storage.inbox.received import ERASED
from storage.people import names
from storage.people.persons import Echo
from storage.sealing import sealed
from storage.tables import Address, Message, Person, table

A, M, P = table(Address), table(Message), table(Person)

_SHARING = (
    select(
        A.c.shared_id,
        A.c.person_id,
        A.c.id,
        P.c.name,
        P.c.stopped_at,
        A.c.unreachable_at,
        A.c.heard_at,
    )
    .join(P, P.c.id == A.c.person_id)
    .where(among(A.c.shared_id, "phones"), A.c.id != A.c.shared_id, A.c.origin != ERASED)
    .where(A.c.left_at.is_(None))
    .order_by(A.c.id)
)


class Sharer(NamedTuple):
    """Somebody who shares a phone, and the address behind it that is theirs."""

    phone_id: int  # the address of the phone
    person_id: int
    address_id: int
    name: str | None
    stopped_at: datetime | None
    unreachable_at: datetime | None = None
    heard_at: datetime | None = None


class NewSharer(NamedTuple):
    """Somebody who is to be written to at a phone that another has as theirs, or shares."""

    address_id: int  # of whoever has it, or shares it
    language: str
    zone: str
    name: str | None


def sharers(db: Connection, phones: Sequence[int]) -> dict[int, list[Sharer]]:
    """Who shares each of these phones, in the order in which they came."""
    found: dict[int, list[Sharer]] = defaultdict(list)
    for one in bulk.read(db, _SHARING, {"phones": phones}, Sharer):
        found[one.phone_id].append(one)
    return found


def beside(db: Connection, address_id: int) -> list[Sharer]:
    """All who share the phone of this address; nobody where it is not shared."""
    phone = db.execute(select(A.c.shared_id).where(A.c.id == address_id)).scalar()
    return sharers(db, [phone]).get(phone, []) if phone else []


def beside_of(db: Connection, person: int) -> list[int]:
    """Who shares the phones of somebody, or that phone itself; nobody where none is shared."""
    phones = select(A.c.shared_id).where(A.c.person_id == person, A.c.shared_id.is_not(None))
    found = sharers(db, list(db.execute(phones).scalars()))
    return [one.person_id for some in found.values() for one in some]


def leave(db: Connection, person: int) -> list[int]:
    """Somebody has been erased. What their phones were told and nobody has said who wrote it is
    theirs perhaps, so it goes; the phones that nobody shares any more are there for nobody: who
    these are."""
    phones = select(A.c.shared_id).where(A.c.person_id == person, A.c.shared_id.is_not(None))
    left = list(db.execute(phones).scalars())
    unsaid = (M.c.address_id.in_(left), M.c.direction == "in", M.c.answered_at.is_not(None))
    db.execute(update(M).where(*unsaid).values(text=""))
    alone = [one for one in left if one not in sharers(db, left)]
    of_nobody = A.c.id.in_(alone)
    people = list(db.execute(select(A.c.person_id).where(of_nobody)).scalars())
    db.execute(update(A).where(of_nobody).values(shared_id=None))
    return people


def share(db: Connection, new: NewSharer, now: datetime) -> Sharer:
    """Somebody more is reached at this phone, and is taken to be who writes next."""
    row = db.execute(select(A).where(A.c.id == new.address_id)).one()
    phone = row.shared_id or _split(db, row, new, now)
    person = _person(db, new, new.name, now)
    values = {**_address(row, person, phone), "digest": _behind(row, person), "created_at": now}
    address = db.execute(insert(A).values(values).returning(A.c.id)).scalar_one()
    echo: Echo = {"writer": person, "written": now.isoformat()}
    of_phone = select(A.c.person_id).where(A.c.id == phone).scalar_subquery()
    db.execute(update(P).where(P.c.id == of_phone).values(echo=echo))
    return Sharer(phone, person, address, new.name, None)


def _split(db: Connection, row: Row[tuple[object, ...]], new: NewSharer, now: datetime) -> int:
    """The phone becomes somebody by itself, with the address; who had it gets one behind it."""
    behind = update(A).where(A.c.id == row.id)
    db.execute(behind.values(digest=_behind(row, row.person_id)))
    person = _person(db, new, None, now)
    values = {**_address(row, person, None), "digest": row.digest, "created_at": now}
    phone = int(db.execute(insert(A).values(values).returning(A.c.id)).scalar_one())
    db.execute(update(A).where(A.c.id.in_((phone, row.id))).values(shared_id=phone))
    return phone


def _person(db: Connection, new: NewSharer, name: str | None, now: datetime) -> int:
    values = {"language": new.language, "zone": new.zone, "name": name, "created_at": now}
    person = int(db.execute(insert(P).values(values).returning(P.c.id)).scalar_one())
    names.keep(db, {person: name})
    return person


def _address(row: Row[tuple[object, ...]], person: int, phone: int | None) -> dict[str, object]:
    same = {name: getattr(row, name) for name in ("channel", "sender", "handle", "origin")}
    return {**same, "person_id": person, "shared_id": phone}


def _behind(row: Row[tuple[object, ...]], person: int) -> bytes:
    """By which nothing arrives: no address looks like it."""
    return sealed.find_by(row.channel, f"{row.handle} {person}")
