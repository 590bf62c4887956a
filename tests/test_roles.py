"""Who joins as a mentee would rather be a mentor, or the other way round."""

from pathlib import Path

import pytest
from sqlalchemy import select

from storage.database import open_database
from storage.tables import Handover, Participant, table
from tests.conftest import sqlite_url
from tests.crowd import One, add, bring_together
from tests.phones import World
from tests.test_inquiries import QUESTION, SPOKEN, newcomer

H, P = table(Handover), table(Participant)
TO_MENTOR = {
    "en": "i would like to be a mentor",
    "es": "quiero ser mentora",
    "fr": "je voudrais être mentor",
    "pt": "quero ser mentor",
}
TO_MENTEE = {
    "en": "no i need a mentor",
    "es": "busco un mentor",
    "fr": "je cherche un mentor",
    "pt": "preciso de um mentor",
}
BEEN = {
    "en": "What have you been through",
    "es": "has vivido",
    "fr": "tu as vécu",
    "pt": "já viveu",
}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(open_database(sqlite_url(tmp_path)))


def states(world: World) -> dict[str, str]:
    with world.db.reading() as db:
        return {row.role: row.state for row in db.execute(select(P.c.role, P.c.state))}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_mentee_becomes_a_mentor_and_keeps_what_fits_both(world: World, language: str) -> None:
    phone = newcomer(world, language, "ok", "23", "Jay", "1", TO_MENTOR[language])
    assert BEEN[language] in " ".join(phone.says("2"))
    assert states(world) == {"mentee": "left", "mentor": "consented"}
    phone.says("first in my family", "0", "1")
    assert states(world)["mentor"] == "ready"


@pytest.mark.parametrize("language", SPOKEN)
def test_a_mentor_becomes_a_mentee(world: World, language: str) -> None:
    phone = world.phone()
    phone.says("guide", SPOKEN[language], "ok", "23", "Rosa", "1", TO_MENTEE[language])
    assert QUESTION[language] in " ".join(phone.says("1"))
    assert states(world) == {"mentor": "left", "mentee": "consented"}


@pytest.mark.parametrize("language", SPOKEN)
def test_before_they_have_agreed_they_are_asked_for_consent_as_what_they_want(
    world: World, language: str
) -> None:
    phone = newcomer(world, language, TO_MENTOR[language])
    assert "STOP" in " ".join(phone.says("2"))
    phone.says("ok", "40", "Rosa", "1")
    assert states(world)["mentor"] == "consented"


def test_who_stays_what_they_are_goes_on_where_they_were(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1", TO_MENTOR["en"])
    assert QUESTION["en"] in phone.says("1")[0]
    assert states(world) == {"mentee": "consented"}


def test_what_they_are_already_is_an_answer(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1")
    assert "Saved" in phone.says("i need a mentor")[0]


def test_who_has_somebody_already_is_for_the_coordinator(world: World) -> None:
    people = [One("+12125550181", "mentor", name="Rosa"), One("+12125550182")]
    mentor, mentee = add(world, people)
    bring_together(world, [(mentor, mentee)])
    phone = world.phone("+12125550182")
    assert "passed it on to Dana Reyes" in phone.says("i want to be a mentor", "2")[0]
    assert states(world) == {"mentor": "ready", "mentee": "ready"}
    with world.db.reading() as db:
        assert db.execute(select(H.c.kind)).scalars().all() == ["ask"]
