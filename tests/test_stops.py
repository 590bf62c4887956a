"""Stops and comebacks where they are awkward: two addresses, doubts, sends under way."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from assistant.channels import Kind, Outbound, Paused, Receipt, Report, SendError, TryLater, Unknown
from assistant.outbox import delivery_reports
from assistant.understanding import reserved
from storage import timers
from storage.database import Database
from tests.phones import Phone, World
from tests.test_outbox import Carrier, known, send, write

READY = ("bridge", "k", "23", "Jay", "1 4", "pass maths", "after 4", "1")
STOPPED = "Okay, no more texts from Bridge. To come back one day, text START. Take care!"


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def two_phones_of_one_person(world: World) -> tuple[Phone, Phone]:
    sms, telegram = known(world), world.phone("777", "simulated_telegram")
    telegram.says("hi")
    people = {"one": sms.person()["id"], "other": telegram.person()["id"]}
    with world.db.writing() as db:
        db.execute(text("UPDATE message SET status = 'sent' WHERE direction = 'out'"))
        db.execute(text("UPDATE run SET closed_at = opened_at WHERE person_id = :other"), people)
        for table in ("address", "message"):
            both = f"UPDATE {table} SET person_id = :one WHERE person_id = :other"
            db.execute(text(both), people)
    return sms, telegram


def test_a_stop_on_one_address_holds_for_the_other_and_start_there_undoes_it(world: World) -> None:
    sms, telegram = two_phones_of_one_person(world)
    write(world, sms, "by text")
    write(world, telegram, "by telegram")
    telegram.says("STOP")
    assert send(world, Carrier()).texts == [STOPPED]
    assert "Okay to text you?" in sms.says("START")[-1]
    assert "Okay to text you?" in send(world, Carrier()).texts[0]


@pytest.mark.parametrize(
    "result",
    [
        TryLater("busy"),
        TryLater("throttled", timedelta(seconds=3)),
        Unknown("crashed"),
        Paused("account"),
        Unknown("timeout"),
    ],
    ids=lambda result: type(result).__name__ + result.code,
)
def test_a_send_under_way_at_the_stop_is_never_repeated(world: World, result: SendError) -> None:
    phone = known(world)
    write(world, phone, "in flight")

    class Stopping(Carrier):
        async def send(self, message: Outbound) -> Receipt:
            receipt = await super().send(message)
            if message.text == "in flight":
                phone.says("STOP")
                raise result
            return receipt

    assert send(world, Stopping(), 60).texts == ["in flight", STOPPED]
    phone.says("START")
    (asked,) = send(world, Carrier(), 10).texts
    assert "Okay to text you?" in asked


def test_what_failed_at_the_handset_is_not_repeated_after_a_stop(world: World) -> None:
    phone = known(world)
    write(world, phone, "sent", status="sent", external_id="SM1", sent_at=world.now)
    failed = Report("simulated", "SM1", "failed", "30003", retry_in=timedelta(seconds=5))
    phone.says("STOP")
    with world.db.writing() as db:
        delivery_reports.record(db, failed, world.now)
    assert send(world, Carrier()).texts == [STOPPED]
    (row,) = world.rows(external_id="SM1")
    assert row["status"] == "failed"


OF_TWILIO = (
    "STOP",
    " stop\n",
    "StopAll",
    "unsubscribe",
    "CANCEL",
    "End",
    "quit",
    "Revoke",
    "optout",
)
OF_OTHERS = ("please stop texting me", "BAJA", "ARRET", "arrêt", "STOP.", "/stop", "Stop!", "alto")


@pytest.mark.parametrize("words", [*OF_TWILIO, *OF_OTHERS])
def test_a_stop_is_confirmed_once_by_twilio_or_by_us(db: Database, words: str) -> None:
    world = World(db, answered_by=frozenset({"simulated"}))
    phone = world.phone()
    phone.says("bridge")
    said = phone.says(words)
    assert phone.person()["stopped_at"]
    assert said == ([] if words in OF_TWILIO else [STOPPED])
    assert phone.says(words) == []


def test_a_doubt_that_is_confirmed_is_answered_by_us(db: Database) -> None:
    phone = World(db, answered_by=frozenset({"simulated"})).phone()
    phone.says(*READY, "no more")
    assert phone.says("2") == [STOPPED]


def test_what_advanced_opt_out_has_answered_is_not_answered_again(world: World) -> None:
    phone = world.phone()
    phone.says("bridge")
    assert phone.sends(phone.inbound("HELP", Kind.KEYWORD)) == []
    assert phone.sends(phone.inbound("STOP", Kind.KEYWORD)) == []
    assert phone.person()["stopped_at"]
    assert "Okay to text you?" in phone.sends(phone.inbound("START", Kind.KEYWORD))[0]


def test_help_is_answered_once_by_twilio_or_by_us(db: Database) -> None:
    phone = World(db, answered_by=frozenset({"simulated"})).phone()
    phone.says("bridge")
    assert phone.says("HELP", "info ") == []
    for words in ("help me", "AYUDA", "aide", "HELP!"):
        assert "A person can help" in phone.says(words)[0]
    phone.says("please stop texting me")
    assert "A person can help" in phone.says("ayuda")[0]
    assert phone.says("HELP") == []


def test_on_a_toll_free_number_the_carriers_know_one_word() -> None:
    assert reserved.answers("+18885550100", "stop")
    for words in ("QUIT", "HELP", "stopall"):
        assert not reserved.answers("+18885550100", words)
        assert reserved.answers("+12125550100", words)
        assert reserved.answers("MG00000000000000000000000000000001", words)


@pytest.mark.parametrize("words", ["STOP", "please stop texting me", "/stop"])
def test_an_edit_that_turns_a_message_into_stop_is_a_stop(world: World, words: str) -> None:
    phone = world.phone("7", "simulated_telegram")
    phone.says("bridge", "ok", "23")
    assert phone.sends(phone.inbound(words, Kind.EDITED)) == [STOPPED]
    assert phone.person()["stopped_at"]


def test_an_edit_that_may_be_a_stop_is_asked_about(world: World) -> None:
    phone = world.phone("7", "simulated_telegram")
    phone.says(*READY)
    phone.sends(phone.inbound("no more", Kind.EDITED))
    assert phone.person()["held_at"]


@pytest.mark.parametrize("word", ["BACK", "guide"])
def test_a_doubt_ends_with_its_question(world: World, word: str) -> None:
    phone = world.phone()
    phone.says(*READY, "no more")
    assert phone.person()["held_at"]
    phone.says(word)
    assert phone.person()["held_at"] is None


def test_who_comes_back_is_in_no_programme_before_they_agree(world: World) -> None:
    phone = world.phone()
    phone.says(*READY, "0", "STOP", "START")
    with world.db.reading() as db:
        assert db.execute(text("SELECT state FROM participant")).scalar() == "invited"
        assert not timers.due(db, world.now + timedelta(days=9), 9)
    assert "Okay to text you?" in phone.says("MENU")[-1]
    phone.says("ok")
    with world.db.reading() as db:
        assert db.execute(text("SELECT state FROM participant")).scalar() == "ready"


def test_a_word_or_a_button_ends_a_silence(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "ok")
    for number in range(4):
        phone.says("no idea what" + " that" * number)
        phone.says("1")
        if "silent_until" in (phone.person()["echo"] or {}):
            break
    assert "has your message" in phone.says("are you there")[0]
    assert phone.says("are you there") == []
    assert "Okay to text you?" in phone.says("guide")[0]
    assert "How old" in phone.says("ok")[0]
