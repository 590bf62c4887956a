"""Where a text tells of somebody who is to be erased."""

import pytest

from storage.records.mentions import Mentions

LUCIA = Mentions(
    names=["Lucía Ortiz de la Cruz"],
    handles=["+12125550143", "7312845501"],
    said=["quiero aprobar las mates", "1", "See you at the harbour, Rosa!"],
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Good news: meet Lucía.", "Good news: meet [...]."),
        ("lucia can't make it", "[...] can't make it"),
        ("LUCÍA ORTIZ DE LA CRUZ", "[...]"),
        ("Mrs Ortiz's son", "Mrs [...]'s son"),
        ("Call 212-555-0143 at 4", "Call [...] at 4"),
        ("Call +1 (212) 555 0143.", "Call [...]."),
        ("Tel. +12125550143", "Tel. [...]"),
        ("Tel. 125550143", "Tel. [...]"),  # nine digits of the end
        ("Her goal: Quiero aprobar, las mates.", "Her goal: [...]."),
        ("She wrote “see you at the harbour rosa” to me", "She wrote “[...]” to me"),
    ],
)
def test_what_tells_of_somebody_is_left_out(text: str, left: str) -> None:
    assert LUCIA.within(text)
    assert LUCIA.without(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Luciano can't make it",
        "Where is la mesa de la sala?",
        "Reply 1 for okay",
        "quiero aprobar las",
        "See you at the harbour",
        "Call 212-555-0144",
        "Call 925550143",  # eight of the end are the same
        "İstanbul ẞtraße ﬁ 😀 ok",
    ],
)
def test_what_tells_of_others_stays(text: str) -> None:
    assert not LUCIA.within(text)
    assert LUCIA.without(text) == text


def test_places_are_those_of_the_text_whatever_stands_before() -> None:
    assert LUCIA.without("İİ ﬁﬁ ẞ é Lucía!") == "İİ ﬁﬁ ẞ é [...]!"
