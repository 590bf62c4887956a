"""The keys that the operator keeps: what is sealed with them, and how a new one is learnt."""

import asyncio

from pydantic import SecretStr
from sqlalchemy.exc import SQLAlchemyError

from assistant.ops import logs
from assistant.ops.config import BadSettings, Settings
from storage.database import Database
from storage.sealing import keys, sealed
from storage.sealing.sealed import Keyring

log = logs.get("keys")


def given(settings: Settings) -> Keyring:
    """The keys of these settings; raises BadSettings."""
    return derive(settings.secret_key, settings.sealing_keys, "SEALING_KEYS")


def derive(secret: SecretStr, keys: SecretStr, name: str) -> Keyring:
    """What follows from SECRET_KEY and from SEALING_KEYS, of this name; raises BadSettings."""
    if not keys:
        return sealed.derive(secret.get_secret_value())
    try:
        return sealed.given(secret.get_secret_value(), keys.get_secret_value())
    except ValueError as error:
        raise BadSettings(f"{name}: {error}") from error


async def learn(db: Database, settings: Settings) -> None:
    """For ever: a rotation in another process makes a new key, which seals here from then on."""

    def read() -> Keyring:
        with db.reading() as connection:
            return keys.read(connection, given(settings))

    sealed.renew_by(read)
    while True:
        await asyncio.sleep(keys.LEARNT_AFTER)
        try:
            sealed.use(await asyncio.to_thread(read))
        except (SQLAlchemyError, keys.WrongKey) as error:
            log.warning("keys not read", code=type(error).__name__)
