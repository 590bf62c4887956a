"""Somebody's first words say whether they look for a mentor or would like to be one."""

from datetime import UTC, datetime

import pytest

from assistant.rendering.translations import Reader, say_for
from assistant.understanding import keywords
from assistant.understanding.inquiries import offers_to_mentor
from flows.engine import hearing
from flows.engine.standing import Standing
from flows.engine.states import Heard
from flows.joining.intake import FLOW as INTAKE
from storage.database import Database
from tests.phones import World
from tests.together import together

OFFERS = {
    "en": "hello i want to mentor/hey saw your flyer, id like to be a mentor/how do i volunteer as"
    " a mentor?/looking to mentor someone/i would love to help young people/can i sign up as a"
    " mentor/want 2 b a mentor",
    "es": "hola quiero ser mentora/quisiera apuntarme como mentor/me gustaría ayudar a jóvenes"
    "/quiero ser voluntaria/cómo puedo ser mentora",
    "fr": "bonjour je veux devenir mentor/je voudrais être bénévole/je souhaite m'inscrire comme"
    " mentor/j'aimerais accompagner des jeunes",
    "pt": "oi quero ser mentor/quero me inscrever como mentora/gostaria de ajudar jovens"
    "/queria ser voluntária",
}
LOOKS = {
    "en": "i want a mentor/i would like to have a mentor/i want someone to be a mentor to my son"
    "/i dont want to be a mentor/MENTOR/is this the mentor program/i want to be a nurse"
    "/do you have volunteers who help with homework/hi",
    "es": "quiero un mentor/mi hijo quiere un mentor/quiero ser doctora/me gustaría participar",
    "fr": "je cherche un mentor/j'aimerais avoir un mentor/mon fils veut un mentor/bonjour",
    "pt": "quero um mentor/preciso de mentor/meu filho quer um mentor/quero ser médica",
}


def _each(some: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in some.items() for text in texts.split("/")]


@together
@pytest.mark.parametrize(("language", "text"), _each(OFFERS))
def test_who_offers_to_mentor_is_heard(language: str, text: str) -> None:
    assert offers_to_mentor(text, language)


@together
@pytest.mark.parametrize(("language", "text"), _each(LOOKS))
def test_who_looks_for_a_mentor_offers_nothing(language: str, text: str) -> None:
    assert not offers_to_mentor(text, language)


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("hi, id like to volunteer as a mentor", "Great, and thank you!"),
        ("hi, id like a mentor", "can look for your mentor"),
    ],
)
def test_as_what_somebody_comes_is_taken_from_their_first_words(
    db: Database, text: str, then: str
) -> None:
    phone = World(db).phone()
    phone.says(text)
    assert then in phone.says("yes")[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "somebody who speaks spanish"),
        ("es", "que hable español"),
        ("fr", "quelqu'un qui parle français"),
        ("pt", "que fale português"),
    ],
)
def test_a_mentor_who_speaks_ones_language_is_no_wish_for_another_language(
    language: str, words: str
) -> None:
    heard = Heard(words, datetime(2026, 3, 3, 15, tzinfo=UTC), language, say_for(Reader(language)))
    assert hearing.hear(INTAKE, Standing("matters"), {}, heard)[0] == "answered"
    wish = keywords.hear(words, language, asked=True)
    assert wish is None or hearing.offers(INTAKE, Standing("matters"), {}, heard)
