"""Restoring: a copy becomes the database, checked before anything is touched."""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from assistant.ops import keyrings
from assistant.ops.config import BadSettings, Settings
from storage import schema
from storage.backups import copies, restores
from storage.database import Database, open_database
from storage.sealing import keys, sealed


def restore(settings: Settings, file: Path, replacing: bool) -> str:
    """Put the copy in the place of the database; what was done and what is to be known. Raises
    BadSettings, and has changed nothing then."""
    if not file.is_file():
        raise BadSettings(f"{file} is no file")
    db = open_database(settings.database_url.get_secret_value())
    try:
        with tempfile.TemporaryDirectory(dir=_beside(db)) as folder:
            copy = Path(folder) / "copy.db"
            shutil.copyfile(file, copy)
            copy.chmod(0o600)
            people, messages, broadcasts = _prepare(settings, copy, file)
            kept = _put(db, copy, replacing)
    finally:
        db.close()
    return _told(people, messages, broadcasts, kept)


def _beside(db: Database) -> Path | None:
    """A folder on the same disk, so that the file can be moved as it is."""
    return Path(str(db.engine.url.database)).absolute().parent if db.embedded else None


def _prepare(settings: Settings, copy: Path, file: Path) -> tuple[int, int, int]:
    """The copy as this version needs it: whole, opened by our keys, its tables up to date."""
    try:
        copies.check(copy)
        db = open_database(f"sqlite:///{copy}")
        try:
            schema.migrate(db)
            with db.writing() as connection:
                sealed.use(keys.adopt(connection, keyrings.given(settings), datetime.now(UTC)))
                messages, broadcasts = restores.leave_in_doubt(connection)
                people = restores.people(connection)
        finally:
            db.close()
        copies.gather(copy)
    except schema.Newer as error:
        raise BadSettings(f"{file} was made by a newer version of this program") from error
    except (copies.Damaged, SQLAlchemyError) as error:
        raise BadSettings(f"{file} is not a whole copy of a database") from error
    except (keys.WrongKey, keys.NotRotated) as error:
        raise BadSettings(f"SECRET_KEY is not the one that {file} was sealed with") from error
    return people, messages, broadcasts


def _put(db: Database, copy: Path, replacing: bool) -> Path | None:
    """Where the database that was there is now, if it was a file."""
    try:
        if db.embedded:
            return _put_file(db, copy, replacing)
        schema.migrate(db)
        db.engine.dispose()
        restores.read_into(db, copy, replacing)
    except restores.InUse as error:
        raise BadSettings("the database is in use: stop the product first") from error
    except restores.NotEmpty as error:
        raise BadSettings("the database is not empty: with --replace it is replaced") from error
    return None


def _put_file(db: Database, copy: Path, replacing: bool) -> Path | None:
    target = Path(str(db.engine.url.database))
    there = target.exists() and target.stat().st_size > 0
    aside = target.with_name(f"{target.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    if there and restores.has_people(target) and not replacing:
        restores.let_go(target)
        raise restores.NotEmpty
    restores.put_in_place(copy, target, aside)
    return aside if there else None


def _told(people: int, messages: int, broadcasts: int, kept: Path | None) -> str:
    lines = [f"Restored: {people} people."]
    if kept:
        lines.append(f"The database that was there is now {kept}.")
    if messages:
        lines.append(
            f"{messages} messages were on their way when the copy was made: they are looked up"
            " where the provider can tell, else sent again and flagged."
        )
    if broadcasts:
        lines.append(f"{broadcasts} broadcasts were under way: they are held until a coordinator")
        lines[-1] += " lets them go on."
    lines.append(
        "Who said STOP since the copy was made, and to whom, this database does not know:"
        " see docs/operating.md before you start the product."
    )
    return "\n".join(lines)
