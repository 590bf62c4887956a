"""Links that sign in whoever runs the installation to its console."""

from datetime import UTC, datetime

from assistant.commands import opening
from assistant.console.signing import links
from assistant.ops.config import Settings
from storage.console import accounts, signing
from storage.database import Database


def first_link(settings: Settings) -> str:
    """One for the very first start: as soon as anybody has signed in there is none any more."""
    with opening.opened(settings) as db:
        with db.reading() as connection:
            if signing.anybody_came(connection):
                return ""
        return _made(db, settings)


def link(settings: Settings) -> str:
    """Another one, for who cannot come in by their phone."""
    with opening.opened(settings) as db:
        return _made(db, settings)


def _made(db: Database, settings: Settings) -> str:
    now = datetime.now(UTC)
    base = settings.public_url or f"http://localhost:{settings.port}"
    with db.writing() as connection:
        return base + links.make(connection, accounts.owner(connection, now), now)
