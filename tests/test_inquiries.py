"""What people ask out of nothing, or instead of an answer: answered, and the question stands."""

from pathlib import Path
from time import thread_time

import pytest

from assistant import safeguarding
from assistant.understanding import keywords
from assistant.understanding.keywords import Heard, Keyword
from storage.database import open_database
from tests import crowd
from tests.conftest import sqlite_url
from tests.crowd import One
from tests.phones import Phone, World
from tests.together import together

TABLE = (Path(__file__).parent / "data" / "inquiries.tsv").read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in TABLE.splitlines()[1:]]
FLOWS = ("delete", "fix", "fix_name", "fix_age")  # these open another question
SPOKEN = {"en": "in english", "es": "en español", "fr": "en français", "pt": "em português"}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(open_database(sqlite_url(tmp_path)))


def newcomer(world: World, language: str, *said: str) -> Phone:
    phone = world.phone()
    phone.says("bridge", SPOKEN[language], *said)
    return phone


def topic(text: str, language: str, asked: bool) -> str:
    heard = keywords.hear(text, language, asked)
    return heard.rest if heard and heard.word is Keyword.INQUIRY else ""


@together
@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize(("language", "wanted", "text"), ROWS)
def test_what_people_ask_is_heard(language: str, wanted: str, text: str, asked: bool) -> None:
    assert topic(text, language, asked) == wanted


@together
@pytest.mark.parametrize(("language", "wanted", "text"), ROWS)
def test_what_people_idly_ask_is_no_worry(language: str, wanted: str, text: str) -> None:
    assert safeguarding.scan(text) is None


@pytest.mark.parametrize("text", ["qué mentor me toca?", "il se passe quoi si je viens pas ?"])
def test_what_only_sounds_like_a_worry_is_none(text: str) -> None:
    assert safeguarding.scan(text) is None


@pytest.mark.parametrize(
    "text", ["cuando me toca", "mi mentor me toca", "il me frappe si je viens pas"]
)
def test_what_may_be_one_is_still_heard(text: str) -> None:
    assert safeguarding.scan(text)


