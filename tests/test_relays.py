"""What is meant for somebody else reaches them, or the coordinator, with the words."""

from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.understanding import keywords
from assistant.understanding.keywords import Keyword
from storage.database import open_database
from storage.tables import Handover, table
from tests.conftest import sqlite_url
from tests.crowd import One, add, bring_together
from tests.phones import Phone, World, code
from tests.test_inquiries import QUESTION, SPOKEN, newcomer

H = table(Handover)
FOR_DEREK = {
    "en": ("tell derek i passed maths", "can you let derek know the room is locked"),
    "es": ("dile a Derek que gracias por todo", "avísale a Derek que no encuentro la sala"),
    "fr": ("dis à Derek que j'ai réussi", "tu peux prévenir Derek que la salle est fermée"),
    "pt": ("avisa o Derek que passei na prova", "fala pro Derek que a sala fechou"),
}
LATE = {
    "en": "tell derek ill be late",
    "es": "dile a Derek que llego tarde",
    "fr": "dis à Derek que je serai en retard",
    "pt": "avisa o Derek que vou atrasar",
}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(open_database(sqlite_url(tmp_path)))


def paired(world: World, language: str) -> Phone:
    people = [
        One("+12125550181", "mentor", name="Derek Stone"),
        One("+12125550182", name="Jay", language=language),
    ]
    bring_together(world, [tuple(add(world, people))])  # type: ignore[list-item]
    return world.phone("+12125550182")


def handed_over(world: World) -> list[tuple[str, str]]:
    with world.db.reading() as db:
        return [tuple(row) for row in db.execute(select(H.c.kind, H.c.text).order_by(H.c.id))]


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, ts in FOR_DEREK.items() for t in ts])
def test_words_for_the_other_go_to_them_and_nothing_is_said(
    world: World, language: str, text: str
) -> None:
    phone, derek = paired(world, language), world.phone("+12125550181")
    assert phone.says(text) == []
    (heard,) = derek.hears()
    words = heard.removeprefix("Jay: ").split("\n")[0]
    assert heard.startswith("Jay: ")
    assert text.endswith(words)
    assert "erek" not in words
    assert handed_over(world) == []


@pytest.mark.parametrize("language", SPOKEN)
def test_in_the_middle_of_a_question_it_stands_and_the_words_are_no_answer(
    world: World, language: str
) -> None:
    phone = newcomer(world, language, "ok", "23", "Jay", "1")
    text = FOR_DEREK[language][0].replace("derek", "Dana").replace("Derek", "Dana")
    assert QUESTION[language] in " ".join(phone.says(text))
    assert handed_over(world) == [("relay", text)]


def test_of_somebody_whom_nobody_knows_it_is_an_answer(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1")
    assert QUESTION["en"] not in phone.says("tell grandma i passed maths")[0]
    assert handed_over(world) == []


def test_a_word_to_somebody_whom_nobody_knows_is_passed_on_when_nothing_is_asked(
    world: World,
) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1", "0", "0", "0", "0")
    assert "Dana Reyes" in phone.says("tell mr cole im sick")[0]
    assert handed_over(world) == [("relay", "tell mr cole im sick")]


@pytest.mark.parametrize(
    "text",
    [
        "tell me more",
        "tell people about my music",
        "let me know",
        "dime algo",
        "dis moi tout",
        "fala comigo",
        "me diz uma coisa",
        "let derek go",
        "i want to tell stories",
        "tell derek",
        "i have a question for you",
        "a question for today",
        "une question pour toi ?",
        "question for derek",
    ],
)
def test_what_is_meant_for_us_is_not_passed_on(text: str) -> None:
    heard = keywords.hear(text, "en", asked=False)
    assert heard is None or heard.word is not Keyword.RELAY


@pytest.mark.parametrize("language", SPOKEN)
def test_who_will_be_late_has_it_told_at_once(world: World, language: str) -> None:
    phone = paired(world, language)
    phone.says(LATE[language])
    assert handed_over(world) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "hi i have a question for dana can i bring my brother"),
        ("es", "una pregunta para Dana, puedo llevar a mi hermano?"),
        ("fr", "j'ai une question pour Dana, je peux venir avec mon frère ?"),
        ("pt", "tenho uma pergunta para a Dana, posso levar o meu irmão?"),
    ],
)
def test_a_question_for_the_coordinator_reaches_them_from_any_question(
    world: World, language: str, text: str
) -> None:
    phone = newcomer(world, language, "ok", "23", "Jay", "1")
    assert QUESTION[language] in " ".join(phone.says(text))
    assert handed_over(world) == [("relay", text)]


def test_a_word_for_somebody_rings_at_the_coordinators_at_once(world: World) -> None:
    dana = world.phone("777", "simulated_telegram")
    dana.says(f"/start {code(world.db, world.now)}", "ok")
    phone = paired(world, "en")
    phone.says("tell mr cole im sick")
    assert "tell mr cole im sick" in " ".join(dana.hears())
