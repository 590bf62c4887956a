"""What may be said to a lesson, in every language."""

from datetime import UTC, datetime

import pytest

from assistant.rendering.prompts import Reader, say_for
from assistant.rendering.translations import LANGUAGES
from assistant.understanding import keywords
from flows.engine import runs
from flows.engine.standing import Turn
from flows.engine.states import Heard
from flows.events import LessonDone
from flows.support.lesson import FLOW
from flows.support.lessons import LESSONS
from tests.flow_facts import FACTS, PAIR
from tests.together import together

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def answered(name: str, language: str, said: str) -> Turn:
    role = LESSONS[name].role
    facts = {**FACTS, "name": "Rosa", "role": role, "pairs": [PAIR], "language": language}
    asked = runs.open_run(FLOW, facts, {"match": 5, "lesson": name})
    heard = Heard(said, NOW, language, say_for(Reader(language, "UTC")))
    return runs.take_turn(FLOW, asked.standing, facts, heard)


@together
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LESSONS)
def test_an_answer_is_heard_by_its_words_and_by_its_number(name: str, language: str) -> None:
    say = say_for(Reader(language, "UTC"))
    for number, option in enumerate(LESSONS[name].options, 1):
        label = say(option.label).replace("{coordinator}", "Dana Reyes").replace("{other}", "Rosa")
        for said in (label, label.upper(), str(number), f"{number} {label}"):
            (event,) = answered(name, language, said).events
            assert event == LessonDone(name, option.token), (language, said)


@together
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "no more lessons"),
        ("en", "stop sending me lessons pls"),
        ("en", "i dont want any more tips"),
        ("es", "no más consejos"),
        ("es", "ya no quiero consejos"),
        ("fr", "plus de conseils stp"),
        ("fr", "pas de conseils"),
        ("fr", "je ne veux plus de conseils"),
        ("pt", "sem mais dicas"),
        ("pt", "não quero mais dicas"),
    ],
)
def test_no_more_lessons_is_heard(language: str, said: str) -> None:
    heard = keywords.hear(said, language, asked=True)
    assert heard is not None, said
    assert (heard.word, heard.sure) == ("no_lessons", True), said


@together
@pytest.mark.parametrize(
    ("language", "said", "word"),
    [
        ("en", "lessons", "lessons"),
        ("en", "send me the lessons again", "lessons"),
        ("es", "CONSEJOS", "lessons"),
        ("fr", "conseils", "lessons"),
        ("pt", "dicas", "lessons"),
        ("en", "no lessons from school today", None),
        ("en", "i have no lessons after 4", None),
        ("en", "stop", "stop"),
        ("en", "my lessons end at 4", None),
    ],
)
def test_other_words_about_lessons_are_not(language: str, said: str, word: str | None) -> None:
    heard = keywords.hear(said, language, asked=True)
    assert (str(heard.word) if heard else None) == word, said
