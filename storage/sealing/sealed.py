"""Columns that only the holder of the key can read, and digests to find them by."""

import base64
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
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
    opened = _opened([sealed], place.encode(), bytes)
    return bytes(_sealed(opened, place.encode(), bytes)[0])


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


def _sealed(values: Sequence[Any], place: bytes, write: Callable[[Any], bytes]) -> list[Any]:
    """The values of a column under the seal; what is None stays so."""
    ring = _ring()
    seal, key = ring.ciphers[ring.newest].encrypt, bytes((ring.newest,))
    nonces = os.urandom(NONCE * len(values))
    return [
        None
        if value is None
        else key + (nonce := nonces[at : at + NONCE]) + seal(nonce, write(value), place)
        for at, value in zip(range(0, len(nonces), NONCE), values, strict=True)
    ]


def _opened(values: Sequence[Any], place: bytes, read: Callable[[bytes], Any]) -> list[Any]:
    """What such values were."""
    try:
        return _open(_ring().ciphers, values, place, read)
    except KeyError:  # a key that this process has not seen yet
        if _Ring.renew is not None:
            use(_Ring.renew())
    try:
        return _open(_ring().ciphers, values, place, read)
    except KeyError as error:
        raise NoKey(f"sealed with key {error}, which was not given") from error


def _open(
    ciphers: Mapping[int, AESGCM],
    values: Sequence[Any],
    place: bytes,
    read: Callable[[bytes], Any],
) -> list[Any]:
    return [
        None
        if value is None
        else read(ciphers[value[0]].decrypt(value[1 : NONCE + 1], value[NONCE + 1 :], place))
        for value in values
    ]


class Processor:
    """Seals or opens the values of a column: one of them, or `each` of many, which costs less."""

    def __init__(self, each: Callable[[Sequence[Any]], list[Any]]) -> None:
        self.each = each

    def __call__(self, value: Any) -> Any:
        return self.each([value])[0]


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
        return Processor(partial(_sealed, place=self._aad, write=self._write))

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        return Processor(partial(_opened, place=self._aad, read=self._read))

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
