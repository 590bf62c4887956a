"""Entries of the log, which only grows."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from storage import bulk
from storage.tables import Entry, table

L = table(Entry)


def add(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    bulk.insert(db, L, rows)
