"""The keys of the data as they lie with it: who opens them, what a rotation adds and removes."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select

from storage.sealing import keys, sealed
from storage.sealing.keys import NoNumberLeft, NotRotated, Unfinished, WrongKey
from storage.sealing.sealed import Keyring, NoKey, SealedText
from storage.tables import Programme, SealingKey, table
from tests.conftest import SECRET
from tests.phones import START
from tests.rows import put, somebody

K = table(SealingKey)
# "Jay" under key 1 of the secret of the tests, and the digest of a number.
SEALED = "01000102030405060708090a0b7b9da807ef5010775c5b14d45a157d31b229ec"
FOUND_BY = "afd7b6644b465fdccd7dd10de1a2ae00033db6e9730f3e2ca22384b99dec0bf3"
UNREADABLE = "UPDATE sealing_key SET wrapped = x'00'"
MINE, NEW, OTHER = (sealed.derive(one) for one in (SECRET, "a new secret", "another"))


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    sealed.renew_by(None)
    sealed.use(MINE)


def numbers(db: Connection) -> dict[bytes, set[int]]:
    """Which keys each key of an operator's opens."""
    found: dict[bytes, set[int]] = {}
    for row in db.execute(select(K.c.master, K.c.number)):
        found.setdefault(bytes(row.master), set()).add(row.number)
    return found


def name(ring: Keyring) -> bytes:
    return keys._name(ring.keys[ring.newest])


def same(one: Keyring, other: Keyring) -> bool:
    return (one.keys, one.index) == (other.keys, other.index)


def test_a_database_without_keys_takes_those_that_open_it(connection: Connection) -> None:
    somebody(connection, name="Jay")
    assert [keys.known(connection, one) for one in (MINE, OTHER)] == [True, False]
    with pytest.raises(WrongKey):
        keys.read(connection, OTHER)
    with pytest.raises(WrongKey):
        keys.adopt(connection, OTHER, START)
    assert keys.read(connection, MINE) is MINE
    assert keys.adopt(connection, MINE, START) is MINE
    assert numbers(connection) == {name(MINE): {0, 1}}
    assert same(keys.adopt(connection, MINE, START), MINE)
    assert [keys.known(connection, one) for one in (MINE, OTHER)] == [True, False]
    with pytest.raises(WrongKey):
        keys.read(connection, OTHER)


def test_a_key_that_finds_no_address_is_not_the_one(connection: Connection) -> None:
    person = somebody(connection)
    index = Keyring(MINE.keys, OTHER.index)
    assert not keys.known(connection, index)
    connection.exec_driver_sql(f"DELETE FROM address WHERE id = {person}")
    assert keys.known(connection, index)


def test_a_key_that_opens_only_what_is_old_or_new_is_not_the_one(connection: Connection) -> None:
    sealed.use(Keyring({1: MINE.keys[1], 2: OTHER.keys[1]}, MINE.index))
    put(connection, Programme, settings={})
    assert not keys.known(connection, MINE)


def test_a_rotation_adds_a_key_for_old_and_new_and_then_only_the_new_one_opens(
    connection: Connection,
) -> None:
    keys.adopt(connection, MINE, START)
    ring = keys.begin(connection, NEW, [OTHER, MINE], START)
    assert (ring.newest, {*ring.keys}, ring.index) == (2, {1, 2}, MINE.index)
    assert numbers(connection) == {name(MINE): {0, 1, 2}, name(NEW): {0, 1, 2}}
    assert same(keys.begin(connection, NEW, [MINE], START), ring)
    assert all(same(keys.read(connection, one), ring) for one in (MINE, NEW))
    with pytest.raises(Unfinished):
        keys.begin(connection, OTHER, [MINE], START)
    with pytest.raises(WrongKey):
        keys.begin(connection, OTHER, [], START)
    assert [keys.finish(connection, NEW) for _ in range(2)] == [True, False]
    assert numbers(connection) == {name(NEW): {0, 1, 2}}
    assert keys.begin(connection, OTHER, [NEW], START).newest == 3


def test_a_rotation_takes_over_a_database_without_keys(connection: Connection) -> None:
    somebody(connection)
    with pytest.raises(WrongKey):
        keys.begin(connection, NEW, [OTHER], START)
    assert keys.begin(connection, NEW, [OTHER, MINE], START).newest == 2
    assert numbers(connection) == {name(MINE): {0, 1, 2}, name(NEW): {0, 1, 2}}


def test_there_are_255_keys(connection: Connection) -> None:
    last = Keyring({254: MINE.keys[1], 1: MINE.keys[1]}, MINE.index)
    keys.adopt(connection, last, START)
    assert keys.begin(connection, NEW, [last], START).newest == 255
    keys.finish(connection, NEW)
    with pytest.raises(NoNumberLeft):
        keys.begin(connection, OTHER, [NEW], START)


def test_a_newer_key_that_the_database_does_not_know_is_told(connection: Connection) -> None:
    keys.adopt(connection, MINE, START)
    both = Keyring({**MINE.keys, 2: OTHER.keys[1]}, MINE.index)
    assert keys.known(connection, both)
    with pytest.raises(NotRotated):
        keys.read(connection, both)


@pytest.mark.parametrize("harm", ["DELETE FROM sealing_key WHERE number = 0", UNREADABLE])
def test_keys_that_are_damaged_are_none(connection: Connection, harm: str) -> None:
    keys.adopt(connection, MINE, START)
    connection.exec_driver_sql(harm)
    with pytest.raises(WrongKey):
        keys.read(connection, MINE)


def test_a_process_learns_of_a_key_that_another_has_made(connection: Connection) -> None:
    column, dialect = SealedText("person.name"), connection.dialect
    newer = Keyring({**MINE.keys, 2: OTHER.keys[1]}, MINE.index)
    sealed.use(newer)
    value = column.process_bind_param("Jay", dialect)
    sealed.use(MINE)
    with pytest.raises(NoKey, match="key 2"):
        column.process_result_value(value, dialect)
    sealed.renew_by(lambda: newer)
    assert column.process_result_value(value, dialect) == "Jay"
    assert sealed.find_by("a", "b") != sealed.find_by("b", "a")
    for none in (column.process_bind_param, column.process_result_value):
        assert none(None, dialect) is None


def test_how_a_key_is_given() -> None:
    one, two = "QUFB" * 10 + "QUE=", "QkJC" * 10 + "QkI="
    ring = sealed.given(SECRET, f" 1:{one} , 255:{two}")
    assert (ring.newest, ring.keys[1], ring.keys[255]) == (255, b"A" * 32, b"B" * 32)
    assert ring.index == MINE.index
    assert {*MINE.keys} == {1}
    assert (len(MINE.keys[1]), len(MINE.index)) == (32, 32)
    assert MINE.keys[1] not in (MINE.index, NEW.keys[1])


def test_what_was_sealed_once_is_opened_and_found_for_ever(connection: Connection) -> None:
    column, dialect = SealedText("person.name"), connection.dialect
    assert column.process_result_value(bytes.fromhex(SEALED), dialect) == "Jay"
    assert sealed.find_by("sms", "+12125550143").hex() == FOUND_BY
