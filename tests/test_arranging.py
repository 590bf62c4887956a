"""Asking to meet somebody, in own words: the arranging of a meeting opens."""

import pytest

from assistant.understanding import keywords
from flows.mentoring import pairs
from storage.database import Database
from tests import crowd
from tests.crowd import One
from tests.phones import World

ASKS = {
    "en": ("i want to meet with rosa", "book a meeting", "can we set up a meeting?"),
    "es": ("quiero quedar con Rosa", "quiero una cita con Rosa", "podemos fijar una reunión?"),
    "fr": ("je voudrais voir Rosa", "je veux prendre rdv", "on peut fixer un rdv avec Rosa ?"),
    "pt": ("quero marcar com a Rosa", "podemos marcar um encontro?", "quero ver a Rosa"),
}


@pytest.mark.parametrize("language", ASKS)
def test_who_wants_to_meet_is_asked_when(db: Database, language: str) -> None:
    world = World(db)
    people = [
        One("+12125550101", name="Jay", language=language),
        One("+12125550102", "mentor", name="Rosa", language=language),
    ]
    mentee, mentor = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    jay = world.phone(people[0].address)
    (asked,) = jay.says({"en": "MEETING", "es": "CITA", "fr": "RDV", "pt": "ENCONTRO"}[language])
    jay.says("0")
    for words in ASKS[language]:
        assert jay.says(words) == [asked], words
        jay.says("0")
    jay.says("MENU")
    assert jay.says(ASKS[language][0]) == [asked]  # a question that it does not answer


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
