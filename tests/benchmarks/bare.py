"""The yardstick: a loop that writes the rows our turns wrote, values ready, 64 in a commit."""

import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import make_url, text

from storage.database import PRAGMAS, Database

BATCH = 64
MOVED = ("state", "depth", "asked", "data", "moved_at", "closed_at", "nudge_at")

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Written:
    """Rows as they lie in the database after our turns, sealed and all."""

    runs: Rows
    messages: Rows
    entries: Rows
    answered: Rows


@dataclass(frozen=True)
class Before:
    """How far the tables went before our turns."""

    message: int
    entry: int


def before(db: Database) -> Before:
    with db.reading() as connection:
        message = connection.execute(text("SELECT coalesce(max(id), 0) FROM message")).scalar_one()
        entry = connection.execute(text("SELECT coalesce(max(id), 0) FROM log")).scalar_one()
    return Before(message, entry)


def written(db: Database, since: Before) -> Written:
    """What our turns have written since then, raw; each was one answer in one run."""
    with db.reading() as connection:

        def rows(sql: str) -> Rows:
            found = connection.execute(text(sql), {"m": since.message, "e": since.entry})
            return [dict(row) for row in found.mappings()]

        new = rows("SELECT * FROM message WHERE id > :m ORDER BY id")
        entries = rows("SELECT * FROM log WHERE id > :e ORDER BY id")
        people = ", ".join(str(entry["person_id"]) for entry in entries)
        runs = rows(f"SELECT * FROM run WHERE closed_at IS NULL AND person_id IN ({people})")
        answered = ", ".join(str(entry["message_id"]) for entry in entries)
        marks = rows(f"SELECT answered_at, id FROM message WHERE id IN ({answered}) ORDER BY id")
    assert len(runs) == len(new) == len(entries) == len(marks)
    return Written(runs, new, entries, marks)


class Loop:
    """A connection as bare as can be, on a database that has not seen our turns."""

    def __init__(self, url: str) -> None:
        parts = make_url(url)
        self._connection: Any
        if parts.get_backend_name() == "sqlite":
            self._connection = sqlite3.connect(str(parts.database), isolation_level=None)
            for pragma in PRAGMAS:
                self._connection.execute(pragma)
            self._begin, self._slot = "BEGIN IMMEDIATE", ":{}"
        else:
            address = parts.set(drivername="postgresql").render_as_string(False)
            self._connection = psycopg.connect(address, autocommit=True)
            self._begin, self._slot = "BEGIN", "%({})s"

    def write(self, rows: Written) -> float:
        """Write the rows again; seconds it took."""
        cursor, statements = self._connection.cursor(), self._statements(rows)
        started = time.perf_counter()
        for first in range(0, len(rows.answered), BATCH):
            cursor.execute(self._begin)
            for sql, values in statements:
                cursor.executemany(sql, values[first : first + BATCH])
            cursor.execute("COMMIT")
        return time.perf_counter() - started

    def close(self) -> None:
        self._connection.close()

    def _statements(self, rows: Written) -> list[tuple[str, Rows]]:
        return [
            (self._update("run", (*MOVED, "id")), rows.runs),
            (self._insert("message", rows.messages), rows.messages),
            (self._insert("log", rows.entries), rows.entries),
            (self._update("message", ("answered_at", "id")), rows.answered),
        ]

    def _insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> str:
        columns = [name for name in rows[0] if name != "id"]
        names = ", ".join(f'"{name}"' for name in columns)
        values = ", ".join(self._slot.format(name) for name in columns)
        return f"INSERT INTO {table} ({names}) VALUES ({values})"

    def _update(self, table: str, columns: Sequence[str]) -> str:
        *changed, key = columns
        sets = ", ".join(f"{name} = {self._slot.format(name)}" for name in changed)
        return f"UPDATE {table} SET {sets} WHERE {key} = {self._slot.format(key)}"
