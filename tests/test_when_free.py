"""At the question when somebody is free: windows are noted, nothing else is, and fear is heard."""

import pytest
from sqlalchemy import select

from assistant.channels.sms import alphabet
from assistant.rendering import hours
from assistant.rendering.translations import LANGUAGES, translate
from flows import reading
from flows.joining import profile
from storage.database import Database
from storage.tables import Handover, table
from tests.phones import Phone, World
from tests.test_reactions import speak

HANDOVER = table(Handover)


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", "tues after 4, or sat", "Tue 4-8 pm, Sat all day"),
        ("en", "mon wed 9:30 to 1", "Mon Wed 9:30 am-1 pm"),
        ("en", "weekdays after 5 but not friday", "Mon-Thu 5-8 pm"),
        ("en", "whenever", "any time"),
        ("es", "martes de 4 a 6 y sábado", "mar 16:00-18:00, sáb todo el día"),
        ("fr", "mardi 16h30-18h, le samedi", "mar 16 h 30-18 h, sam toute la journée"),
        ("pt", "seg e qua depois das 18h", "seg qua 18-20h"),
    ],
)
def test_windows_are_said_as_they_were_understood(language: str, words: str, said: str) -> None:
    assert hours.said(words, language) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ways_offered_are_read_in_every_language(language: str) -> None:
    for option in profile.ROUGHLY:
        assert reading.availability(translate(option.label, language, formal=False), language)


def texted(msgid: str, language: str) -> str:
    """A wording as an SMS has it."""
    return alphabet.typed(translate(msgid, language, formal=False))


def at_the_question(world: World, language: str) -> Phone:
    phone = world.phone()
    for words in ("bridge", "1", "23", "Jay", "1 4"):
        phone.says(words)
    speak(world, language)
    phone.says("pass maths")
    return phone


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "get the certificate"),
        ("es", "aprobar mate"),
        ("fr", "avoir mon permis"),
        ("pt", "passar na prova"),
    ],
)
def test_what_tells_no_time_is_asked_about(world: World, language: str, words: str) -> None:
    phone = at_the_question(world, language)
    (asked,) = phone.says(words)
    assert asked == texted(profile.FREE.hint, language)
    assert "4" in phone.says("dom 4-6" if language == "pt" else "sab 4-6")[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "he hits me on mondays"),
        ("es", "me pega los martes"),
        ("fr", "il me fait peur, il me touche"),
        ("pt", "ele me bate de noite"),
    ],
)
def test_fear_is_for_a_person_at_once_and_the_question_comes_back_later(
    world: World, language: str, words: str
) -> None:
    phone = at_the_question(world, language)
    heard = " ".join(phone.says(words))
    with world.db.reading() as db:
        kinds = db.execute(select(HANDOVER.c.kind, HANDOVER.c.text)).all()
    assert [tuple(one) for one in kinds] == [("worry", words)]
    assert words not in heard
    assert texted(profile.FREE.ask, language) not in heard
    assert texted(profile.FREE.ask, language) in " ".join(phone.says("ok"))
