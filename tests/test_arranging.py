"""Asking to meet somebody, in own words: the arranging of a meeting opens."""

from datetime import UTC, datetime

import pytest

from assistant.understanding import keywords
from flows.engine.states import Heard
from flows.mentoring import pairs
from flows.mentoring.times.names import without
from flows.mentoring.times.proposed_times import read_times
from storage.database import Database
from tests import crowd
from tests.crowd import One
from tests.phones import Phone, World

ASKS = {
    "en": (
        *("i want to meet with rosa", "book a meeting", "can we set up a meeting?"),
        *("can we meet", "lets meet up soon", "when can we meet?"),
    ),
    "es": (
        *("quiero quedar con Rosa", "quiero una cita con Rosa", "podemos fijar una reunión?"),
        *("podemos vernos", "cuándo podemos quedar?"),
    ),
    "fr": (
        *("je voudrais voir Rosa", "je veux prendre rdv", "on peut fixer un rdv avec Rosa ?"),
        "on peut se voir bientôt ?",
    ),
    "pt": (
        *("quero marcar com a Rosa", "podemos marcar um encontro?", "quero ver a Rosa"),
        "podemos nos encontrar",
    ),
}
WITH_A_NAME = {
    "en": ("can i see rosa on friday at 5pm?", "meet w rosa fri 5pm", "rosa friday 5pm"),
    "es": ("ver a Rosa el viernes a las 17", "con Rosa el viernes a las 5 de la tarde"),
    "fr": ("voir Rosa vendredi à 17h", "vendredi 17h avec Rosa"),
    "pt": ("sexta às 17h com a Rosa", "quero ver a Rosa sexta às 17h"),
}


def mentee_of_rosa(db: Database, language: str) -> Phone:
    world = World(db)
    people = [
        One("+12125550101", name="Jay", language=language),
        One("+12125550102", "mentor", name="Rosa", language=language),
    ]
    mentee, mentor = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    return world.phone(people[0].address)


@pytest.mark.parametrize("language", ASKS)
def test_who_wants_to_meet_is_asked_when(db: Database, language: str) -> None:
    jay = mentee_of_rosa(db, language)
    (asked,) = jay.says({"en": "MEETING", "es": "CITA", "fr": "RDV", "pt": "ENCONTRO"}[language])
    jay.says("0")
    for words in ASKS[language]:
        assert jay.says(words) == [asked], words
        jay.says("0")
    jay.says("MENU")
    assert jay.says(ASKS[language][0]) == [asked]  # a question that it does not answer


@pytest.mark.parametrize("language", WITH_A_NAME)
def test_the_name_of_whom_they_meet_may_stand_beside_the_time(db: Database, language: str) -> None:
    jay = mentee_of_rosa(db, language)
    (asked,) = jay.says(
        {"en": "fri 5pm", "es": "vie 17h", "fr": "ven 17h", "pt": "sex 17h"}[language]
    )
    for words in WITH_A_NAME[language]:
        jay.says("0")
        assert jay.says(words) == [asked], words


def test_a_month_is_no_name() -> None:
    assert without(("April", "Rosa"), "april 5 at 4pm") == "5 at 4pm"  # only where no time is read
    heard = Heard("april 5 at 4pm", datetime(2026, 3, 3, 15, tzinfo=UTC), "en", others=("April",))
    assert read_times(heard)[0] == "2026-04-05T16:00"


def test_a_mentor_of_two_meets_the_one_who_is_named(db: Database) -> None:
    world = World(db)
    people = [
        One("+12125550101", name="Jay"),
        One("+12125550103", name="Zoe"),
        One("+12125550102", "mentor", name="Rosa"),
    ]
    jay, zoe, rosa = crowd.add(world, people)
    crowd.bring_together(world, [(rosa, jay), (rosa, zoe)])
    mentor = world.phone(people[2].address)
    (asked,) = mentor.says("i want to meet with Zoe")
    assert "Zoe" in asked
    mentor.says("friday at 5 pm", "yes", "1")
    assert any("Rosa" in text for text in world.phone(people[1].address).hears())
    assert world.phone(people[0].address).hears() == []


def test_other_wishes_to_see_somebody_are_not_taken_for_one() -> None:
    for words in ("i met with rosa", "i dont want to meet rosa", "when do we meet"):
        heard = keywords.hear(words, "en", False)
        assert heard is None or not heard.word.startswith("arrange")


def test_of_two_people_the_one_who_is_named_is_meant() -> None:
    facts = {"pairs": [{"id": 1, "other": "Rosa Diaz"}, {"id": 2, "other": "Zoë"}]}
    said = {"wish": "arrange", "words": "I'd like to meet zoe"}
    assert pairs.match_of(said, facts) == 2
    assert pairs.several({"wish": "arrange", "words": "book a meeting"}, facts)


