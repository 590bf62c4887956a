"""The schema: brought up to date, and compared with the tables."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, ForeignKeyConstraint, text
from sqlalchemy.schema import SchemaItem

from storage.database import Database
from storage.tables import metadata
from storage.tables.base import EMBEDDED

# What a SQLite file is marked with once its free pages hold nothing of before a migration.
CLEAN = 1
SMALL = 32 * 2**20  # bytes of a file that is written anew in less than a second


class Newer(Exception):
    """A later version of the product made these tables."""


class Older(Exception):
    """There are no tables, or those of an earlier version."""


def migrate(db: Database) -> None:
    """Run every migration that has not run yet; one process at a time. Raises Newer."""
    with db.writing() as connection:
        if not db.embedded:
            connection.execute(text("SELECT pg_advisory_xact_lock(77)"))
        with suppress(Older):
            check(connection)
        if db.embedded and MigrationContext.configure(connection).get_current_revision() is None:
            connection.exec_driver_sql(f"PRAGMA user_version = {CLEAN}")
        command.upgrade(_config(connection), "head")


def wipe(db: Database) -> bool:
    """Give back the pages of a SQLite file that still hold what migrations replaced. False where
    it cannot be done now, because the disk is full or somebody reads the file."""
    if not db.embedded:
        return True  # a migration there writes the table anew
    with db.engine.connect() as connection:
        # VACUUM runs in no transaction, so the driver is spoken to directly.
        raw = connection.connection.driver_connection
        assert raw is not None
        try:
            if raw.execute("PRAGMA user_version").fetchone()[0] < CLEAN:
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                raw.execute(f"PRAGMA user_version = {CLEAN}")
        except sqlite3.OperationalError:
            return False
    return True


def wipe_erased(db: Database) -> bool:
    """The same for what was erased since: from the log at once, from a small file as well, and
    from a large one when the product starts next."""
    if not db.embedded:
        return _vacuum(db)
    with db.alone() as raw:
        try:
            raw.execute("PRAGMA user_version = 0")
            if _size(raw) <= SMALL:
                raw.execute("VACUUM")
                raw.execute(f"PRAGMA user_version = {CLEAN}")
            busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            return False
    return not busy


def _vacuum(db: Database) -> bool:
    """Dead rows are given back; nobody waits for it."""
    with db.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        for one in metadata.sorted_tables:
            connection.exec_driver_sql(f'VACUUM "{one.name}"')
    return True


def _size(raw: sqlite3.Connection) -> int:
    pages, page = (
        raw.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size")
    )
    return int(pages * page)


def check(connection: Connection) -> None:
    """Whether the tables are those of this version; raises Newer or Older."""
    found = MigrationContext.configure(connection).get_current_revision()
    script = ScriptDirectory.from_config(_config(connection))
    known = [one.revision for one in script.walk_revisions()]
    if found not in (None, *known):
        raise Newer
    if found != script.get_current_head():
        raise Older


def differences(connection: Connection) -> list[object]:
    """What the migrations left otherwise than the tables say: nothing, if all is well."""
    embedded = connection.dialect.name == "sqlite"

    def compared(one: SchemaItem, _name: str | None, kind: str, *_others: object) -> bool:
        """All but the links that a server does not watch over."""
        if kind != "foreign_key_constraint" or embedded:
            return True
        links = one.elements if isinstance(one, ForeignKeyConstraint) else []
        return not any(link.info.get(EMBEDDED) for link in links)

    opts = {"compare_type": True, "include_object": compared}
    context = MigrationContext.configure(connection, opts=opts)
    return list(compare_metadata(context, metadata))


def write_migration(db: Database, message: str) -> None:
    """For developers: a new migration from the differences, to be read before it is kept."""
    with db.writing() as connection:
        command.revision(_config(connection), message, autogenerate=True)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
