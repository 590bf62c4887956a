"""The whole record of one concern, for the eyes of its staff alone; and giving old ones up."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from storage import tables
from storage.safeguarding import lines, pages
from storage.safeguarding.lines import NewLine
from storage.safeguarding.pages import NewPage
from storage.tables import table

C, G = table(tables.Concern), table(tables.Page)
L, P = table(tables.ConcernLine), table(tables.Person)
MOST = 200  # records given up in one go


class Record(NamedTuple):
    """A concern, closed or not, with all that became of it."""

    id: int
    programme_id: int
    name: str | None  # of who said it
    words: str
    opened_at: datetime
    acknowledged_by: str | None
    acknowledged_at: datetime | None
    closed_at: datetime | None
    note: str | None
    pages: Sequence[NewPage]
    lines: Sequence[NewLine]
    readers: Mapping[int, str]  # names, by person


def find(db: Connection, concern: int) -> Record | None:
    columns = [C.c[name] for name in Record._fields[3:9]]
    query = select(C.c.id, C.c.programme_id, P.c.name, *columns).join(P, P.c.id == C.c.person_id)
    found = db.execute(query.where(C.c.id == concern)).one_or_none()
    if found is None:
        return None
    kept = lines.of(db, concern)
    people = {one.person_id for one in kept}
    named = db.execute(select(P.c.id, P.c.name).where(P.c.id.in_(people)))
    readers = {row.id: row.name or "?" for row in named}
    return Record._make([*found, pages.of(db, concern), kept, readers])


def give_up(db: Connection, programme: int, before: datetime) -> int:
    """Erase some records of a programme that were closed before; how many."""
    old = select(C.c.id).where(C.c.programme_id == programme, C.c.closed_at < before).limit(MOST)
    ids = list(db.execute(old).scalars())
    if ids:
        db.execute(delete(L).where(L.c.concern_id.in_(ids)))
        db.execute(delete(G).where(G.c.concern_id.in_(ids)))
        db.execute(delete(C).where(C.c.id.in_(ids)))
    return len(ids)
