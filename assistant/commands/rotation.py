"""Other keys for an installation, also while it runs and people write to it."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from assistant.commands import opening
from assistant.ops import keyrings
from assistant.ops.config import BadSettings, Settings
from storage import schema
from storage.database import Database
from storage.sealing import keys, resealing, sealed
from storage.sealing.sealed import Keyring

MOST_PASSES = 50
REST = 0.02  # seconds at least that a page leaves to the others, and as long as it took
UNFINISHED = (
    "another change of keys was begun and not finished: give its SECRET_KEY "
    "and OLD_SECRET_KEY, and run this again"
)
NO_NUMBER = "SEALING_KEYS has key 255, above which there is no number for a new one"


def from_file(file: Path) -> SecretStr:
    """The key that a file holds; raises BadSettings."""
    try:
        return SecretStr(file.read_text().strip())
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(f"--from-file: {file} cannot be read") from error


def needs_old(settings: Settings) -> bool:
    """Whether the keys given do not open the database, and no other ones are given."""
    if settings.old_secret_key or settings.old_sealing_keys:
        return False
    with opening.told(settings) as db, db.reading() as connection:
        schema.check(connection)
        return not keys.known(connection, keyrings.given(settings))


def rotate(settings: Settings) -> Iterator[str]:
    """Seal everything anew; what was done, a line each.

    The running product opens what either key has sealed, and learns of the new key by itself.
    Interrupted at any point, it goes on when it is run again. Raises BadSettings.
    """
    given, before = keyrings.given(settings), _before(settings)
    with opening.told(settings) as db:
        with db.reading() as connection:
            schema.check(connection)
        ring = _begin(db, given, before)
        sealed.use(ring)
        yield "The new keys open the database from now on. Sealing everything anew …"
        started = time.monotonic()
        rows = _pass(db, ring.newest)
        # Whoever has not looked yet may still seal with the key before.
        time.sleep(max(0.0, 2 * keys.LEARNT_AFTER - (time.monotonic() - started)))
        rows += _until_nothing_is_left(db, ring.newest)
        with db.writing() as connection:
            keys.finish(connection, given)
        yield f"{rows} rows were sealed anew. Only the new keys open the database now."
        yield "Restart the product with them. Copies made before need the old ones: keep those."


def _before(settings: Settings) -> list[Keyring]:
    """The keys until now: OLD_SEALING_KEYS, and what follows from OLD_SECRET_KEY."""
    secret = settings.old_secret_key or settings.secret_key
    rings = []
    if settings.old_sealing_keys:
        rings.append(keyrings.derive(secret, settings.old_sealing_keys, "OLD_SEALING_KEYS"))
    elif settings.sealing_keys and settings.old_secret_key:
        rings.append(keyrings.derive(secret, settings.sealing_keys, "SEALING_KEYS"))
    rings.append(sealed.derive(secret.get_secret_value()))
    return rings


def _begin(db: Database, given: Keyring, before: list[Keyring]) -> Keyring:
    try:
        with db.writing() as connection:
            return keys.begin(connection, given, before, datetime.now(UTC))
    except keys.Unfinished as error:
        raise BadSettings(UNFINISHED) from error
    except keys.NoNumberLeft as error:
        raise BadSettings(NO_NUMBER) from error
    except keys.WrongKey as error:
        raise BadSettings(
            "OLD_SECRET_KEY (with OLD_SEALING_KEYS) is not the one this database was sealed with"
        ) from error


def _until_nothing_is_left(db: Database, newest: int) -> int:
    rows = 0
    for _ in range(MOST_PASSES):
        found = _pass(db, newest)
        rows += found
        if not found:
            break
    return rows


def _pass(db: Database, newest: int) -> int:
    """Everything once, page by page; between them the product has its turn."""
    rows, began = 0, time.monotonic()
    for done in resealing.pages(db, newest):
        rows += done
        time.sleep(max(REST, time.monotonic() - began))
        began = time.monotonic()
    return rows
