"""Opting out is heard, not guessed: who wants it, who speaks of it, who wants a little less."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.understanding import keywords
from assistant.understanding.keywords import Keyword
from tests.together import together

TABLE = (Path(__file__).parent / "data" / "opting_out.tsv").read_text(encoding="utf-8")
LANGUAGES = ("en", "es", "fr", "pt")
STOPS = (Keyword.STOP,)
ASKS = (Keyword.DOUBT, "leave")  # each of them brings one question


def said(kind: str, language: str) -> list[str]:
    rows = (line.split("\t") for line in TABLE.splitlines()[1:])
    return [text for code, of, text in rows if (code, of) == (language, kind)]


def heard(kind: str, language: str, words: tuple[Keyword, ...]) -> list[str]:
    """What is heard as one of these, whether or not a question is open."""
    return [text for text in said(kind, language) if words_of(text, language) & set(words)]


def words_of(text: str, language: str) -> set[Keyword]:
    return set(found(text, language))


def found(text: str, language: str) -> Iterator[Keyword]:
    for asked in (True, False):
        if one := keywords.hear(text, language, asked):
            yield one.word


@pytest.mark.parametrize("language", LANGUAGES)
def test_opting_out_is_heard_surely_or_by_one_question(language: str) -> None:
    assert len(said("stop", language)) >= 20
    assert len(heard("stop", language, STOPS + ASKS)) / len(said("stop", language)) >= 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_stopped_by_speaking_of_it(language: str) -> None:
    assert len(said("ordinary", language)) >= 16
    assert heard("ordinary", language, STOPS) == []
    assert len(heard("ordinary", language, ASKS)) / len(said("ordinary", language)) <= 0.08


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_wants_a_little_less_or_speaks_for_another_is_asked_at_most(language: str) -> None:
    assert said("less", language)
    assert heard("less", language, STOPS) == []


NOT_WANTED = {
    "en": "I don't want to|I never wanted to|there is no need to",
    "es": "no quiero|no pienso|nunca pedí",
    "fr": "je ne veux pas|je ne compte pas|je n'ai jamais demandé à",
    "pt": "não quero|não pretendo|nunca pedi",
}
ENDINGS = {
    "en": "unsubscribe|opt out|stop getting texts|stop receiving messages",
    "es": "darme de baja|desuscribirme|dejar de recibir mensajes|cancelar la suscripción",
    "fr": "me désabonner|me désinscrire|annuler mon abonnement|arrêter de recevoir des sms",
    "pt": "me descadastrar|cancelar a inscrição|parar de receber mensagens|cancelar o cadastro",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_denial_holds_for_every_word_of_opting_out(language: str) -> None:
    for denial in NOT_WANTED[language].split("|"):
        for ending in ENDINGS[language].split("|"):
            assert Keyword.STOP not in words_of(f"{denial} {ending}", language), (denial, ending)


@together
@pytest.mark.parametrize("text", ["stop2end", "Stop2Quit", "dtop", "STIP", "unsubscrive"])
def test_a_slip_of_the_finger_is_heard(text: str) -> None:
    assert words_of(text, "en") == {Keyword.STOP}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "no gracias dame de baja"),
        ("en", "no thanks unsubscribe me"),
        ("pt", "não obrigado me descadastra"),
        ("fr", "non merci désabonnez-moi"),
    ],
)
def test_a_no_with_thanks_denies_nothing_of_what_follows(language: str, said: str) -> None:
    heard = keywords.hear(said, language, asked=True)
    assert heard is not None
    assert heard.word is Keyword.STOP