QUESTION = {
    "en": "what will be different for you",
    "es": "será distinto para ti",
    "fr": "aura changé pour toi",
    "pt": "vai ter mudado para você",
}
SAID = {
    ("en", "who"): "I'm the automatic helper of Bridge",
    ("es", "who"): "Soy el asistente virtual de Bridge",
    ("fr", "who"): "Je suis l'assistant automatique du programme",
    ("pt", "who"): "Sou o assistente automático de Bridge",
    ("en", "free"): "I never ask for money",
    ("es", "free"): "Yo nunca pido dinero",
    ("fr", "free"): "Je ne demande jamais d'argent",
    ("pt", "free"): "Eu nunca peço dinheiro",
    ("en", "term"): "I've passed it on to Dana Reyes",
    ("es", "term"): "a Dana Reyes",
    ("en", "thanks"): "Any time!",
    ("es", "thanks"): "¡Cuando quieras!",
    ("fr", "thanks"): "Avec plaisir !",
    ("pt", "thanks"): "De nada!",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_instead_of_an_answer_it_is_answered_and_the_question_stands(
    world: World, language: str
) -> None:
    phone = newcomer(world, language, "ok", "23", "Jay", "1")
    for spoken, wanted, text in ROWS:
        if spoken != language or wanted in ("meeting", "later", "return", *FLOWS):
            continue
        reply = " ".join(phone.says(text))
        assert SAID.get((language, wanted), "") in reply, (text, reply)
        assert QUESTION[language] in reply, (text, reply)
        world.passes(minutes=6)
    phone.says("pass maths")
    assert QUESTION[language] not in phone.says("?")[0]


@pytest.mark.parametrize("language", SPOKEN)
def test_who_puts_it_off_is_not_asked_again_at_once_and_the_question_is_open(
    world: World, language: str
) -> None:
    phone = newcomer(world, language, "ok", "23", "Jay", "1")
    said = [text for spoken, wanted, text in ROWS if (spoken, wanted) == (language, "later")]
    for text in said:
        reply = " ".join(phone.says(text))
        assert QUESTION[language] not in reply, (text, reply)
        world.passes(minutes=6)
    assert QUESTION[language] in " ".join(phone.says("MENU", "0"))


@pytest.mark.parametrize("language", SPOKEN)
def test_who_has_not_agreed_is_answered_and_has_agreed_to_nothing(
    world: World, language: str
) -> None:
    phone = newcomer(world, language)
    for spoken, wanted, text in ROWS:
        if spoken == language and wanted in ("who", "machine", "free", "sees", "hello"):
            reply = " ".join(phone.says(text))
            assert "STOP" in reply, (text, reply)
            world.passes(minutes=6)


@pytest.mark.parametrize("language", SPOKEN)
def test_out_of_nothing_it_is_answered(world: World, language: str) -> None:
    phone = newcomer(world, language, "ok", "23", "Jay", "1", "0", "0", "0", "0")
    for spoken, wanted, text in ROWS:
        if spoken == language and wanted not in FLOWS:
            reply = " ".join(phone.says(text))
            assert SAID.get((language, wanted), "") in reply, (text, reply)
            world.passes(minutes=6)


def test_a_question_to_a_person_goes_to_the_person(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1", "0", "0", "0", "0", "ASK")
    assert "passed it on to Dana Reyes" in phone.says("is it free?")[0]


@pytest.mark.parametrize(
    ("language", "leave", "text"),
    [
        ("en", "LEAVE", "im too busy"),
        ("es", "DEJAR", "estoy trabajando"),
        ("fr", "PARTIR", "j'ai pas le temps"),
        ("pt", "DEIXAR", "to sem tempo"),
    ],
)
def test_too_busy_is_a_reason_to_leave(world: World, language: str, leave: str, text: str) -> None:
    phone = newcomer(world, language, "ok", "23", "Jay", "1", "0", "0", "0", "0", leave, "1")
    phone.says(text)
    assert "BRIDGE" in phone.says("?")[0]


def test_wanting_data_erased_is_passed_on_and_stops_nothing(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1", "0", "0", "0", "0")
    phone.says("how do i delete my data", "how do i delete my data")
    assert phone.person()["stopped_at"] is None
    assert phone.says("who is this")


def test_asking_how_to_stop_brings_the_question_whether_to(world: World) -> None:
    for language, text in {
        "en": "how do i stop this",
        "es": "cómo paro esto",
        "fr": "comment j'arrête ça",
        "pt": "como paro isso",
    }.items():
        for asked in (True, False):
            assert keywords.hear(text, language, asked) == Heard(Keyword.DOUBT)


@together
@pytest.mark.parametrize(
    "text",
    [
        "computers",
        "real person skills",
        "be free of debt",
        "how to cook for one",
        "meet someone new",
        "no",
        "mi mamá",
        "hoy",
        "demain",
        "agora",
        "depois da escola",
        "a machine learning job",
        "who knows",
        "work on my stuff later in life",
        "busy parents",
    ],
)
def test_an_answer_is_no_question_of_theirs(text: str) -> None:
    assert {topic(text, language, True) for language in SPOKEN} == {""}


def test_it_is_looked_for_in_no_time() -> None:
    texts = ["I want to find out how people become paramedics", "who " * 400, "is it " * 300]
    for text in texts:
        started = thread_time()
        topic(text, "en", True)
        assert thread_time() - started < 0.02


def test_how_long_it_takes_is_the_coordinators_to_say_where_nothing_is_asked(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1", "0", "0", "0", "0")
    (reply,) = phone.says("how long does this take?")
    assert "passed it on to Dana Reyes" in reply
    assert "few minutes" not in reply


WHO = {"en": "who is this", "es": "quién es?", "fr": "c'est qui ?", "pt": "quem é?"}


@pytest.mark.parametrize("language", SPOKEN)
def test_who_we_are_is_told_of_the_programme_and_not_of_where_two_meet(
    world: World, language: str
) -> None:
    people = [
        One(f"+1212555010{n}", role, language=language)
        for n, role in enumerate(("mentor", "mentee"))
    ]
    mentor, mentee = crowd.add(world, people)
    crowd.bring_together(world, [(mentor, mentee)])
    (reply,) = world.phone(people[0].address).says(WHO[language])
    assert "Harbor Library" in reply


COORDINATOR = {
    "en": ("who is Dana?", "is the person who runs"),
    "es": ("quién es Dana", "es la persona que dirige"),
    "fr": ("c'est qui Dana", "qui dirige"),
    "pt": ("quem é a Dana?", "é a pessoa que coordena"),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_who_the_coordinator_is_is_told_and_the_question_stands(
    world: World, language: str
) -> None:
    asks, told = COORDINATOR[language]
    phone = newcomer(world, language, "ok", "23", "Jay", "1")
    reply = " ".join(phone.says(asks))
    assert told in reply
    assert QUESTION[language] in reply


def test_who_somebody_else_is_we_do_not_say(world: World) -> None:
    phone = newcomer(world, "en", "ok", "23", "Jay", "1")
    assert "is the person who runs" not in " ".join(phone.says("who is Batman"))
