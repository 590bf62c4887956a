"""Copies: everything in one SQLite file, made while people write, and read back.

The same from both databases, so that a copy needs no other program, and moves from one to the
other. What is sealed stays sealed.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, LargeBinary, MetaData, Table, select, text

from storage import schema
from storage.database import Database, open_database
from storage.sealing.sealed import SealedJSON, SealedText
from storage.tables import metadata

PAGES = 256  # copied in one go, a megabyte
PAUSE = 0.005  # seconds between two goes, which are everybody else's
ROWS = 1000


class Damaged(Exception):
    """A file is not a whole copy."""


class Failed(Exception):
    """The copy could not be written, or the database not be read; the text says why."""


def write(db: Database, file: Path) -> None:
    """Everything as it stands at one moment, into a file that only its owner may read; nobody
    waits for it. All or nothing: what is there under this name is whole and on the disk."""
    partial = file.with_name(f".{file.name}.partial")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        if db.embedded:
            _copy_file(str(db.engine.url.database), partial)
        else:
            _copy_rows(db.engine, partial)
        gather(partial)
        check(partial)
        keep(partial, file)
    except sqlite3.Error as error:
        raise Failed(str(error)) from error
    finally:
        for left in (partial, *partial.parent.glob(f"{partial.name}-*")):
            left.unlink(missing_ok=True)


def check(file: Path) -> None:
    """Raise Damaged unless every page and every reference of the file is sound."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as db:
            told = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
            loose = db.execute("PRAGMA foreign_key_check").fetchone()
            known = db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'")
            if told != "ok" or loose or not known.fetchone():
                raise Damaged(file.name)
    except sqlite3.DatabaseError as error:
        raise Damaged(file.name) from error


def size(db: Database) -> int:
    """About how many bytes a copy takes."""
    asked = (
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        if db.embedded
        else "SELECT pg_database_size(current_database())"
    )
    with db.reading() as connection:
        return int(connection.execute(text(asked)).scalar_one())


def _copy_file(source: str, file: Path) -> None:
    # The open transaction keeps the source at one moment: the copy need not begin anew whenever
    # somebody writes, and writers, whose pages go to the log, do not wait for it.
    with (
        closing(sqlite3.connect(source, isolation_level=None)) as held,
        closing(sqlite3.connect(file, isolation_level=None)) as copy,
    ):
        held.execute("BEGIN")
        held.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        held.backup(copy, pages=PAGES, sleep=PAUSE)
        held.execute("COMMIT")


def _copy_rows(engine: Engine, file: Path) -> None:
    target = open_database(f"sqlite:///{file}")
    try:
        schema.migrate(target)
        with _one_moment(engine) as held, target.writing() as copy:
            for one in plain_tables():
                copy.execute(one.delete())  # what the migrations themselves put there
                for rows in rows_of(held, one):
                    copy.execute(one.insert(), rows)
    finally:
        target.close()


@contextmanager
def _one_moment(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


def plain_tables() -> list[Table]:
    """The tables in an order in which rows may come, their sealed columns as they are."""
    plain = MetaData()
    for one in metadata.sorted_tables:
        copied = one.to_metadata(plain)
        for column in copied.columns:
            if isinstance(column.type, SealedText | SealedJSON):
                column.type = LargeBinary()
    return plain.sorted_tables


def rows_of(db: Connection, one: Table) -> Iterator[list[dict[str, object]]]:
    found = db.execution_options(yield_per=ROWS).execute(select(one))
    for rows in found.mappings().partitions():
        yield [dict(row) for row in rows]


def keep(partial: Path, file: Path) -> None:
    """On the disk, then under its name."""
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    os.replace(partial, file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def gather(file: Path) -> None:
    """All in the one file: no log beside it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
