"""The keys of the data lie with the data, wrapped by what the operator keeps.

So the key that finds addresses outlives every other, and a new SECRET_KEY wraps them anew.
"""

import os
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from hmac import digest

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, Row, delete, insert, select, text

from storage.sealing import sealed
from storage.sealing.sealed import NONCE, Keyring, NoKey
from storage.tables import Address, Message, Programme, SealingKey, table

A, K, M, P = table(Address), table(SealingKey), table(Message), table(Programme)

INDEX = 0  # the number of the key that finds addresses
LAST = 255
FIRST = 50  # addresses of which one has to be found
LEARNT_AFTER = 5.0  # seconds until every process seals with a key that one has made


class WrongKey(Exception):
    """This database was sealed with other keys than these."""


class NotRotated(Exception):
    """These keys open the database, but a newer one is among them that it does not know."""


class NoNumberLeft(Exception):
    """The newest key has the highest number that there is."""


class Unfinished(Exception):
    """A rotation to other keys has begun and was not finished."""


def adopt(db: Connection, given: Keyring, now: datetime) -> Keyring:
    """The keys of this database; one of 0.1 takes over those that were given. Raises WrongKey."""
    return read(db, given) if db.execute(select(K.c.id)).first() else _adopt(db, given, now)


def read(db: Connection, given: Keyring) -> Keyring:
    """The keys of this database, or those that were given while it keeps none. Raises WrongKey."""
    rows = db.execute(select(K)).all()
    if not rows:
        if not _opens(db, given):
            raise WrongKey
        return given
    theirs = {row.master for row in rows}
    masters = {_name(key): key for key in given.keys.values() if _name(key) in theirs}
    if not masters:
        raise WrongKey
    if _name(given.keys[given.newest]) not in masters:
        raise NotRotated
    return _unwrapped(rows, masters)


def known(db: Connection, given: Keyring) -> bool:
    """Whether one of these keys opens the database."""
    theirs = set(db.execute(select(K.c.master)).scalars())
    if not theirs:
        return _opens(db, given)
    return any(_name(key) in theirs for key in given.keys.values())


def begin(db: Connection, given: Keyring, before: Sequence[Keyring], now: datetime) -> Keyring:
    """Make a new key of the data, for whoever has the new keys or the ones before.

    Begun already, it changes nothing. Raises WrongKey, Unfinished.
    """
    if db.dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(77, 0)"))
    rows = db.execute(select(K)).all()
    if not rows:
        _adopt_first(db, [*before, given], now)
        rows = db.execute(select(K)).all()
    wrapping = given.keys[given.newest]
    theirs = {row.master for row in rows}
    known = {_name(key): key for ring in (given, *before) for key in ring.keys.values()}
    masters = {name: key for name, key in known.items() if name in theirs}
    if not masters:
        raise WrongKey
    ring = _unwrapped(rows, masters)
    if _name(wrapping) in masters:
        return ring
    if theirs - set(masters):
        raise Unfinished
    if ring.newest == LAST:
        raise NoNumberLeft
    number = ring.newest + 1
    fresh = os.urandom(32)
    added = {**ring.keys, INDEX: ring.index, number: fresh}
    new = [_row(one, key, wrapping, now) for one, key in added.items()]
    new += [_row(number, fresh, master, now) for master in masters.values()]
    db.execute(insert(K), new)
    return Keyring({**ring.keys, number: fresh}, ring.index)


def finish(db: Connection, given: Keyring) -> bool:
    """From now on only the new keys open the database; whether others did until now."""
    others = K.c.master != _name(given.keys[given.newest])
    return db.execute(delete(K).where(others)).rowcount > 0


def _adopt_first(db: Connection, rings: Sequence[Keyring], now: datetime) -> Keyring:
    for ring in rings:
        try:
            return _adopt(db, ring, now)
        except WrongKey:
            continue
    raise WrongKey


def _adopt(db: Connection, given: Keyring, now: datetime) -> Keyring:
    """A database of 0.1, or an empty one: sealed directly with what the operator keeps."""
    if not _opens(db, given):
        raise WrongKey
    if db.dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(77, 0)"))
        if rows := db.execute(select(K)).all():  # another process was faster
            return _unwrapped(rows, {_name(key): key for key in given.keys.values()})
    wrapping = given.keys[given.newest]
    keys = {**given.keys, INDEX: given.index}
    db.execute(insert(K), [_row(number, key, wrapping, now) for number, key in keys.items()])
    return given


def _opens(db: Connection, given: Keyring) -> bool:
    """Whether these keys open what is there, and find one of the first addresses: by those of
    people who share a phone nothing is found."""
    sealed.use(given)
    try:
        for column in (P.c.settings, M.c.text):
            for order in (column.table.c.id, column.table.c.id.desc()):
                db.execute(select(column).order_by(order).limit(1)).all()
        query = select(A.c.channel, A.c.handle, A.c.digest).order_by(A.c.id).limit(FIRST)
        rows = db.execute(query).all()
    except (InvalidTag, NoKey):
        return False
    found = (bytes(row.digest) == sealed.find_by(row.channel, row.handle) for row in rows)
    return not rows or any(found)


def _unwrapped(rows: Sequence[Row[tuple[object, ...]]], masters: dict[bytes, bytes]) -> Keyring:
    try:
        keys = {
            int(row.number): _unwrap(row.wrapped, masters[bytes(row.master)], row.number)
            for row in rows
            if bytes(row.master) in masters
        }
        return Keyring(keys, keys.pop(INDEX))
    except (InvalidTag, KeyError, ValueError) as error:
        raise WrongKey from error


def _name(master: bytes) -> bytes:
    """By which a key is known without being told."""
    return digest(master, b"the name of a key", sha256)[:12]


def _row(number: int, key: bytes, master: bytes, now: datetime) -> dict[str, object]:
    nonce = os.urandom(NONCE)
    wrapped = nonce + AESGCM(master).encrypt(nonce, key, f"sealing_key {number}".encode())
    return {"number": number, "master": _name(master), "wrapped": wrapped, "created_at": now}


def _unwrap(wrapped: bytes, master: bytes, number: int) -> bytes:
    nonce, rest = bytes(wrapped[:NONCE]), bytes(wrapped[NONCE:])
    return AESGCM(master).decrypt(nonce, rest, f"sealing_key {number}".encode())
