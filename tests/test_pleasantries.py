"""Wishes, thanks and goodbyes tell nothing: no goal and no hope; they are answered kindly."""

from datetime import UTC, datetime

import pytest

from flows import reading
from flows.engine.states import Heard
from flows.joining.profile import read_answer
from storage.database import Database
from tests import crowd
from tests.crowd import One
from tests.phones import World

NOTHING_TOLD = {
    "en": (
        "ok thank you!! god bless",
        "Great, have a good one :)",
        "thx ur a star xx",
        "okay talk soon, bye",
        "Thank you so much, take care, amen",
        "cool ttyl",
    ),
    "es": (
        "Muchas gracias, que dios le bendiga",
        "ok nos vemos, un abrazo!",
        "vale gracias buenas noches",
        "igualmente, cuídate",
    ),
    "fr": ("merci beaucoup, bonne soirée !", "ok à bientôt bisous", "c'est gentil, merci"),
    "pt": ("obrigada, fica com Deus", "blz, até mais, abraço", "valeu, boa noite!"),
}
TOLD = {
    "en": ("a good job", "good morning routine", "learn to take care of my son", "be safe at work"),
    "es": ("un buen trabajo", "cuidarme mejor", "abrazar más a mis hijos"),
    "fr": ("un bon travail", "prendre soin de ma mère"),
    "pt": ("um bom emprego", "cuidar da minha saúde"),
}


def heard(text: str, language: str) -> Heard:
    return Heard(
        text, datetime(2026, 3, 3, 10, tzinfo=UTC), language, lambda msgid: msgid, "", False
    )


@pytest.mark.parametrize("language", NOTHING_TOLD)
def test_they_are_no_answer_in_ones_own_words(language: str) -> None:
    for text in NOTHING_TOLD[language]:
        assert reading.pleasant(text, language), text
        with pytest.raises(reading.Unclear):
            read_answer(heard(text, language))


@pytest.mark.parametrize("language", TOLD)
def test_what_tells_something_is_one(language: str) -> None:
    for text in TOLD[language]:
        assert not reading.pleasant(text, language), text
        assert read_answer(heard(text, language)) == text


def test_out_of_nothing_they_are_answered_kindly(db: Database) -> None:
    world = World(db)
    (jay,) = crowd.phones(world, [One("+12125550171", name="Jay")])
    jay.says("hi")
    assert jay.says("have a blessed day") == ["Any time! I'm here when you need me."]
