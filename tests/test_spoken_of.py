"""What is said of the other is for the coordinator; what is said to them is offered to them."""

from pathlib import Path

import pytest

from assistant.understanding import notes
from tests.test_relaying import OFFERED, Three

OF_THEM = (
    *(
        "rosa never showed up",
        "she was late again",
        "whats her number",
        "is rosa ok",
        "is she coming",
    ),
    *("my mentor didnt come", "do i have to pay rosa", "rosas phone is off", "ella no vino"),
    *("elle est encore en retard", "ela não apareceu", "o mentor sumiu"),
)
TO_THEM = (
    *(
        "rosa, r u there",
        "happy birthday rosa",
        "thank you rosa",
        "hey rosa i passed",
        "soz was ill",
    ),
    *(
        "my sister is sick so i take her to the doctor",
        "say hi to rosa",
        "i got the book you told me",
    ),
    *("gracias rosa", "mi hermana no vino, ella esta enferma", "je suis en retard"),
)


def test_who_is_spoken_of_is_told_from_who_is_spoken_to() -> None:
    for text in OF_THEM:
        assert notes.speaks_of(text, "Rosa"), text
    for text in TO_THEM:
        assert not notes.speaks_of(text, "Rosa"), text


@pytest.fixture
def three(tmp_path: Path) -> Three:
    found = Three(tmp_path)
    found.jay.says("thanks")
    found.rosa.says("thanks")
    return found


@pytest.mark.parametrize("words", ["rosa never showed up", "i want to talk to dana"])
def test_a_person_is_offered(three: Three, words: str) -> None:
    (reply,) = three.jay.says(words)
    assert OFFERED not in reply
    assert "Shall Dana Reyes have a look" in reply
    three.jay.says("1")
    assert three.rosa.hears() == []
    assert three.listed()[-1][1] == words


def test_ask_her_is_for_her(three: Three) -> None:
    assert three.jay.says("ask her if saturday works")[0].startswith(OFFERED)
