"""After 45 days of silence: whose phone is it? Nothing private goes there before that is known."""

import pytest
from sqlalchemy import select, update

from assistant.internal_events import codec
from assistant.internal_events.kinds import CheckInDue
from assistant.internal_events.of_match import Acted
from storage.database import Database
from storage.inbox import inside
from storage.tables import Address, Person, Programme, table
from tests.reaching import JAY, ROSA, Reached
from tests.test_clock import tick
from tests.test_frozen import Two

A, G, P = table(Address), table(Programme), table(Person)
ASKS = "Hi! It's been a while. Is this still the phone of Jay?"
GONE = ["Sorry to bother you! I've taken this number off. Have a good day."]


@pytest.fixture
def reached(db: Database) -> Reached:
    """Jay was silent for 50 days."""
    found = Reached(db)
    found.passes(days=50)
    found.told()
    found.says(found.rosa, "hello")
    return found


@pytest.fixture
def asked(reached: Reached) -> Reached:
    """Rosa has written to him, so his phone is asked."""
    reached.says(reached.rosa, "TO jay did you pass?")
    return reached


def _to_jay(asked: Reached) -> list[str]:
    return [text for text in asked.told(JAY) if text]


def test_the_question_comes_first_and_what_is_private_waits(reached: Reached) -> None:
    reached.says(reached.rosa, "TO jay did you pass?")
    (waits,) = reached.withheld()
    assert waits.startswith("Rosa: did you pass?")
    with reached.world.db.reading() as db:
        assert db.execute(select(A.c.doubted_at).where(A.c.person_id == reached.jay_id)).scalar()


def test_it_is_asked_once_however_much_waits(asked: Reached) -> None:
    asked.says(asked.rosa, "TO jay hello?", "TO jay??")
    assert _to_jay(asked) == []
    assert len(asked.withheld()) == 3


@pytest.mark.parametrize("said", ["1", "yes its me", "still mine", "it's jay"])
def test_theirs_and_all_that_waited_comes_in_its_order(asked: Reached, said: str) -> None:
    asked.says(asked.rosa, "TO jay hello?")
    thanks, *texts = asked.says(asked.jay, said)
    assert thanks == "Thank you, that's good to know!"
    assert [text.splitlines()[0] for text in texts] == ["Rosa: did you pass?", "Rosa: hello?"]
    assert asked.withheld() == []
    asked.says(asked.rosa, "TO jay hurray")
    assert asked.withheld() == []


@pytest.mark.parametrize("said", ["2", "no", "wrong number", "no this is maria", "not jay"])
def test_somebody_elses_and_nothing_more_goes_there(asked: Reached, said: str) -> None:
    assert asked.says(asked.jay, said) == GONE
    assert asked.withheld() == []
    assert {"no_channel", "unreached"} <= set(asked.listed())
    asked.says(asked.rosa, "TO jay are you there?")
    assert asked.told(JAY) == []


def test_who_wrote_to_them_hears_that_it_did_not_arrive(asked: Reached) -> None:
    asked.world.accept([asked.jay.inbound("2")])
    asked.world.settle()
    assert asked.told(ROSA) == [
        "I couldn't reach Jay with your text. Dana Reyes knows, and can help."
    ]


def test_whoever_has_the_phone_then_is_a_stranger(asked: Reached) -> None:
    asked.says(asked.jay, "2")
    (hello,) = asked.says(asked.jay, "hi")
    assert hello.startswith("Hi! This is Bridge")
    assert asked.whose(asked.jay) != asked.jay_id
    asked.says(asked.jay, "STOP")
    with asked.world.db.reading() as db:
        assert db.execute(select(P.c.stopped_at).where(P.c.id == asked.jay_id)).scalar() is None


