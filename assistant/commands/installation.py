"""An installation: its tables, its first programme, its copies."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from assistant.commands import opening
from assistant.console.signing import links
from assistant.learning import reviews
from assistant.ops import backups
from assistant.ops.config import BadSettings, Settings
from assistant.programmes import definitions
from assistant.safeguarding import cover, gaps
from storage.backups import copies
from storage.console import accounts, signing
from storage.database import Database
from storage.people import programmes, worlds


def prepare(settings: Settings) -> None:
    """Ready to serve: tables up to date, and a programme to talk to."""
    with opening.migrated(settings) as db, db.writing() as connection:
        definitions.demonstrate(connection, datetime.now(UTC))
        if settings.reaches_people:
            worlds.end_rehearsal(connection)


def check_live(settings: Settings) -> None:
    """Raise BadSettings where people can be reached and nobody would come to their help."""
    if not settings.reaches_people:
        return
    with opening.opened(settings) as db, db.reading() as connection:
        missing = gaps.of_all(connection, cover.senders(settings), datetime.now(UTC))
    if missing:
        raise BadSettings(f"{missing} (docs/on-call.md; `assistant check` tells all)")


def describe(settings: Settings, file: Path) -> str:
    """Add or change the programme that a file describes; what was done. Raises BadSettings."""
    described = definitions.read(file)
    with opening.migrated(settings) as db, db.writing() as connection:
        now = datetime.now(UTC)
        done = definitions.keep(connection, described, now)
        for programme in programmes.every(connection).values():
            if programme.keyword == described.keyword:
                reviews.plan(connection, programme, now)
        return done


def migrate(settings: Settings) -> None:
    """Bring the tables up to date."""
    with opening.migrated(settings):
        pass


def backup(settings: Settings, file: Path) -> None:
    """A copy of the database that is whole, whatever is written meanwhile."""
    if file.exists():
        raise BadSettings(f"{file} exists already")
    with opening.opened(settings) as db:
        try:
            copies.write(db, file)
        except (OSError, copies.Damaged, copies.Failed, SQLAlchemyError) as error:
            reason = backups.reason(error)
            raise BadSettings(f"{file}: there is no copy ({reason})") from error
    opening.tell_exposed([file])


def first_link(settings: Settings) -> str:
    """One for the very first start: as soon as anybody has signed in there is none any more."""
    with opening.opened(settings) as db:
        with db.reading() as connection:
            if signing.anybody_came(connection):
                return ""
        return _link(db, settings)


def sign_in_link(settings: Settings) -> str:
    """Another one, for who cannot come in by their phone."""
    with opening.opened(settings) as db:
        return _link(db, settings)


def _link(db: Database, settings: Settings) -> str:
    now = datetime.now(UTC)
    base = settings.public_url or f"http://localhost:{settings.port}"
    with db.writing() as connection:
        return base + links.make(connection, accounts.owner(connection, now), now)
