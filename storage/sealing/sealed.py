"""Columns that only the holder of the key can read, and digests to find them by."""

import base64
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import digest
from typing import Any

import orjson
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import LargeBinary
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator

NONCE = 12


class NoKey(Exception):
    """A sealed column was touched before a key was given, or with a key that is gone."""


@dataclass(frozen=True)
class Keyring:
    """The keys in use: `newest` seals, every one of `ciphers` opens, `index` finds."""

    keys: Mapping[int, bytes] = field(repr=False)
    index: bytes = field(repr=False)
    newest: int = field(init=False)
    ciphers: Mapping[int, AESGCM] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "newest", max(self.keys))
        ciphers = {number: AESGCM(key) for number, key in self.keys.items()}
        object.__setattr__(self, "ciphers", ciphers)


def derive(secret: str) -> Keyring:
    """The keyring that follows from one secret: key 1, by HKDF-SHA256."""
    return Keyring({1: _derived(secret, b"seal 1")}, _derived(secret, b"index 1"))


def given(secret: str, keys: str) -> Keyring:
    """Keys given apart, "1:<base64>,2:<base64>", of 32 bytes each; the highest number seals.

    Raises ValueError naming the entry that is wrong.
    """
    return Keyring(
        dict(_given_key(entry) for entry in keys.split(",")), _derived(secret, b"index 1")
    )


def use(keyring: Keyring) -> None:
    """From now on this process seals and opens with these keys."""
    _Ring.current = keyring


def renew_by(renew: Callable[[], Keyring] | None) -> None:
    """How this process learns of a key that another one has made meanwhile."""
    _Ring.renew = renew


def reseal(sealed: bytes, place: str) -> bytes:
    """The same value under the newest key."""
    return _seal(_open(sealed, place.encode()), place.encode())


def find_by(channel: str, address: str) -> bytes:
    """The digest under which an address is found: keyed, so the table alone tells nothing."""
    return digest(_ring().index, f"{channel}\0{address}".encode(), sha256)


class _Ring:
    current: Keyring | None = None
    renew: Callable[[], Keyring] | None = None


def _ring() -> Keyring:
    if _Ring.current is None:
        raise NoKey("no key was given to this process")
    return _Ring.current


def _derived(secret: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=purpose).derive(secret.encode())


def _given_key(entry: str) -> tuple[int, bytes]:
    number, _, key = entry.strip().partition(":")
    try:
        raw = base64.b64decode(key, validate=True)
        if len(raw) != 32 or not 0 < int(number) < 256:
            raise ValueError(entry)
    except ValueError as error:
        raise ValueError(
            f"key {number!r} is not 1 to 255, a colon and 32 bytes in base64"
        ) from error
    return int(number), raw


def _seal(plain: bytes, place: bytes) -> bytes:
    ring = _ring()
    nonce = os.urandom(NONCE)
    return bytes((ring.newest,)) + nonce + ring.ciphers[ring.newest].encrypt(nonce, plain, place)


def _open(sealed: bytes, place: bytes) -> bytes:
    cipher = _ring().ciphers.get(sealed[0]) or _renewed(sealed[0])
    return cipher.decrypt(sealed[1 : NONCE + 1], sealed[NONCE + 1 :], place)


def _renewed(number: int) -> AESGCM:
    """The cipher of a key that this process has not seen yet."""
    if _Ring.renew is not None:
        use(_Ring.renew())
    try:
        return _ring().ciphers[number]
    except KeyError as error:
        raise NoKey(f"sealed with key {number}, which was not given") from error


class _Sealed(TypeDecorator[Any]):
    """A value under AES-256-GCM: key id, nonce, ciphertext; bound to its place ("table.column").

    The processors are given as they are: wrapped round the implementation's own they cost twice.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(
        self, place: str, write: Callable[[Any], bytes], read: Callable[[bytes], Any]
    ) -> None:
        super().__init__()
        self.place = place
        self._aad, self._write, self._read = place.encode(), write, read

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        aad, write = self._aad, self._write
        return lambda value: None if value is None else _seal(write(value), aad)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        aad, read = self._aad, self._read
        return lambda sealed: None if sealed is None else read(_open(sealed, aad))

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return self.bind_processor(dialect)(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return self.result_processor(dialect, None)(value)


class SealedText(_Sealed):
    """Text under the seal."""

    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__(place, str.encode, bytes.decode)


class SealedJSON(_Sealed):
    """JSON under the same seal."""

    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__(place, orjson.dumps, orjson.loads)