@pytest.mark.parametrize("said", ["MENU", "what do you know about me", "ok", "TO rosa hi", "why?"])
def test_before_that_nothing_else_is_answered(asked: Reached, said: str) -> None:
    told = asked.says(asked.jay, said)
    assert all("phone" in text for text in told)
    assert not [text for text in told if "Rosa" in text or "goals" in text]
    assert asked.withheld()
    assert asked.told(ROSA) == []


def test_stop_is_heard_and_nothing_of_what_waited_ever_comes(asked: Reached) -> None:
    (said,) = asked.says(asked.jay, "STOP")
    assert said.startswith("Okay, no more texts from Bridge.")
    assert asked.withheld() == []
    assert not any("did you pass" in text for text in asked.says(asked.jay, "START"))


def test_what_needs_a_person_is_heard(asked: Reached) -> None:
    asked.world.accept([asked.jay.inbound("i want to die")])
    asked.world.settle()
    told = asked.told()
    assert any("988" in text for text in told)
    assert any("Jay needs a person now" in text for text in told)
    assert len(asked.withheld()) == 1


def test_a_week_without_an_answer_and_a_coordinator_finds_out(asked: Reached) -> None:
    for _ in range(8):
        asked.passes(days=1)
    assert "still_silent" in asked.listed()
    assert asked.withheld()
    asked.says(asked.jay, "still me")
    said = asked.says(asked.dana, "0", "list")
    assert any("Your list is empty" in text for text in said)
    assert asked.withheld() == []


def test_nobody_is_reminded_of_that_question(asked: Reached) -> None:
    for _ in range(3):
        asked.passes(days=1)
        assert not any("phone of Jay" in text for text in asked.told(JAY))


def test_a_match_that_is_frozen_meanwhile_takes_its_texts_back(asked: Reached) -> None:
    with asked.world.db.writing() as db:
        for person in (asked.jay_id, asked.rosa_id):
            event = codec.text(Acted(asked.match, "freeze"))
            inside.tell(db, [inside.row(person, None, f"f{person}", event, asked.world.now)])
    asked.world.settle()
    told = asked.says(asked.jay, "1")
    assert not any("did you pass" in text for text in told)


def test_a_state_moves_on_though_nobody_hears_of_it(asked: Reached) -> None:
    """What others wait for is done; only the words are withheld."""
    asked.says(asked.rosa, "LEAVE", "1", "0")
    asked.passes(minutes=11)
    assert not any("Rosa" in text for text in asked.told(JAY))


def test_a_programme_says_after_how_many_days_or_never(db: Database) -> None:
    found = Reached(db)
    with db.writing() as connection:
        settings = connection.execute(select(G.c.settings)).scalar_one()
        changed = {**settings, "noticing": {"phone": 0}}
        connection.execute(update(G).values(settings=changed))
    found.passes(days=50)
    found.says(found.rosa, "TO jay did you pass?")
    assert found.withheld() == []


def test_44_days_are_not_long_enough(db: Database) -> None:
    found = Reached(db)
    found.passes(days=44)
    found.says(found.rosa, "TO jay did you pass?")
    assert found.withheld() == []


def test_an_event_without_words_asks_nobody(reached: Reached) -> None:
    with reached.world.db.reading() as db:
        assert (
            db.execute(select(A.c.doubted_at).where(A.c.person_id == reached.jay_id)).scalar()
            is None
        )


def test_the_question_of_a_flow_waits_as_well_and_is_asked_then(tmp_path: object) -> None:
    two = Two(tmp_path)  # type: ignore[arg-type]
    two.phones["Jay"].says("thank you")
    two.world.passes(days=50)
    two.tell("Jay", CheckInDue(two.match, 1, "2026-04-22"), "check_in")
    two.world.settle()
    jay = two.phones["Jay"]
    assert ASKS in jay.hears()[0]
    assert jay.says("1") == ["Thank you, that's good to know!"]
    two.world.passes(minutes=1)
    tick(two.world)
    assert "from 1 hard to 5 great" in jay.hears()[0]
