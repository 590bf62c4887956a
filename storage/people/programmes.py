"""Programmes: what each is, and what participants read of it."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from storage import tables
from storage.tables import Invitation, Json, Participant, table

G, N, V = table(tables.Programme), table(Participant), table(Invitation)


class Programme(NamedTuple):
    """A programme, with what participants read of it in `settings`."""

    id: int
    name: str
    keyword: str
    mentor_keyword: str
    language: str
    zone: str
    country: str
    formal: bool
    minimum_age: int
    settings: Json


class Definition(NamedTuple):
    """What a programme is to be."""

    name: str
    keyword: str
    mentor_keyword: str
    language: str
    zone: str
    country: str
    formal: bool
    minimum_age: int
    settings: Json


_PROGRAMMES = select(*(G.c[name] for name in Programme._fields)).order_by(G.c.id)


def every(db: Connection) -> dict[int, Programme]:
    """Every programme by its id; there are few."""
    return {row.id: Programme._make(row) for row in db.execute(_PROGRAMMES).all()}


def add(db: Connection, definition: Definition, now: datetime) -> int:
    values = definition._asdict() | {"created_at": now}
    return int(db.execute(insert(G).values(values).returning(G.c.id)).scalar_one())


def change(db: Connection, programme: int, definition: Definition) -> None:
    db.execute(update(G).where(G.c.id == programme).values(definition._asdict()))


def drop_unused(db: Connection, keyword: str) -> None:
    """Remove a programme in which nobody ever was."""
    enrolled = select(N.c.id).where(N.c.programme_id == G.c.id).exists()
    invited = select(V.c.id).where(V.c.programme_id == G.c.id).exists()
    db.execute(delete(G).where(G.c.keyword == keyword, ~enrolled, ~invited))