OFF = {
    "en": ("cancel the meeting please", "cancel it please", "can we call it off"),
    "es": ("quiero cancelar la cita", "cancélala porfa", "puedo cancelar?"),
    "fr": ("annule le rdv stp", "je dois annuler", "on peut annuler ?"),
    "pt": ("cancela o encontro por favor", "cancela isso", "quero desmarcar"),
}
TIMES = {
    "en": "friday at 5 pm",
    "es": "viernes a las 17",
    "fr": "vendredi à 17h",
    "pt": "sexta 17h",
}


def booked(db: Database, language: str) -> tuple[World, Phone, Phone]:
    """Two who have booked a meeting, and their phones."""
    world = World(db)
    people = [
        One("+12125550101", name="Jay", language=language),
        One("+12125550102", "mentor", name="Rosa", language=language),
    ]
    mentee, mentor = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    jay, rosa = (world.phone(one.address) for one in people)
    word = {"en": "MEETING", "es": "CITA", "fr": "RDV", "pt": "ENCONTRO"}[language]
    jay.says(word, TIMES[language], "1", "1")
    rosa.hears()
    rosa.says("1")
    jay.hears()
    return world, jay, rosa


@pytest.mark.parametrize("language", OFF)
def test_who_calls_a_meeting_off_is_asked_once_and_the_other_told(
    db: Database, language: str
) -> None:
    _, jay, rosa = booked(db, language)
    said = [jay.says(words) for words in OFF[language] for _ in [jay.says("0")]]
    assert len({tuple(texts) for texts in said}) == 1
    assert "Rosa" in said[0][0]
    assert rosa.hears() == []
    jay.says({"en": "yes", "es": "sí", "fr": "oui", "pt": "sim"}[language])
    assert any("Jay" in text for text in rosa.hears())


def test_no_beside_that_they_cannot_come_keeps_nothing(db: Database) -> None:
    _, jay, rosa = booked(db, "en")
    asked = jay.says("cancel the meeting")
    assert jay.says("no i wont make it")[0].splitlines()[1:] == asked[0].splitlines()[1:]
    assert rosa.hears() == []


def test_cancelling_with_nothing_booked_is_asked_about(db: Database) -> None:
    world = World(db)
    people = [One("+12125550101", name="Jay"), One("+12125550102", "mentor", name="Rosa")]
    mentee, mentor = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    jay = world.phone(people[0].address)
    assert "no meeting booked" in jay.says("cancel the meeting")[0]
    assert "keep getting texts" in jay.says("cancel it please")[0]


NO_GOOD = {
    "en": ("friday is no good", "no good", "not gonna work", "sorry cant", "im sick"),
    "es": ("el viernes no me va", "estoy enferma"),
    "fr": ("vendredi c'est mort", "je suis malade"),
    "pt": ("sexta sem chance", "tô doente"),
}
LIKES = {
    "en": "i dont like rosa",
    "es": "no me gusta Rosa",
    "fr": "j'aime pas Rosa",
    "pt": "não gosto da Rosa",
}


@pytest.mark.parametrize("language", NO_GOOD)
def test_what_refuses_the_time_asks_about_it_and_what_is_about_somebody_does_not(
    db: Database, language: str
) -> None:
    _, jay, rosa = booked(db, language)
    word = {"en": "MEETING", "es": "CITA", "fr": "RDV", "pt": "ENCONTRO"}[language]
    asked = jay.says(word)
    for words in NO_GOOD[language]:
        jay.says("0")
        assert jay.says(words) == asked, words
    jay.says("0")
    assert "Dana" in jay.says(LIKES[language])[0]
    assert rosa.hears() == []


CALLS = {
    "en": "can we do a call instead",
    "es": "podemos hacer una llamada",
    "fr": "on peut s'appeler",
    "pt": "pode ser por telefone",
}


@pytest.mark.parametrize("language", CALLS)
def test_another_place_is_proposed_at_the_time_that_is_booked(db: Database, language: str) -> None:
    _, jay, rosa = booked(db, language)
    (where,) = jay.says(CALLS[language])
    assert "Harbor Library" in where
    jay.says("3")  # by text
    (offer,) = rosa.hears()
    assert "Harbor Library" not in offer
    assert "Jay" in offer
    (told,) = rosa.says("1")
    assert "Harbor Library" not in told
    assert jay.hears()[-1].replace("Rosa", "Jay") == told


def test_the_same_place_changes_nothing(db: Database) -> None:
    _, jay, rosa = booked(db, "en")
    jay.says("MEETING", "another place")
    assert jay.says("1")[0].startswith("Booked!")
    assert rosa.hears() == []
