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
    """What our turns have written since then, raw."""
    with db.reading() as connection:

        def rows(sql: str) -> Rows:
            found = connection.execute(text(sql), {"m": since.message, "e": since.entry})
            return [dict(row) for row in found.mappings()]

        new = rows("SELECT * FROM message WHERE id > :m ORDER BY id")
        entries = rows("SELECT * FROM log WHERE id > :e ORDER BY id")
        answered = [entry["message_id"] for entry in entries]
        people = ", ".join(str(entry["person_id"]) for entry in entries)
        runs = rows(f"SELECT * FROM run WHERE closed_at IS NULL AND person_id IN ({people})")
        marks = rows(
            "SELECT answered_at, id FROM message WHERE id IN "
            f"({', '.join(str(one) for one in answered)}) ORDER BY id"
        )
    return Written(runs, new, entries, marks)


def write(url: str, rows: Written) -> float:
    """Write the rows again, in a database that has not seen our turns; seconds it took."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        connection: Any = sqlite3.connect(str(parts.database), isolation_level=None)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        seconds = _loop(connection.cursor(), rows, "BEGIN IMMEDIATE", ":{}")
    else:
        connection = psycopg.connect(parts.set(drivername="postgresql").render_as_string(False))
        connection.autocommit = True
        seconds = _loop(connection.cursor(), rows, "BEGIN", "%({})s")
    connection.close()
    return seconds


def _loop(cursor: Any, rows: Written, begin: str, slot: str) -> float:
    statements = [
        (_update("run", (*MOVED, "id"), slot), rows.runs),
        (_insert("message", rows.messages, slot), rows.messages),
        (_insert("log", rows.entries, slot), rows.entries),
        (_update("message", ("answered_at", "id"), slot), rows.answered),
    ]
    started = time.perf_counter()
    for first in range(0, len(rows.answered), BATCH):
        cursor.execute(begin)
        for sql, values in statements:
            cursor.executemany(sql, values[first : first + BATCH])
        cursor.execute("COMMIT")
    return time.perf_counter() - started


def _insert(table: str, rows: Sequence[Mapping[str, Any]], slot: str) -> str:
    columns = [name for name in rows[0] if name != "id"]
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(slot.format(c) for c in columns)})"


def _update(table: str, columns: Sequence[str], slot: str) -> str:
    *changed, key = columns
    sets = ", ".join(f"{name} = {slot.format(name)}" for name in changed)
    return f"UPDATE {table} SET {sets} WHERE {key} = {slot.format(key)}"
