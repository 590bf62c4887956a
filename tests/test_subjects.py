"""What somebody would like a hand with, in words of their own."""

from datetime import UTC, datetime

import pytest

from assistant.programmes import topics
from assistant.programmes.definitions import TOPICS
from flows import FLOWS, reading
from flows.engine import runs
from flows.engine.standing import Standing
from flows.engine.states import Heard
from flows.reading import Offered
from tests.flow_facts import FACTS
from tests.together import together

NOW = datetime(2026, 3, 3, 15, tzinfo=UTC)
OFFERED = {"topics": [topics.of(*one) for one in TOPICS]}


def picked(text: str, language: str) -> tuple[list[str], str]:
    known = FACTS | {"topics": topics.labelled(OFFERED, language), "language": language}
    heard = Heard(text, NOW, language)
    answers = runs.take_turn(FLOWS["intake"], Standing("topics"), known, heard).standing.answers
    return answers["topics"], answers.get("topics_note", "")


@together
@pytest.mark.parametrize(
    ("language", "text", "tokens"),
    [
        ("en", "job search", ["job"]),
        ("en", "finding work and make friends", ["job", "people"]),
        ("en", "homework, cash", ["school", "money"]),
        ("es", "buscar trabajo", ["job"]),
        ("es", "la escuela y ganar plata", ["school", "money"]),
        ("es", "cambiar de empleo", ["career"]),
        ("fr", "école", ["school"]),
        ("fr", "trouver un boulot", ["job"]),
        ("fr", "l'argent et l'école", ["money", "school"]),
        ("pt", "procurar trabalho", ["job"]),
        ("pt", "escola e amigos", ["school", "people"]),
    ],
)
def test_a_subject_in_other_words_is_the_programmes(
    language: str, text: str, tokens: list[str]
) -> None:
    assert picked(text, language) == (tokens, "")


@together
@pytest.mark.parametrize(
    ("language", "text", "tokens", "own"),
    [
        ("en", "i need help with english and getting a job", ["job"], "english"),
        ("en", "school and 4", ["school", "money"], ""),
        ("es", "ayuda con inglés y buscar trabajo", ["job"], "inglés"),
        ("fr", "de l'aide pour le boulot et l'anglais", ["job"], "l'anglais"),
        ("pt", "quero ajuda com emprego e inglês", ["job"], "inglês"),
        ("es", "no dinero", [], "no dinero"),
    ],
)
def test_beside_the_programmes_stands_what_else_is_told(
    language: str, text: str, tokens: list[str], own: str
) -> None:
    assert picked(text, language) == (tokens, own)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "getting my driving licence"),
        ("es", "mi familia"),
        ("fr", "le permis de conduire"),
        ("pt", "tirar a carta"),
    ],
)
def test_what_the_programme_does_not_name_stays_in_their_words(language: str, text: str) -> None:
    assert picked(text, language) == ([], text)


@together
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the last one"),
        ("en", "last one pls"),
        ("es", "la última"),
        ("fr", "le dernier"),
        ("pt", "a última"),
    ],
)
def test_the_last_one_is_the_last_of_a_list(language: str, text: str) -> None:
    offered = [Offered(word, (word,)) for word in ("Tue 4 pm", "Wed 4 pm", "Thu 5 pm")]
    assert reading.choice(text, offered, language) == ("Thu 5 pm", "")
    assert reading.several(text, offered, language, 3) == (("Thu 5 pm",), "")


@pytest.mark.parametrize("text", ["last week", "the last one i had was bad", "not the last one"])
def test_last_beside_other_words_picks_nothing(text: str) -> None:
    offered = [Offered(word, (word,)) for word in ("Tue 4 pm", "Wed 4 pm", "Thu 5 pm")]
    with pytest.raises(reading.Unclear):
        reading.choice(text, offered, "en")
