"""What two people write out of nothing: a time to meet, an answer to a proposal, a question."""

from pathlib import Path

import pytest

from storage.database import open_database
from tests import crowd
from tests.conftest import sqlite_url
from tests.crowd import One
from tests.phones import Phone, World
from tests.test_meetings import state_of
from tests.test_under_way import PROPOSES, booked

SPOKEN = ("en", "es", "fr", "pt")
TIMES = {
    "en": "can u do tuesday at 5?",
    "es": "el martes a las 5 y media",
    "fr": "mardi 17h30 ?",
    "pt": "pode ser terça às 17h30",
}
HEARD = {"en": "Tue, Mar 10, 5 pm.", "es": "5:30 pm", "fr": "17 h 30", "pt": "17h30"}
YES = {"en": "sure", "es": "vale", "fr": "d'accord", "pt": "pode ser"}
OFFER = {"en": "can do", "es": "puede", "fr": "propose", "pt": "sugere"}
QUESTIONS = {
    "en": "do i need to bring anything",
    "es": "q llevo?",
    "fr": "qu'est-ce que j'apporte ?",
    "pt": "o que eu levo",
}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(open_database(sqlite_url(tmp_path)))


def together(world: World, language: str) -> tuple[Phone, Phone, int]:
    """A mentee and a mentor who have arranged nothing yet."""
    zone = "Europe/Madrid" if language != "en" else "America/New_York"
    people = [
        One("+12125550101", name="Jay", language=language, zone=zone),
        One("+12125550102", "mentor", name="Rosa", language=language, zone=zone),
    ]
    mentee, mentor = crowd.add(world, people)
    (match,) = crowd.bring_together(world, [(mentor, mentee)])
    first, second = (world.phone(one.address) for one in people)
    return first, second, match


@pytest.mark.parametrize("language", SPOKEN)
def test_a_time_out_of_nothing_is_heard_and_echoed(world: World, language: str) -> None:
    phone, _, match = together(world, language)
    world.passes(days=2)
    assert HEARD[language] in phone.says(TIMES[language])[-1]
    assert state_of(world, match) == (None, True)


def test_another_time_for_a_meeting_that_is_booked_moves_it_once_it_is_confirmed(
    world: World,
) -> None:
    first, second = booked(world)
    assert "Did I get that right?" in first.says("tuesday at 5 instead")[-1]
    assert second.hears() == []
    first.says("yes")
    assert "can't make it" in " ".join(second.hears())


@pytest.mark.parametrize("language", SPOKEN)
def test_a_yes_out_of_nothing_asks_again_about_what_was_proposed(
    world: World, language: str
) -> None:
    first, second, match = together(world, language)
    second.says(*PROPOSES[language])
    first.hears()
    first.says("0")
    assert OFFER[language] in first.says(YES[language])[-1]
    meeting, _ = state_of(world, match)
    assert meeting
    assert meeting["state"] == "proposed"
    first.says(YES[language])
    meeting, _ = state_of(world, match)
    assert meeting
    assert meeting["state"] == "booked"


@pytest.mark.parametrize("language", SPOKEN)
def test_a_question_out_of_nothing_is_offered_to_the_other_and_then_to_a_person(
    world: World, language: str
) -> None:
    phone, _, _ = together(world, language)
    assert "Dana Reyes" in phone.says(QUESTIONS[language])[-1]
    assert "Dana Reyes" in phone.says("2")[-1]
    assert "Dana Reyes" in phone.says("1")[-1]


def test_who_has_nobody_to_meet_arranges_nothing(world: World) -> None:
    (phone,) = crowd.phones(world, [One("+12125550101")])
    assert "Shall Dana Reyes have a look" in phone.says("tuesday at 5")[0]


@pytest.mark.parametrize(
    ("language", "said", "answer"),
    [
        ("en", "no worries", "Any time!"),
        ("en", "ok thats fine, thx", "Any time!"),
        ("es", "no pasa nada", "¡Cuando quieras!"),
        ("fr", "t'inquiète", "Avec plaisir"),
        ("pt", "sem problemas", "De nada!"),
    ],
)
def test_a_kind_word_out_of_nothing_is_answered_kindly(
    world: World, language: str, said: str, answer: str
) -> None:
    phone, _, _ = together(world, language)
    assert answer in phone.says(said)[0]


def test_a_break_ends_what_was_asked_about_a_meeting(world: World) -> None:
    phone, _, _ = together(world, "en")
    assert "Where would you like to meet?" in phone.says("friday at 5", "yes")[-1]
    said = " ".join(phone.says("PAUSE", "march 20"))
    assert "a break until" in said
    assert "Where would you like to meet?" not in said


def test_what_comes_next_is_not_a_meeting_with_who_rests(world: World) -> None:
    first, second, _ = together(world, "en")
    second.says("PAUSE", "march 20")
    first.hears()
    assert "Rosa is taking a break until" in first.says("what happens now?")[0]


def test_a_day_refused_out_of_nothing_asks_about_the_meeting(world: World) -> None:
    first, second = booked(world)
    assert "Does that still work?" in first.says("friday is out")[-1]
    assert second.hears() == []
