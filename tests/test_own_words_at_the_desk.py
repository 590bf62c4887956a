"""What a coordinator types where something waits: the message itself, once that is confirmed."""

from pathlib import Path

import pytest

from storage.database import open_database
from tests import crowd
from tests.conftest import sqlite_url
from tests.crowd import One, add, bring_together
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


def pair(world: World) -> tuple[Phone, Phone]:
    """Zoe and Rosa, who are together."""
    people = [One("+12125550171", name="Zoe"), One("+12125550172", "mentor", name="Rosa")]
    ids = add(world, people)
    bring_together(world, [(ids[1], ids[0])])
    return world.phone(people[0].address), world.phone(people[1].address)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("freeze zoe and rosa", "Put Zoe and Rosa on hold?"),
        ("please freeze zoe", "Put Zoe and Rosa on hold?"),
        ("freze zoe", "Put Zoe and Rosa on hold?"),
        ("part zoe and rosa pls", "Zoe and Rosa part."),
        ("who is zoe?", "Together with Rosa"),
        ("tell rosa zoe is ill", "To Rosa: zoe is ill\nShall I send it?"),
        ("lift the freeze on zoe", "Nothing of Zoe is on hold."),
    ],
)
def test_an_order_about_somebody_is_no_message_to_somebody_else(
    world: World, dana: Phone, text: str, reply: str
) -> None:
    pair(world)
    said = " ".join(dana.says(text))
    assert reply in said
    dana.says("0")
    assert "Tell me what to do with it" in " ".join(dana.says("LIST", "1"))


@pytest.mark.parametrize("text", ["part of it is true", "who knows him", "how is that"])
def test_what_names_nobody_is_no_order(world: World, dana: Phone, text: str) -> None:
    pair(world)
    assert "Send this to Jay" in dana.says(text)[0]


@pytest.mark.parametrize(
    ("orders", "again"),
    [
        (("3", "WHO zoe"), "Write the text"),
        (("3", "LIST", "0"), "Write the text"),
        (("3", "No session on Monday", "who is waiting?"), "Shall I send it?"),
        (("3", "No session on Monday", "how is zoe doing?"), "Shall I send it?"),
        (("3", "No session on Monday", "HOLD"), "Shall I send it?"),
    ],
)
def test_what_is_being_written_to_many_is_asked_for_again(
    world: World, dana: Phone, orders: tuple[str, ...], again: str
) -> None:
    pair(world)
    dana.says("later", "broadcast")
    assert again in " ".join(dana.says(*orders))


def test_where_a_name_is_asked_orders_are_heard(world: World, dana: Phone) -> None:
    pair(world)
    dana.says("later", "who is nora")
    assert "Put Zoe and Rosa on hold?" in dana.says("freeze zoe")[0]
    dana.says("0", "who is nora")
    assert "Nobody has room" in " ".join(dana.says("who is waiting?"))


def test_what_is_for_two_goes_to_the_one_who_is_picked(world: World, dana: Phone) -> None:
    zoe, rosa = pair(world)
    dana.says("later")
    assert "Which one do you mean?" in dana.says("to zoe and rosa: well done")[0]
    assert zoe.hears() == rosa.hears() == []
    dana.presses("Rosa: helps, Zoe")
    assert rosa.hears() == ["Dana Reyes: well done"]
    assert zoe.hears() == []


def test_a_coordinator_is_never_handed_over_to_herself(dana: Phone) -> None:
    dana.says("later", "broadcast")
    for text in ("hang on", "hm what", "let me think", "one moment", "so"):
        assert "Who is it for?" in (said := dana.says(text)[0]) or "pick who" in said
