"""The lines of a record of concern: more words, what was said to them, and who looked at it."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from storage import bulk, tables
from storage.tables import table

L = table(tables.ConcernLine)


class Kind(StrEnum):
    """What a line tells."""

    WORDS = "words"  # of who said it, after the first
    TOLD = "told"  # to them
    LOOKED = "looked"  # somebody of the staff has read the record


class NewLine(NamedTuple):
    """A line to be kept; `person_id` is whose words they are, who was told, or who looked."""

    concern_id: int
    person_id: int
    kind: str
    text: str
    at: datetime


class Told(NamedTuple):
    """How many times they wrote more, and when they were last told something."""

    words: int
    at: datetime | None


def add(db: Connection, rows: Sequence[NewLine]) -> None:
    bulk.insert(db, L, rows)


def of(db: Connection, concern: int) -> list[NewLine]:
    """The lines of a record, oldest first."""
    columns = [L.c[name] for name in NewLine._fields]
    query = select(*columns).where(L.c.concern_id == concern).order_by(L.c.id)
    return [NewLine._make(row) for row in db.execute(query)]


def told(db: Connection, concerns: Sequence[int]) -> dict[int, Told]:
    """What has been said of each of these concerns."""
    columns = (L.c.concern_id, L.c.kind, func.count(), func.max(L.c.at))
    query = select(*columns).where(L.c.concern_id.in_(concerns)).group_by(*columns[:2])
    found = dict.fromkeys(concerns, Told(0, None))
    for concern, kind, count, at in db.execute(query):
        if kind == Kind.WORDS:
            found[concern] = found[concern]._replace(words=count)
        elif kind == Kind.TOLD:
            found[concern] = found[concern]._replace(at=at)
    return found
