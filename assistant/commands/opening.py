"""The database of a command: opened, looked at, and unsealed, or a sentence why not."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from assistant.ops import keyrings, logs
from assistant.ops.config import BadSettings, Settings
from assistant.ops.database_errors import understood
from storage import files, pulse, schema
from storage.database import Damaged, Database, open_database
from storage.sealing import keys, sealed

log = logs.get("database")

WRONG_KEY = (
    "SECRET_KEY is not the one this database was sealed with (nor are SEALING_KEYS): "
    "give back the old one, or run `assistant rotate` to change it"
)
NOT_ROTATED = "SEALING_KEYS has a newer key than this database: run `assistant rotate` first"
NEWER = "the database was made by a newer version of this program: install that version"
OLDER = "the database has not the tables of this version: run `assistant migrate` first"


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """The database, ready to be read and written; raises BadSettings."""
    with told(settings) as db:
        with db.reading() as connection:
            schema.check(connection)
            sealed.use(keys.read(connection, keyrings.given(settings)))
        yield db


@contextmanager
def migrated(settings: Settings) -> Iterator[Database]:
    """The same, its tables brought up to date before."""
    with told(settings) as db:
        db.check()
        schema.migrate(db)
        if not schema.wipe(db):
            log.warning("old pages kept", code="full or busy", remedy="free disk, then restart")
        if db.file:
            tell_exposed([db.file.parent, *files.database_files(db.file)])
        now = datetime.now(UTC)
        with db.writing() as connection:
            pulse.beat(connection, now)  # what can only be read is noticed here
            sealed.use(keys.adopt(connection, keyrings.given(settings), now))
        yield db


@contextmanager
def told(settings: Settings) -> Iterator[Database]:
    """The database as it is; whatever is the matter with it is said in a sentence."""
    try:
        db = open_database(settings.database_url.get_secret_value())
    except OSError as error:
        raise BadSettings(f"DATABASE_URL: its folder cannot be made: {error.strerror}") from error
    try:
        yield db
    except keys.WrongKey as error:
        raise BadSettings(WRONG_KEY) from error
    except keys.NotRotated as error:
        raise BadSettings(NOT_ROTATED) from error
    except schema.Newer as error:
        raise BadSettings(NEWER) from error
    except schema.Older as error:
        raise BadSettings(OLDER) from error
    except (SQLAlchemyError, Damaged) as error:
        trouble = understood(error)
        raise BadSettings(f"the database: {trouble.reason}; {trouble.remedy}") from error
    finally:
        db.close()


def tell_exposed(paths: Sequence[Path]) -> None:
    """Say which of them others on this machine may read or change."""
    for path in files.exposed(paths):
        log.warning("open to others", path=str(path), remedy="chmod go= it")
