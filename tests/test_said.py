"""What a turn says as messages: how many parts, for whom, when, and of which kind."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assistant.channels import Kind
from assistant.channels.sms.alphabet import Letters
from assistant.commands import terminal
from assistant.turns import facts, outbound
from assistant.turns.context import HandedOver, Known, Outcome
from flows.engine.states import Option, Prompt
from storage.handovers import NewHandover
from storage.outbox.waiting import OutboundMessage
from storage.people.addresses import Reached
from storage.tables import Priority
from tests.one_turn import BRIDGE, MENTEE, ZONE, known
from tests.phones import START

EIGHT = START + timedelta(hours=10)  # eight in the evening where they are
NINE, HOUR = START + timedelta(hours=23), timedelta(hours=1)


def told(outcome: Outcome, one: Known | None = None, now: Any = START) -> list[OutboundMessage]:
    return outbound.rows(one or known(), outcome, now)


def by(channel: str, origin: str = "", **more: Any) -> Known:
    """Jay, at another channel."""
    address = Reached(MENTEE, MENTEE, channel, f"{channel}:1", None, origin)
    return replace(known(**more), address=address)


def saying(*texts: str, **more: Any) -> Outcome:
    return Outcome(prompts=[Prompt(one, {}) for one in texts], **more)


def test_one_text_has_at_most_ten_parts() -> None:
    long = saying("word " * 450)
    texts = told(long)
    assert [one.segments for one in texts] == [10, 5]
    assert [one.segments for one in told(long, by("telegram"))] == [0]


def test_what_is_said_goes_to_whoever_wrote_and_by_the_way_they_wrote() -> None:
    one = replace(by("sms"), message=known().message._replace(sender="sms:new"))
    (row,) = told(saying("hi"), one)
    assert (row.person_id, row.address_id, row.sender) == (MENTEE, MENTEE, "sms:new")
    inside = replace(one, message=one.message._replace(kind=Kind.INSIDE))
    assert told(saying("hi"), inside)[0].sender == "sms:1"


def test_how_urgent_it_is_and_what_kind_of_text() -> None:
    inside = known(kind=Kind.INSIDE)
    handed = HandedOver(NewHandover(1, "ask", "", START))
    cases: list[tuple[dict[str, Any], Known, Priority, str]] = [
        ({}, known(), Priority.REPLY, ""),
        ({}, inside, Priority.REPLY, "kept"),
        ({"handovers": [handed]}, known(), Priority.REPLY, "kept"),
        ({"stranger": True}, inside, Priority.REPLY, "stranger"),
        ({"booked": True, "reminder": True}, inside, Priority.REMINDER, "reminder"),
        ({"reminder": True}, inside, Priority.REMINDER, "kept"),
        ({"urgent": True, "reminder": True}, known(), Priority.PAGE, ""),
        ({"compliance": True, "booked": True}, known(), Priority.REPLY, "compliance"),
    ]
    for given, one, priority, kind in cases:
        (row,) = told(saying("hi", **given), one)
        assert (row.priority, row.kind) == (priority, kind), given


def test_when_it_may_leave() -> None:
    late, stands_back = {"by_day": True}, timedelta(minutes=5)
    cases: list[tuple[dict[str, Any], Any, Any, Any]] = [
        ({}, EIGHT, EIGHT, None),
        (late, EIGHT, NINE, None),
        (late, START, START, None),
        ({"reminder": True}, START, START, EIGHT),
        ({"reminder": True}, EIGHT, NINE, EIGHT + 24 * HOUR),
    ]
    for given, now, due_at, before in cases:
        (row,) = told(saying("hi", **given), now=now)
        assert (row.due_at, row.turn_at, row.send_before) == (due_at, due_at, before), given
        assert row.created_at == now
    (row,) = told(saying("hi", stands_back=stands_back))
    assert (row.due_at, row.turn_at) == (START, START + stands_back)


def test_buttons_stand_under_the_last_part_and_news_that_asks_tells_its_key() -> None:
    buttons = (Option("yes", "Yes"), Option("no", "No"))
    asked = Outcome(prompts=[Prompt("word " * 900, {}, buttons=buttons)], asked="key")
    rows = told(asked, by("telegram"))
    assert [one.buttons for one in rows] == [None, [["Yes", "key:yes"], ["No", "key:no"]]]
    assert {one.asked for one in rows} == {None}
    rows = told(saying("word " * 450, asked="key"), known(kind=Kind.INSIDE))
    assert [one.asked for one in rows] == [None, "key"]
    rows = told(saying("hi"), known(kind=Kind.INSIDE))
    assert [one.asked for one in rows] == [None]


def test_a_file_goes_with_a_text_of_its_own_and_all_may_be_about_a_match() -> None:
    rows = told(saying("hi", file="Here it is.", about=7, asked="key"), known(kind=Kind.INSIDE))
    assert [(one.text, one.kind, one.match_id) for one in rows] == [
        ("hi", "kept", 7),
        ("Here it is.", "file", 7),
    ]
    assert {one.asked for one in rows} == {None}
    assert told(saying("hi"))[0].match_id is None


def test_how_somebody_reads() -> None:
    def reader(one: Known) -> Any:
        return outbound.reader_of(one, "en")

    assert reader(by("sms", "GB")).country == "GB"
    assert reader(by("sms", "unknown")).country == reader(known()).country == "US"
    assert reader(replace(by("sms"), programmes={})).country == ""
    assert [reader(by(one)).buttons for one in ("sms", "telegram", "simulated_telegram")] == [
        *(False, True, True)
    ]
    assert reader(by("telegram")).letters is Letters.WRITTEN
    assert reader(by("sms")).letters is Letters.TYPED
    plain = BRIDGE._replace(settings={**BRIDGE.settings, "accents": False})
    assert reader(replace(by("sms"), programmes={1: plain})).letters is Letters.PLAIN
    formal = BRIDGE._replace(formal=True)
    assert [reader(replace(known(), programmes={1: one})).formal for one in (BRIDGE, formal)] == [
        *(False, True)
    ]
    assert not reader(replace(known(), programmes={})).formal
    one = by("telegram")
    assert reader(one) is reader(one)
    assert reader(replace(one, address=None)) != reader(one)


def shown(one: Known, role: str = "mentee", programme: int | None = 1) -> dict[str, Any]:
    return facts.facts(one, programme, role, "en")


def test_what_a_flow_is_told_of_somebody() -> None:
    found = shown(known(goals=[]))
    assert (found["name"], found["language"], found["role"], found["zone"]) == (
        *("Jay", "en", "mentee"),
        ZONE,
    )
    assert (found["programme"], found["place"], found["keyword"]) == ("Bridge", "Library", "BRIDGE")
    assert shown(known(), "mentor")["keyword"] == "GUIDE"
    assert (found["until"], found["today"], found["day"]) == (
        *("2027-06-30", "2026-03-03", "2026-03-06"),
    )
    assert (found["now"], found["home"], found["minimum_age"]) == ("2026-03-03T10:00", ZONE, 18)
    assert found["places"] == ["Library"]
    assert (found["by_sms"], found["invited"], found["paused_until"]) == (True, False, "")
    assert not shown(by("telegram"))["by_sms"]
    assert not shown(replace(known(), address=None))["by_sms"]
    places = {**BRIDGE.settings, "places": ["a", "b", "c", "d", "e"], "until": ""}
    younger = BRIDGE._replace(settings=places, minimum_age=16)
    found = shown(replace(known(), programmes={1: younger}))
    assert (found["places"], found["minimum_age"]) == (["a", "b", "c", "d"], 16)
    assert found["until"] == "2026-08-30"


def test_what_a_flow_is_told_in_no_programme() -> None:
    found = shown(known(), programme=None)
    assert (found["programme"], found["keyword"], found["home"]) == ("Bridge", "", "")
    assert (found["minimum_age"], found["place"], found["profile"]) == (18, "", {})
    two = replace(known(), programmes={1: BRIDGE, 2: BRIDGE._replace(id=2, name="Other")})
    found = shown(two, programme=None)
    assert found["programme"] == ""
    assert found["programmes"] == [["1", "Bridge"], ["2", "Other"]]


def test_nobody_is_promised_a_word_at_a_week_end() -> None:
    days = {"02": "05", "03": "06", "04": "09", "05": "09", "06": "09", "07": "10"}
    for today, day in days.items():
        told = facts.answer_day(date.fromisoformat(f"2026-03-{today}"))
        assert told == date.fromisoformat(f"2026-03-{day}"), today


def test_the_words_of_a_programme_in_a_language() -> None:
    words = {"en": "call", "es": "llama"}
    assert [facts._worded(words, one) for one in ("es", "fr", "en")] == ["llama", "call", "call"]
    assert facts._worded("Room 5", "es") == "Room 5"
    assert facts.here("", ZONE) == ""
    assert facts.here("2026-03-05T21:00:00+00:00", ZONE) == "2026-03-05T16:00"


def test_the_terminal_knows_every_fact_that_a_turn_does() -> None:
    real = facts.facts(known(), None, "mentee", "en")
    assert set(terminal._facts("en")) == set(real)
