"""A phone number among other words: the one that is there, or none."""

import pytest

from flows import reading
from flows.reading import Unclear


@pytest.mark.parametrize(
    ("said", "language", "digits"),
    [
        ("its 646 555 0199 (mum)", "en", "6465550199"),
        ("no, 646-555-0199", "en", "6465550199"),
        ("el de mi mamá es +34 600 11 22 33", "es", "+34600112233"),
        ("0034 600 112 233", "es", "+34600112233"),
        ("le 06.12.34.56.78", "fr", "0612345678"),
        ("\uff16\uff14\uff16 555 0199", "en", "6465550199"),
    ],
)
def test_the_only_number_is_read(said: str, language: str, digits: str) -> None:
    assert reading.phone(said, language) == digits


@pytest.mark.parametrize(
    "said",
    [
        "not 6465550199",
        "dads 6465550199 moms 6465550198",
        "is it 6465550199?",
        "15",
        "call 911",
        "ask her",
    ],
)
def test_what_may_be_no_number_or_another_is_unclear(said: str) -> None:
    with pytest.raises(Unclear):
        reading.phone(said, "en")
