"""In which language somebody writes; who writes in another one than ours is answered in it."""

import pytest

from assistant.understanding import written
from storage.database import Database
from tests.phones import World

FOREIGN = {
    "es": (
        "si",
        "hola!",
        "no entiendo",
        "tengo 22 años",
        "los sábados por la mañana",
        "¿qué es esto?",
    ),
    "fr": (
        "oui",
        "bonjour",
        "slt c koi",
        "22 ans",
        "je comprends pas",
        "j'ai 22 ans",
        "je voudrais un mentor",
        "c'est quoi",
    ),
    "pt": (
        "sim",
        "oi",
        "não entendi",
        "tenho 22 anos",
        "quero participar",
        "o que é isso",
        "oie blz",
    ),
}
OURS = (
    *(
        "ok",
        "no",
        "no thanks",
        "Maria José",
        "Los Angeles",
        "La Toya",
        "des moines",
        "El Paso",
        "1 4",
    ),
    *("friday after 4", "me too", "as in", "no way jose", "im on my way", "Le Van", "de nada", ""),
)


def test_another_language_is_told_by_its_small_words() -> None:
    for language, texts in FOREIGN.items():
        for text in texts:
            assert written.language(text, "en") == language, text
            assert written.language(text, language) is None, text
    for text in OURS:
        assert written.language(text, "en") is None, text


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def test_consent_is_asked_again_in_the_language_of_a_yes(world: World) -> None:
    phone = world.phone()
    (reply,) = phone.says("bridge", "si")
    assert reply.startswith("De acuerdo, desde ahora en español. Bridge: hasta 3 mensajes")
    assert "¿Puedo escribirte?" in reply
    assert "¿Qué edad tienes?" in phone.says("si")[-1]


def test_what_is_no_no_in_its_own_language_is_none(world: World) -> None:
    phone = world.phone()
    assert "¿Puedo escribirte?" in phone.says("bridge", "no entiendo")[-1]


def test_a_no_stays_one(world: World) -> None:
    assert "won't hear from me again" in world.phone().says("bridge", "no gracias")[-1]


def test_a_stranger_is_greeted_in_their_language(world: World) -> None:
    assert world.phone().says("hola quiero un mentor")[0].startswith("¡Hola! Soy el asistente")


def test_an_answer_in_it_is_taken(world: World) -> None:
    assert "¿Cómo quieres que te llame?" in world.phone().says("bridge", "ok", "tengo 22")[-1]


def test_own_words_may_be_in_any(world: World) -> None:
    phone = world.phone()
    (reply,) = phone.says("bridge", "ok", "22", "Ana", "1", "quiero hablar mejor")
    assert reply.startswith("Saved, in your own words.")
    assert reply.endswith("0 to pass")


@pytest.mark.parametrize("words", ["i dont understand", "i dont get it"])
def test_who_does_not_understand_a_question_does_not_leave_it(world: World, words: str) -> None:
    phone = world.phone()
    (reply,) = phone.says("bridge", "ok", "22", "Ana", "1", "be happy", words)
    assert reply.startswith("Some days and times, roughly.")
