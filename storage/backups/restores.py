"""A copy read back into an empty database, while nobody has it open."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Table, func, select, text, update

from storage.backups import copies
from storage.database import Database, open_database
from storage.tables import Broadcast, Message, Person, Status, metadata, table

B, M, P = table(Broadcast), table(Message), table(Person)


class NotEmpty(Exception):
    """There is somebody in the database already."""


class InUse(Exception):
    """Another process has the database open."""


def leave_in_doubt(db: Connection) -> tuple[int, int]:
    """What was on its way when the copy was made may have arrived since: it is looked up, or
    sent again with a flag, and no broadcast goes on by itself. How many messages and broadcasts."""
    on_their_way = M.c.status.in_((Status.QUEUED, Status.SENDING, Status.UNKNOWN))
    messages = db.execute(
        update(M)
        .where(on_their_way)
        .values(
            status=Status.UNKNOWN,
            code="restored",
            sent_at=func.coalesce(M.c.sent_at, M.c.created_at),
        )
    )
    broadcasts = db.execute(update(B).where(B.c.state == "sending").values(state="held"))
    return messages.rowcount, broadcasts.rowcount


def people(db: Connection) -> int:
    return db.execute(select(func.count()).select_from(P)).scalar_one()


def has_people(file: Path) -> bool:
    """Whether a SQLite file holds anybody; one that cannot be read is taken to."""
    try:
        with closing(sqlite3.connect(file)) as db:
            return db.execute("SELECT 1 FROM person LIMIT 1").fetchone() is not None
    except sqlite3.OperationalError as error:
        return "no such table" not in str(error)
    except sqlite3.DatabaseError:
        return True


def put_in_place(copy: Path, target: Path, aside: Path) -> None:
    """The copy becomes the database; the file that was there stays under another name. Raises
    InUse."""
    if target.exists():
        let_go(target)
    for end in ("", "-wal", "-shm"):  # an old log would be read into the new file
        if Path(f"{target}{end}").exists():
            os.replace(f"{target}{end}", f"{aside}{end}")
    copies.keep(copy, target)


def read_into(db: Database, copy: Path, replacing: bool) -> None:
    """Everything in the copy into a PostgreSQL database, all or nothing. Raises InUse, and
    NotEmpty unless it replaces what is there."""
    source = open_database(f"sqlite:///{copy}")
    try:
        with source.reading() as held, db.writing() as connection:
            _raise_if_used(connection)
            _empty(connection, replacing)
            for one in copies.plain_tables():
                for rows in copies.rows_of(held, one):
                    connection.execute(one.insert(), rows)
                _count_on(connection, one)
    finally:
        source.close()


def _count_on(db: Connection, one: Table) -> None:
    """The next id of our own comes after those that were read."""
    if "id" not in one.c:
        return
    highest = db.execute(select(func.max(one.c.id))).scalar()
    sequence = db.execute(
        text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": f'"{one.name}"'}
    ).scalar()
    if highest and sequence:
        counted = {"sequence": sequence, "highest": highest}
        db.execute(text("SELECT setval(:sequence, :highest)"), counted)


def _empty(db: Connection, replacing: bool) -> None:
    if not replacing and db.execute(select(P.c.id).limit(1)).first():
        raise NotEmpty
    for one in reversed(metadata.sorted_tables):
        db.execute(one.delete())


def _raise_if_used(db: Connection) -> None:
    others = (
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND backend_type = 'client backend' LIMIT 1"
    )
    if db.execute(text(others)).first():
        raise InUse


def let_go(target: Path) -> None:
    """Raise InUse while any process has the database open: only without others may the log
    be given up, which also brings what stands in it into the file."""
    try:
        with closing(sqlite3.connect(target, timeout=0, isolation_level=None)) as db:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            mode = db.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise InUse from error
    except sqlite3.DatabaseError:
        return  # no database any more: all the more reason to restore
    if mode != "delete":
        raise InUse
