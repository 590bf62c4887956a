"""How often somebody may try to sign in: by a name, from a network, and all together."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection

from storage.console import signing
from storage.sealing.sealed import find_by

WITHIN = timedelta(minutes=15)
OF_A_NAME, OF_A_NETWORK, OF_ALL = 10, 30, 500
KEPT = timedelta(days=30)  # what has ended or run out

ALL = sha256(b"all").digest()


def too_many(db: Connection, name: str, network: str, now: datetime) -> bool:
    """Whether it has been tried too often lately. Counted in the database, so by all processes."""
    since = now - WITHIN
    return any(
        signing.attempts(db, who, since) >= most
        for who, most in zip(_who(name, network), (OF_A_NAME, OF_A_NETWORK, OF_ALL), strict=True)
    )


def tried(db: Connection, name: str, network: str, now: datetime) -> None:
    for who in _who(name, network):
        signing.tried(db, who, now)
    signing.forget_old(db, now - WITHIN, now - KEPT)


def _who(name: str, network: str) -> Sequence[bytes]:
    return (
        find_by("attempt", " ".join(name.split()).casefold()),
        find_by("network", network),
        ALL,
    )
