"""What a coordinator types where something waits: the message itself, once that is confirmed."""

from pathlib import Path

import pytest

from storage.database import open_database
from tests import crowd
from tests.conftest import sqlite_url
from tests.crowd import One
from tests.phones import Phone, World, code
from tests.test_inquiries import newcomer


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(open_database(sqlite_url(tmp_path)))


@pytest.fixture
def dana(world: World) -> Phone:
    """A coordinator on whose phone a question of Jay's is open."""
    dana = world.phone("777", "simulated_telegram")
    dana.says(f"/start {code(world.db, world.now)}", "ok")
    newcomer(world, "en", "ok", "23", "Jay", "1", "0", "0", "0", "0", "ASK is room 5 open?")
    assert "Tell me what to do" in " ".join(dana.hears())
    return dana


def test_own_words_are_sent_when_that_is_confirmed(world: World, dana: Phone) -> None:
    assert "Send this to Jay, word for word?" in dana.says("Yes, till six. Dana")[0]
    dana.says("send it")
    assert "Yes, till six. Dana" in " ".join(world.phone().hears())


@pytest.mark.parametrize(
    "text",
    [
        "I am here. Please call 988 right now",
        "it's done when I say it's done",
        "text everyone in room 5 that it rains",
    ],
)
def test_words_beside_those_of_an_option_choose_nothing(dana: Phone, text: str) -> None:
    assert "Send this to Jay" in dana.says(text)[0]
    assert "Tell me what to do" in dana.says("2")[0]


@pytest.mark.parametrize("text", ["done", "It's done!", "2", "all done thanks"])
def test_the_whole_words_of_an_option_choose_it(dana: Phone, text: str) -> None:
    assert "off your list" in dana.says(text)[0]


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("anyone waiting?", "Nobody has room"),
        ("pair jay and rosa", "Nobody"),
        ("text everyone", "Who is it for"),
        ("show me the list", "most urgent first"),
        ("match them", "Nobody"),
    ],
)
def test_a_command_in_ordinary_words_works(dana: Phone, text: str, reply: str) -> None:
    dana.says("later", "MENU")
    said = " ".join(dana.says(text))
    assert reply in said or "room" in said, said


@pytest.mark.parametrize(
    "text",
    [
        *("pair jay with rosa", "match Rosa and Jay pls", "empareja a Jay con Rosa"),
        *("associe Jay à Rosa", "junta o Jay com a Rosa"),
    ],
)
def test_the_names_in_a_wish_to_pair_two_are_kept(world: World, text: str) -> None:
    dana = world.phone("777", "simulated_telegram")
    dana.says(f"/start {code(world.db, world.now)}", "ok")
    crowd.add(
        world,
        [
            *(One("+12125550101", name="Jay"), One("+12125550102", name="Ana")),
            One("+12125550103", "mentor", name="Rosa", profile={"capacity": "1"}),
            One("+12125550104", "mentor", name="Tom", profile={"capacity": "1"}),
        ],
    )
    assert "Why these two?" in dana.says(text)[-1]
    assert "Jay and Rosa: Both love maths." in dana.says("both love maths")[-1]
