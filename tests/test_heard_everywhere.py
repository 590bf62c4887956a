"""In every state of every flow a concern is heard first, and is nothing else."""

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.channels import Kind
from flows import FLOWS
from storage import tables
from storage.database import open_database
from storage.sealing.sealed import find_by
from storage.tables import Message, table
from tests.conftest import sqlite_url
from tests.everywhere import at, at_once
from tests.on_call import ROTA, on_rota
from tests.phones import World
from tests.test_heard_first import count

A, C, E, M = map(table, (tables.Address, tables.Concern, tables.Entry, Message))
P, R = table(tables.Person), table(tables.Run)
CONCERNS = {
    "en": ("i want to die", "he always touches my arm", "my dad hits me"),
    "es": ("me quiero morir", "me toca y no me gusta", "mi papa me pega"),
    "fr": ("je veux mourir", "il me touche tout le temps", "mon pere me frappe"),
    "pt": ("quero morrer", "ele fica me tocando", "meu pai me bate"),
}
SAID = [(words, Kind.TEXT) for some in CONCERNS.values() for words in some]


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(open_database(sqlite_url(Path(tmp_path_factory.mktemp("heard")))))
    on_rota(world, *ROTA)
    return world


class Known:
    """Of everybody, read at once: themselves, their concerns, where they stand, and who has
    answered what."""

    def __init__(self, world: World) -> None:
        standing = select(R.c.person_id, R.c.flow, R.c.state).where(R.c.closed_at.is_(None))
        answered = select(E.c.person_id).where(E.c.kind == "answered", E.c.flow != "safety")
        whom = select(A.c.digest, P).join_from(A, P, A.c.person_id == P.c.id)
        with world.db.reading() as db:
            self.people = {row["digest"]: row for row in db.execute(whom).mappings()}
            self.concerns = Counter(db.execute(select(C.c.person_id)).scalars())
            self.answered = set(db.execute(answered).scalars())
            deepest_first = db.execute(standing.order_by(R.c.depth.desc())).all()
        self.standing = {person: (flow, state) for person, flow, state in deepest_first}


@pytest.mark.parametrize("flow", FLOWS)
def test_in_every_state_a_concern_pages_and_is_nothing_else(everywhere: World, flow: str) -> None:
    paged, world = count(everywhere, M, M.c.kind == "page"), everywhere
    said = at_once(world, flow, "simulated_sms", SAID)
    heard = [phone.hears() for phone, *_ in said]
    of_others = [n for n, (_, one, *_) in enumerate(said) if one.facts["role"] == "coordinator"]
    for number in of_others:  # who may write of others is asked
        assert "a salvo ahora" in heard[number][0], said[number]
    if of_others:
        world.accept([said[number][0].inbound("2") for number in of_others])
        world.settle()
    for number in of_others:
        heard[number] = said[number][0].hears()
    known = Known(world)
    for told, (phone, stand, words, _) in zip(heard, said, strict=True):
        person = known.people[find_by(phone.channel, phone.address)]
        assert known.concerns[person["id"]] == 1, (stand, words)
        assert "Mr Cole" in " ".join(told), (stand, words, told)
        assert "988" in " ".join(told), (stand, words)
        assert person["stopped_at"] is None, (stand, words)
        assert person["held_at"] is None, (stand, words)
        assert known.standing.get(person["id"], ("", "")) in (at(stand), ("", "")), (stand, words)
        assert person["id"] not in known.answered, (stand, words)
    assert count(world, M, M.c.kind == "page") - paged >= len(said)
