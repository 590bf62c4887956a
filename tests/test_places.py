"""A place and a time in one reply: both are heard, or it is asked again."""

from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.rendering.translations import Reader, say_for
from flows import FLOWS, reading
from flows.engine import runs
from flows.engine.standing import Turn
from flows.engine.states import Heard
from flows.events import SlotProposed
from flows.reading import Offered
from tests.flow_facts import FACTS, PAIR
from tests.together import together

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday
PLACES = {
    "en": ("Room 12", "the Harbor Library"),
    "es": ("Sala 12", "la biblioteca"),
    "fr": ("Salle 12", "la bibliothèque"),
    "pt": ("Sala 12", "a biblioteca"),
}
BOOKED = {
    **PAIR,
    "meeting": "booked",
    "slot": "2026-03-05T16:00+00:00",
    "here": "2026-03-05T16:00",
    "place": "Room 12",
}
AGAIN = {**PAIR, "last_place": "Room 12"}


def take(pair: dict[str, Any], *replies: str, given: Any = None, language: str = "en") -> Turn:
    """The turn that the last of the replies takes."""
    flow = FLOWS["meeting"]
    facts = FACTS | {"pairs": [pair], "places": PLACES[language], "language": language}
    turn = runs.open_run(flow, facts, given)
    for text in replies:
        heard = Heard(text, NOW, language, say_for(Reader(language)))
        turn = runs.take_turn(flow, turn.standing, facts, heard)
    return turn


@together
@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "the library at 5", "the Harbor Library"),
        ("en", "saturday 3pm room 12", "Room 12"),
        ("en", "monday at the cafe", ""),
        ("en", "library or room 12", ""),
        ("en", "not the library", ""),
        ("en", "the cafe by the library", ""),
        ("es", "el sábado en la biblioteca", "la biblioteca"),
        ("fr", "biblio 17h", "la bibliothèque"),
        ("fr", "au parc samedi", ""),
        ("pt", "sala 12 às 17h", "Sala 12"),
        ("pt", "segunda no café", ""),
    ],
)
def test_a_place_of_the_programme_is_heard_beside_a_time(
    language: str, reply: str, expected: str
) -> None:
    places = [Offered(name, (name,)) for name in PLACES[language]]
    assert reading.place(reply, places, language) == expected


@together
@pytest.mark.parametrize(
    ("language", "reply"),
    [
        *(("en", text) for text in ("the library at 5", "2 at 5", "library 5pm")),
        *(("es", text) for text in ("la biblioteca a las 5", "biblioteca 17h")),
        *(("fr", text) for text in ("la bibliothèque à 17h", "17h à la biblio")),
        *(("pt", text) for text in ("a biblioteca às 17h", "biblioteca 17h")),
    ],
)
def test_an_hour_beside_the_place_is_the_hour(language: str, reply: str) -> None:
    (event,) = take(PAIR, "1", reply, "1", language=language).events
    assert event == SlotProposed(5, "2026-03-03T17:00", PLACES[language][1])


@pytest.mark.parametrize(
    "reply",
    ["the library but later", "the library after school", "2 if it's open", "4 at the park"],
)
def test_what_cannot_be_read_beside_the_place_is_asked_again(reply: str) -> None:
    turn = take(PAIR, "1", reply)
    assert (turn.standing.state, turn.events) == ("where", ())


def test_the_number_of_a_room_is_no_time() -> None:
    assert take(PAIR, "room 12, 5pm").standing.state == "day"


def test_who_moves_a_meeting_to_another_place_is_heard() -> None:
    moved = take(BOOKED, "friday 5pm at the library instead", "yes")
    (event,) = take(AGAIN, given=moved.given).events
    assert event == SlotProposed(5, "2026-03-06T17:00", "the Harbor Library")


def test_who_moves_a_meeting_to_where_nobody_of_the_programme_meets_is_asked_where() -> None:
    moved = take(BOOKED, "friday 5pm at the cafe", "yes")
    assert take(AGAIN, given=moved.given).standing.state == "where"


def test_back_takes_the_hour_and_the_place_back_together() -> None:
    flow, facts = FLOWS["meeting"], FACTS | {"pairs": [PAIR], "places": PLACES["en"]}
    back = runs.go_back(flow, take(PAIR, "1", "the library at 5").standing, facts)
    assert back.standing.state == "where"
    (event,) = runs.take_turn(flow, back.standing, facts, Heard("1", NOW, "en")).events
    assert event == SlotProposed(5, "2026-03-03T16:00", "Room 12")
