"""Concerns: what was said, and who has it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, or_, select, update

from storage import bulk, tables
from storage.tables import table

C = table(tables.Concern)


class NewConcern(NamedTuple):
    """A concern to be kept; at `page_at` somebody is paged."""

    person_id: int
    programme_id: int
    match_id: int | None
    kind: str
    about: str
    words: str
    opened_at: datetime
    page_at: datetime | None
    handover_id: int | None = None


class Concern(NamedTuple):
    """A concern that is not closed, and who has it if somebody does."""

    id: int
    person_id: int
    programme_id: int
    kind: str
    about: str
    words: str
    opened_at: datetime
    pages: int
    page_at: datetime | None
    acknowledged_by: str | None
    acknowledged_person_id: int | None
    acknowledged_at: datetime | None


class Acknowledged(NamedTuple):
    """Somebody says that they have a concern."""

    concern: int
    person: int | None  # None: who is no person of the product, but in the console
    name: str
    at: datetime


class Paged(NamedTuple):
    """How often somebody was paged for a concern, and when it is done again."""

    id: int
    pages: int
    page_at: datetime | None


class Listed(NamedTuple):
    """Who has closed a line of the list, by name, and when; the owner of an installation may be no
    person that the product writes to."""

    person: int | None
    name: str
    at: datetime


_COLUMNS = [C.c[name] for name in Concern._fields]
_OPEN = select(*_COLUMNS).where(C.c.closed_at.is_(None)).order_by(C.c.id)
_PAGED = bulk.changing(C, Paged._fields)


def add(db: Connection, rows: Sequence[NewConcern]) -> list[int]:
    """Keep concerns; their ids, in this order."""
    adding = insert(C).returning(C.c.id, sort_by_parameter_order=True)
    return list(db.execute(adding, [row._asdict() for row in rows]).scalars())


def of_person(db: Connection, person: int) -> list[Concern]:
    """What somebody has said that is not closed, oldest first."""
    return [Concern._make(row) for row in db.execute(_OPEN.where(C.c.person_id == person))]


def opened_since(db: Connection, people: Sequence[int], since: datetime) -> frozenset[int]:
    """Who of these people has said something since then, closed by now or not."""
    query = select(C.c.person_id).where(C.c.person_id.in_(people), C.c.opened_at >= since)
    return frozenset(db.execute(query).scalars())


def find(db: Connection, ids: Sequence[int]) -> list[Concern]:
    """Those of these concerns that are not closed."""
    return [Concern._make(row) for row in db.execute(_OPEN.where(C.c.id.in_(ids)))]


def due(db: Connection, now: datetime, latest: datetime, most: int) -> list[Concern]:
    """Claim the concerns for which somebody is to be paged now. Those to be paged after the latest
    moment are among them: the clock has been set back since that was written down."""
    is_due = or_(C.c.page_at <= now, C.c.page_at > latest)
    query = _OPEN.where(is_due).order_by(None).order_by(C.c.page_at, C.c.id)
    locked = query.limit(most).with_for_update(of=C, key_share=True, skip_locked=True)
    return [Concern._make(row) for row in db.execute(locked)]


def paged(db: Connection, rows: Sequence[Paged]) -> None:
    bulk.update(db, _PAGED, rows)


def acknowledge(db: Connection, one: Acknowledged) -> bool:
    """Whether they are the first to say so: then nobody else is paged."""
    free = (C.c.id == one.concern, C.c.acknowledged_at.is_(None), C.c.closed_at.is_(None))
    values = {
        "acknowledged_by": one.name,
        "acknowledged_person_id": one.person,
        "acknowledged_at": one.at,
        "page_at": None,
    }
    return db.execute(update(C).where(*free).values(values)).rowcount > 0


def close(db: Connection, concern: int, now: datetime, note: str) -> int | None:
    """It is seen to; the line of the coordinators' list that goes with it."""
    values = {"closed_at": now, "note": note, "page_at": None}
    closing = update(C).where(C.c.id == concern, C.c.closed_at.is_(None)).values(values)
    return db.execute(closing.returning(C.c.handover_id)).scalar()


def close_listed(db: Connection, handovers: Sequence[int], by: Listed) -> None:
    """What a coordinator has closed on the list is seen to; by them, where nobody had it yet."""
    listed = update(C).where(C.c.handover_id.in_(handovers), C.c.closed_at.is_(None))
    taken = {"acknowledged_by": by.name, "acknowledged_person_id": by.person}
    free = listed.where(C.c.acknowledged_at.is_(None))
    db.execute(free.values(**taken, acknowledged_at=by.at))
    db.execute(listed.values(closed_at=by.at, page_at=None))
