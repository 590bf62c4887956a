"""An installation: its tables, its first programme, its copies."""

from datetime import UTC, datetime
from pathlib import Path

from assistant import app, programmes
from assistant.config import BadSettings, Settings
from storage import schema


def prepare(settings: Settings) -> None:
    """Ready to serve: tables up to date, and a programme to talk to."""
    db = app.database(settings)
    try:
        schema.migrate(db)
        with db.writing() as connection:
            programmes.demonstrate(connection, datetime.now(UTC))
    finally:
        db.close()


def migrate(settings: Settings) -> None:
    """Bring the tables up to date."""
    db = app.database(settings)
    try:
        schema.migrate(db)
    finally:
        db.close()


def backup(settings: Settings, file: Path) -> None:
    """A copy of the SQLite file that is whole, whatever is written meanwhile."""
    if file.exists():
        raise BadSettings(f"{file} exists already")
    db = app.database(settings)
    if not db.embedded:
        raise BadSettings("DATABASE_URL is PostgreSQL: use pg_dump")
    try:
        with db.engine.connect() as connection:
            # VACUUM runs in no transaction, so the driver is spoken to directly.
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("VACUUM INTO ?", (str(file),))
    finally:
        db.close()
