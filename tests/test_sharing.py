"""Addresses that several people share: the phone has the inbox, each of them one behind it."""

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.inbox import unanswered
from storage.inbox.unanswered import HandedOn, Reworded
from storage.people import addresses, sharing
from storage.people.sharing import NewSharer, Sharer
from storage.sealing import keys, sealed
from storage.sealing.sealed import Keyring
from storage.tables import Message, table
from tests.conftest import SECRET
from tests.crowd import One, add
from tests.phones import World

M = table(Message)


@pytest.fixture
def world(db: Database) -> World:
    world = World(db)
    add(world, [One("+12125550151", name="Ana"), One("+12125550152", name="Zoe")])
    return world


def shared(world: World, name: str | None = "Leo", address: int = 1) -> Sharer:
    with world.db.writing() as db:
        return sharing.share(db, NewSharer(address, "es", "UTC", name), world.now)


def test_what_arrives_is_the_phones_and_nobody_elses(world: World) -> None:
    leo, phone = shared(world), world.phone("+12125550151")
    world.accept([phone.inbound("hello")])
    with world.db.reading() as db:
        row = db.execute(select(M.c.person_id, M.c.address_id)).one()
        assert addresses.find(db, [row.address_id])[row.address_id].is_phone
    assert row.address_id == leo.phone_id
    assert row.person_id not in (1, leo.person_id)


def test_each_has_an_address_of_the_same_number_behind_it(world: World) -> None:
    leo = shared(world)
    with world.db.reading() as db:
        assert addresses.handle(db, leo.address_id) == "+12125550151"
        assert addresses.best(db, [1, leo.person_id])[leo.person_id].id == leo.address_id
        assert not addresses.find(db, [leo.address_id])[leo.address_id].is_phone


def test_the_key_is_known_by_addresses_that_are_found(world: World) -> None:
    shared(world)
    with world.db.reading() as db:
        assert keys.known(db, sealed.derive(SECRET))
        other = Keyring(sealed.derive(SECRET).keys, b"x" * 32)
        assert not keys.known(db, other)
    sealed.use(sealed.derive(SECRET))


def test_a_third_joins_the_same_phone(world: World) -> None:
    leo, eva = shared(world), shared(world, "Eva")
    assert eva.phone_id == leo.phone_id
    with world.db.reading() as db:
        assert [one.name for one in sharing.beside(db, 1)] == ["Ana", "Leo", "Eva"]
        assert sharing.beside_of(db, eva.person_id) == [1, leo.person_id, eva.person_id]
        assert sharing.beside(db, 2) == sharing.beside_of(db, 2) == []


def test_a_message_that_is_handed_on_waits_for_its_writer(world: World) -> None:
    leo, phone = shared(world), world.phone("+12125550151")
    world.accept([phone.inbound("leo: hello")])
    with world.db.writing() as db:
        (one,) = unanswered.claim(db, 9)
        unanswered.mark_answered(db, [one.id], world.now)
        unanswered.hand_on(db, [HandedOn(one.id, leo.person_id, leo.address_id)])
        unanswered.reword(db, [Reworded(one.id, "hello")])
        (now,) = unanswered.claim(db, 9)
    assert (now.id, now.person_id, now.text) == (one.id, leo.person_id, "hello")
