"""The schema: brought up to date, and compared with the tables."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from storage.database import Database
from storage.tables import metadata


def migrate(db: Database) -> None:
    """Run every migration that has not run yet; one process at a time."""
    with db.writing() as connection:
        if not db.embedded:
            connection.execute(text("SELECT pg_advisory_xact_lock(77)"))
        command.upgrade(_config(connection), "head")


def differences(connection: Connection) -> list[Any]:
    """What the migrations left otherwise than the tables say: nothing, if all is well."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
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
