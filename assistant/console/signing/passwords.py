"""Passwords: kept as argon2 hashes, and as hard to guess for a name that nobody has."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from storage.console.accounts import Account

SHORTEST, LONGEST = 12, 256

_HASHER = PasswordHasher()
_NOBODYS = _HASHER.hash("a password that nobody has")


def hashed(password: str) -> str:
    return _HASHER.hash(password)


def right(account: Account | None, password: str) -> bool:
    """Whether it is theirs; it takes as long where there is no such account."""
    kept = account.password if account and account.password else _NOBODYS
    try:
        _HASHER.verify(kept, password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not _NOBODYS
