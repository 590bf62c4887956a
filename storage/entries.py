"""Entries of the log, which only grows."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from storage import bulk, tables
from storage.tables import Json, table

L = table(tables.Entry)


class Entry(NamedTuple):
    """A line of the log, to be added."""

    person_id: int
    at: datetime
    kind: str  # what happened, in the past tense: "consent given", "answered"
    message_id: int
    programme_id: int | None = None
    flow: str = ""
    state: str = ""
    wording: str = ""  # the version of the words that were shown
    channel: str = ""
    facts: Json | None = None


def add(db: Connection, rows: Sequence[Entry]) -> None:
    bulk.insert(db, L, rows)
