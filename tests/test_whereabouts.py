"""Where somebody is: asked once where the number does not tell it, and heard at any time."""

import pytest

from flows import reading
from flows.joining import zones
from storage.database import Database
from tests import crowd
from tests.crowd import One
from tests.phones import World

JOINS = ("bridge", "ok", "23", "Jay", "1", "pass maths")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


@pytest.mark.parametrize(
    ("language", "said", "zone"),
    [
        ("en", "near boston", "America/New_York"),
        ("en", "I live in Chicago now", "America/Chicago"),
        ("en", "im on pacific time", "America/Los_Angeles"),
        ("en", "its nice", "-"),
        ("en", "new york or lima", "-"),
        ("es", "estoy en Lima, Perú", "America/Lima"),
        ("es", "estoy en la biblioteca", "-"),
        ("fr", "j'habite à Montréal", "America/Toronto"),
        ("pt", "moro no Rio de Janeiro", "America/Sao_Paulo"),
        ("pt", "to na praia", "-"),
    ],
)
def test_a_place_is_the_zone_whose_clock_it_has(language: str, said: str, zone: str) -> None:
    try:
        found = zones.zone(said, language)
    except reading.Unclear:
        found = "-"
    assert found == zone


@pytest.mark.parametrize(
    ("number", "answer", "zone"),
    [
        ("+14155550101", "its 10am here", "America/New_York"),
        ("+14155550101", "denver", "America/Denver"),
        ("+14155550101", "0", "America/Los_Angeles"),
        ("+14155550101", "no thanks", "America/Los_Angeles"),
        ("+51912345678", "1", "America/Lima"),  # in winter its clock is New York's
    ],
)
def test_who_writes_from_elsewhere_is_asked_once(
    world: World, number: str, answer: str, zone: str
) -> None:
    jay = world.phone(number)
    jay.says("bridge", "english")
    assert "A few short questions" in jay.says("ok")[0]  # it is one more than for others
    assert "What time is it where you are?" in jay.says(*JOINS[2:])[-1]
    assert "When could you usually meet" in jay.says(answer)[-1]
    jay.says("after 4", "1")
    assert jay.person()["zone"] == zone
    assert not [row for row in jay.thread(jay.read) if "where you are" in row["text"]]


def test_who_writes_from_the_programme_s_own_zone_is_not_asked(world: World) -> None:
    assert "When could you usually meet" in world.phone().says(*JOINS)[-1]


def test_where_somebody_says_they_are_is_where_their_times_are_from_then_on(world: World) -> None:
    free = {"free": "every day 9 to 8"}
    people = [
        One("+12125550101", name="Jay", profile=free),
        One("+12125550102", "mentor", name="Rosa", profile=free),
    ]
    mentee, mentor = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    jay, rosa = (world.phone(one.address) for one in people)
    assert "Mar 4, 10 am" in jay.says("MEETING")[-1]
    (again,) = jay.says("im in los angeles now")
    assert again.startswith("Got it: 7 am (Los Angeles) for you now.")
    assert "1 Wed, Mar 4, 9 am (Los Angeles)" in again
    jay.says("1", "3")  # so far apart a call is offered first
    assert "Mar 4, 12 pm (New York)" in rosa.hears()[-1]
