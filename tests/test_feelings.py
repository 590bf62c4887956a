"""Who tells how they feel hears a kind word, and may tell a person; nothing is made of it."""

from pathlib import Path

import pytest

from assistant.understanding import feelings
from assistant.understanding.feelings import Feeling
from storage.database import Database
from tests import crowd
from tests.crowd import One
from tests.phones import World
from tests.test_relaying import Three

HARD = {
    "en": (
        "im sad today",
        "Bad day :(",
        "I'm so stressed about my exams",
        "my grandma died",
        "didnt get the job",
        "not ok tbh",
    ),
    "es": ("estoy triste", "me siento sola", "no estoy bien", "reprobé matemáticas"),
    "fr": ("je suis triste", "ça va pas", "j'ai raté mon permis", "mauvaise journée"),
    "pt": ("tô triste", "to muito cansada", "não tô bem", "não passei na prova"),
}
GOOD = {
    "en": ("i passed my test!!!", "got the job omg", "im so happy", "we did it"),
    "es": ("aprobé el examen!!", "me dieron la beca", "estoy feliz"),
    "fr": ("j'ai eu mon permis !!", "je suis prise", "trop contente"),
    "pt": ("passei na prova!!", "consegui o emprego", "to feliz"),
}
NEITHER = {
    "en": (
        "not sad",
        "i hope i passed",
        "is it bad?",
        "u sad?",
        "i will pass maths",
        "see you friday",
        "",
    ),
    "es": ("no estoy triste", "ojalá apruebe", "¿es malo?"),
    "fr": ("pas triste", "j'espère que je serai admise", "à demain"),
    "pt": ("não estou triste", "tomara que eu passe", "até amanhã"),
}


@pytest.mark.parametrize(
    ("said", "feeling"), [(HARD, Feeling.HARD), (GOOD, Feeling.GOOD), (NEITHER, None)]
)
def test_a_feeling_is_told_from_others(
    said: dict[str, tuple[str, ...]], feeling: Feeling | None
) -> None:
    for language, texts in said.items():
        for text in texts:
            assert feelings.find(text, language) is feeling, (language, text)


def test_it_is_offered_to_who_they_meet(tmp_path: Path) -> None:
    three = Three(tmp_path)
    three.jay.says("thanks")
    (reply,) = three.jay.says("my grandma died")
    assert reply.startswith("I'm sorry, that sounds hard. Shall I send this to Rosa?")
    assert three.rosa.hears() == []


def test_who_meets_nobody_hears_how_to_tell_a_person(db: Database) -> None:
    world = World(db)
    (jay,) = crowd.phones(world, [One("+12125550171", name="Jay")])
    jay.says("thanks")
    (reply,) = jay.says("im so sad today")
    assert reply == (
        "I'm sorry, that sounds hard. To tell a person, text ASK and a few words, and Dana Reyes "
        "writes to you here."
    )
    assert jay.says("i passed my test!!") == ["That's great to hear!"]


def test_beside_an_open_question_there_is_a_kind_word_and_the_question_stands(
    tmp_path: Path,
) -> None:
    three = Three(tmp_path)
    three.jay.says("MEETING")
    (reply,) = three.jay.says("bad day today")
    assert reply.startswith("I'm sorry, that sounds hard. ")
    assert "Tuesday at 4" in reply
