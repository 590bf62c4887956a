"""When somebody who rests is back: told from what both sides know, and the question stands."""

from pathlib import Path

import pytest

from assistant.internal_events.of_match import Acted
from tests.test_frozen import Two

RESTS = "Rosa is taking a break until March 17, 2026."
ASKED = {
    "en": "when is Rosa back? / is rosa back yet / when will my mentor be back",
    "es": "cuándo vuelve Rosa? / ya volvió rosa?",
    "fr": "Rosa revient quand ? / quand revient rosa",
    "pt": "quando a Rosa volta? / a rosa já voltou?",
}
SPOKEN = {"en": "March 17", "es": "17 de marzo", "fr": "17 mars", "pt": "17 de março"}


@pytest.fixture
def two(tmp_path: Path) -> Two:
    two = Two(tmp_path)
    for phone in two.phones.values():
        phone.says("thank you")
    return two


def rest(two: Two) -> None:
    two.phones["Rosa"].says("PAUSE", "two weeks", "1")
    two.hear()


@pytest.mark.parametrize(
    ("language", "said"), [(one, said) for one in ASKED for said in ASKED[one].split(" / ")]
)
def test_who_asks_hears_until_when_the_other_rests(two: Two, language: str, said: str) -> None:
    jay = two.phones["Jay"]
    jay.says({"en": "english", "es": "español", "fr": "français", "pt": "português"}[language])
    rest(two)
    (told,) = jay.says(said)
    assert SPOKEN[language] in told


def test_asked_instead_of_an_answer_the_question_stands(two: Two) -> None:
    rest(two)
    jay = two.phones["Jay"]
    jay.says("PAUSE")
    first, *rest_ = jay.says("when is rosa back?")
    assert RESTS in first
    assert "break" in " ".join([first, *rest_]).split(RESTS)[1]


@pytest.mark.parametrize("said", ["rosa is back", "when are we back at school", "when is Ana back"])
def test_what_asks_nothing_of_the_other_is_not_told(two: Two, said: str) -> None:
    rest(two)
    assert RESTS not in " ".join(two.phones["Jay"].says(said))


def test_of_who_does_not_rest_it_is_offered_to_ask_a_person(two: Two) -> None:
    (told,) = two.phones["Jay"].says("when is rosa back?")
    assert "Shall Dana Reyes have a look" in told


def test_of_a_match_on_hold_nothing_is_told(two: Two) -> None:
    rest(two)
    two.act(Acted(two.match, "freeze"))
    two.hear()
    assert RESTS not in " ".join(two.phones["Jay"].says("when is rosa back?"))
