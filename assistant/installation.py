"""An installation: its tables, its first programme, its copies."""

from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from assistant import app, backups, programmes
from assistant.config import BadSettings, Settings
from storage import copies, participants, schema
from storage.sealed import NoKey


def prepare(settings: Settings) -> None:
    """Ready to serve: tables up to date, and a programme to talk to."""
    db = app.database(settings)
    try:
        schema.migrate(db)
        with db.writing() as connection:
            _check_key(connection)
            programmes.demonstrate(connection, datetime.now(UTC))
    finally:
        db.close()


def describe(settings: Settings, file: Path) -> str:
    """Add or change the programme that a file describes; what was done. Raises BadSettings."""
    described = programmes.read(file)
    db = app.database(settings)
    try:
        schema.migrate(db)
        with db.writing() as connection:
            _check_key(connection)
            return programmes.keep(connection, described, datetime.now(UTC))
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
    """A copy of the database that is whole, whatever is written meanwhile."""
    if file.exists():
        raise BadSettings(f"{file} exists already")
    db = app.database(settings)
    try:
        with db.reading() as connection:
            _check_key(connection)
        copies.write(db, file)
    except (OSError, copies.Damaged, copies.Failed, SQLAlchemyError) as error:
        raise BadSettings(f"{file}: there is no copy ({backups.reason(error)})") from error
    finally:
        db.close()


def _check_key(connection: Connection) -> None:
    try:
        participants.programmes(connection)
    except (InvalidTag, NoKey) as error:
        raise BadSettings("SECRET_KEY is not the one this database was sealed with") from error
