"""The path from an accepted message to a queued reply, on both databases."""

import contextlib
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from assistant.channels import Inbound, Kind
from assistant.inbox import accept
from assistant.turns import decide
from assistant.turns.context import Policy
from assistant.turns.handlers import silence
from assistant.turns.loop import Turns
from assistant.turns.open_runs import Open
from assistant.turns.replies import repeats, words
from flows import FLOWS
from flows.engine.standing import Standing
from storage import entries
from storage.database import Database
from tests.phones import START, World

READY = ("bridge", "k", "23", "Jay", "1 4", "pass maths", "after 4", "1")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def test_a_message_delivered_three_times_and_shuffled_takes_one_turn(world: World) -> None:
    phones = [world.phone(f"+1212555{n:04d}") for n in range(30)]
    messages = [phone.inbound("bridge") for phone in phones] * 3
    random.Random(7).shuffle(messages)
    for first in range(0, len(messages), 11):
        world.accept(messages[first : first + 11])
    assert world.settle() == 30
    assert [len(phone.hears()) for phone in phones] == [1] * 30


def test_twenty_messages_at_once_are_twenty_turns_in_their_order(world: World) -> None:
    phone = world.phone()
    words = [*READY, "2", "Get my licence", "when I pass", "book a lesson", "30 june", "1"]
    words += [f"hello number {n}" for n in range(7)]
    phone.sends(*[phone.inbound(word) for word in words])
    answered = world.rows(direction="in")
    assert [row["text"] for row in answered] == words
    assert all(row["answered_at"] for row in answered)
    assert "Your goal: Get my licence" in " ".join(row["text"] for row in phone.thread())


def test_two_processes_given_the_same_updates_keep_each_once(world: World) -> None:
    people = [world.phone(f"+1212555{n:04d}") for n in range(60)]
    messages = [phone.inbound("bridge") for phone in people]

    def accept(seed: int) -> None:
        order = messages.copy()
        random.Random(seed).shuffle(order)
        world.accept(order)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(accept, range(4)))
    assert len(world.rows(direction="in")) == 60
    with world.db.reading() as db:
        assert db.execute(text("SELECT count(*) FROM person")).scalar() == 60


def test_two_workers_never_take_the_same_turn(world: World) -> None:
    phones = [world.phone(f"+1212555{n:04d}") for n in range(300)]
    world.accept([phone.inbound("bridge") for phone in phones])
    world.accept([phone.inbound("ok") for phone in phones])

    def work(_n: int) -> int:
        turns = Turns(world.db, Policy(), lambda: world.now)
        turns.begin()
        return sum(iter(turns.step, 0))

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(work, range(2))) == 600
    assert {len(phone.hears()) for phone in phones} == {2}


def test_what_one_message_breaks_holds_nobody_up(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    poisoned, other = world.phone("+12125550101"), world.phone("+12125550102")
    real = decide.decide

    def poisonous(known: Any) -> Any:
        if known.message.text == "poison":
            raise RuntimeError(known.message.text)
        return real(known)

    monkeypatch.setattr("assistant.turns.loop.decide", poisonous)
    world.accept([poisoned.inbound("poison"), other.inbound("bridge")])
    world.settle()
    assert "will look at your message" in poisoned.hears()[0]
    assert "Okay to text you?" in other.hears()[0]
    with world.db.reading() as db:
        assert db.execute(text("SELECT kind FROM handover")).scalars().all() == ["fault"]


def test_a_message_that_kills_the_process_is_set_aside_at_the_third_time(world: World) -> None:
    phone = world.phone()
    world.accept([phone.inbound("bridge")])
    for _process in range(3):  # each dies in the turn, after the attempt was counted
        with world.db.writing() as db:
            db.execute(text("UPDATE message SET attempts = attempts + 1"))
    fresh = Turns(world.db, Policy(), lambda: world.now)
    while fresh.step():
        pass
    (message,) = world.rows(direction="in")
    assert message["aside_at"]
    assert message["code"] == "killed"


def test_a_stop_takes_back_what_waits_and_is_confirmed_once(world: World) -> None:
    phone = world.phone()
    phone.says(*READY)
    assert phone.says("please stop texting me") == [
        "Okay, no more texts from Bridge. To come back one day, text START. Take care!"
    ]
    assert {row["status"] for row in phone.thread()[:-1]} == {"suppressed"}
    assert phone.says("STOP", "hello?", "bridge") == []


def test_a_stop_that_the_provider_answers_is_not_answered_by_us(db: Database) -> None:
    phone = World(db, answered_by=frozenset({"simulated"})).phone()
    phone.says(*READY)
    assert phone.says("STOP") == []
    assert phone.person()["stopped_at"]


def test_help_is_answered_while_stopped(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "STOP")
    (reply,) = phone.says("HELP")
    assert "STOP to opt out" in reply
    assert world.rows(direction="out")[-1]["kind"] == "compliance"


def test_start_and_a_new_consent_bring_a_person_back(world: World) -> None:
    phone = world.phone()
    phone.says(*READY, "STOP")
    assert "Okay to text you?" in phone.says("START")[0]
    assert phone.person()["stopped_at"] is None


def test_a_doubtful_stop_asks_one_question_and_holds_the_rest(world: World) -> None:
    phone = world.phone()
    phone.says(*READY)
    assert "keep getting texts" in phone.says("no more")[0]
    assert phone.person()["held_at"]
    phone.says("1")
    assert phone.person()["held_at"] is None


def test_menu_in_the_middle_comes_back_to_the_same_question(world: World) -> None:
    phone = world.phone()
    asked = phone.says("bridge", "ok")
    (reply,) = (phone.says("MENU"), phone.says("0"))[1]
    assert reply.endswith("How old are you? Just the number.")
    assert asked[0].endswith("How old are you? Just the number.")


def test_a_press_of_an_older_button_changes_nothing(world: World) -> None:
    phone = world.phone("777", "simulated_telegram")
    phone.says("bridge")
    assert "How old" in phone.presses("Okay")[0]
    assert phone.presses("Okay") == []
    phone.says("23")
    assert "earlier question" in phone.presses("Okay")[0]


def test_what_is_not_words_gets_a_kind_answer(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "ok")
    for kind in (Kind.PHOTO, Kind.STICKER, Kind.VOICE, Kind.OTHER, Kind.ALBUM):
        world.passes(minutes=1)
        (reply,) = phone.sends(phone.inbound("", kind))
        assert reply.startswith("I can't open that")


def test_the_same_words_from_an_auto_reply_are_answered_three_times(world: World) -> None:
    phone = world.phone()
    phone.says(*READY, "0")
    answers = [phone.says("We are closed, try us another day") for _ in range(6)]
    assert [bool(answer) for answer in answers] == [True, True, True, False, False, False]


def test_a_message_that_cannot_be_kept_costs_nobody_else_theirs(world: World) -> None:
    good = world.phone("+12125550101").inbound("bridge")
    odd = Inbound("simulated_sms", "simulated", "+12125550102", "odd\ud800", "bri\0dge\udfff")
    world.accept([good, odd])
    assert accept.storable("a\0b\ud800") == "ab?"
    assert len(world.rows(direction="in")) + _faults(world) == 2


def test_an_answer_is_logged_with_the_version_of_its_question(world: World) -> None:
    world.phone().says("bridge", "ok", "23")
    with world.db.reading() as db:
        kinds = db.execute(text("SELECT kind, wording, channel FROM log ORDER BY id")).all()
    assert [row.kind for row in kinds] == [
        "joined by word",
        "answered",
        "ConsentGiven",
        "answered",
    ]
    assert all(row.wording and row.channel for row in kinds if row.kind == "answered")


def test_a_dropped_goal_is_taken_back_within_ten_minutes(world: World) -> None:
    phone = world.phone()
    phone.says(*READY, "2", "Get my licence", "when I pass", "book a lesson", "0", "1")
    phone.says("menu", "2", "1", "4")
    assert _goals(world) == ["dropped"]
    world.passes(minutes=9)
    assert phone.says("BACK") == ["Undone. Everything is as it was before."]
    assert _goals(world) == ["active"]


def test_a_goal_in_other_words_takes_the_place_of_the_old_one(world: World) -> None:
    phone, goal = world.phone(), ("2", "Get my licence", "when I pass", "book a lesson", "0", "1")
    phone.says(*READY, *goal)
    phone.says("menu", "2", "1", "3", *goal)
    assert _goals(world) == ["changed", "active"]
    phone.says("menu", "2", "2", *goal)  # a new one beside it
    assert _goals(world) == ["changed", "active", "active"]


def _goals(world: World) -> list[str]:
    with world.db.reading() as db:
        return list(db.execute(text("SELECT state FROM goal ORDER BY id")).scalars())


def _faults(world: World) -> int:
    with world.db.reading() as db:
        return int(db.execute(text("SELECT count(*) FROM fault")).scalar_one())


def test_a_language_in_words_answers_the_question_for_the_language(world: World) -> None:
    phone = world.phone()
    [reply] = phone.says("bridge", "k", "23", "menu", "my language", "spanish")
    assert "Volvemos a" in reply
    assert "2 Español" not in reply


def test_a_message_is_not_set_aside_for_the_databases_trouble(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk: an attempt can still be counted, and what follows cannot be kept."""
    phone = world.phone()
    world.accept([phone.inbound("bridge")])
    with monkeypatch.context() as trouble:
        trouble.setattr("assistant.turns.loop.persist.keep", full)
        for _ in range(8):
            with contextlib.suppress(OperationalError):
                world.turns.step()
    world.settle()
    assert "Okay to text you?" in phone.hears()[0]
    assert not [row for row in world.rows(direction="in") if row["aside_at"]]


def full(*_given: object) -> None:
    raise OperationalError("", {}, Exception("the disk is full"))


def test_tries_that_failed_at_the_database_do_not_count(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise RuntimeError

    world.accept([world.phone().inbound("bridge")])
    for number, keep in enumerate([full] * 4 + [broken] * 3):
        assert not [row for row in world.rows(direction="in") if row["aside_at"]], number
        monkeypatch.setattr("assistant.turns.loop.persist.keep", keep)
        with contextlib.suppress(OperationalError):
            world.turns.step()
    assert [row["aside_at"] for row in world.rows(direction="in")] == [world.now]


def test_a_message_that_no_batch_can_keep_is_set_aside_and_its_writer_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    poisoned, other = world.phone("+12125550101"), world.phone("+12125550102")
    world.settle()
    real = entries.add

    def record(db: Any, rows: Any) -> None:
        real(db, [{**row, "person_id": 10**9} if row["flow"] == "consent" else row for row in rows])

    poisoned.says("bridge")
    monkeypatch.setattr("storage.entries.add", record)
    world.accept([poisoned.inbound("ok"), other.inbound("hello")])
    world.settle()
    assert "will look at your message" in poisoned.hears()[-1]
    assert "Okay to text you?" in other.hears()[0]
    assert [row["text"] for row in world.rows(direction="in") if row["aside_at"]] == ["ok"]


def test_a_message_that_cannot_be_read_holds_nobody_up(world: World) -> None:
    damaged, other = world.phone("+12125550101"), world.phone("+12125550102")
    world.accept([damaged.inbound("hello")])
    world.accept([other.inbound("bridge")])
    with world.db.writing() as db:
        first = text("UPDATE message SET text = :sealed WHERE id = (SELECT min(id) FROM message)")
        db.execute(first, {"sealed": b"\x01" + bytes(40)})
    world.settle()
    assert "Okay to text you?" in other.hears()[0]


@pytest.mark.parametrize("what", ["flow", "state"])
def test_a_run_whose_flow_or_state_is_gone_holds_nobody_up(world: World, what: str) -> None:
    phone = world.phone()
    phone.says("bridge")
    with world.db.writing() as db:
        db.execute(text(f"UPDATE run SET {what} = 'gone'"))
    assert "Okay to text you?" in phone.says("hello")[0]
    with world.db.writing() as db:
        db.execute(text(f"UPDATE run SET {what} = 'gone' WHERE closed_at IS NULL"))
    assert "no more texts" in phone.says("STOP")[0]


def test_a_button_counts_while_its_question_is_open_however_often_it_was_asked(
    world: World,
) -> None:
    phone = world.phone("777", "simulated_telegram")
    phone.says("bridge")
    ((_, first), *_) = phone.thread()[-1]["buttons"]
    phone.sends(phone.inbound("", Kind.PHOTO))
    assert "How old" in phone.sends(phone.inbound(first, Kind.BUTTON))[0]
    assert phone.sends(phone.inbound(first, Kind.BUTTON)) == []


def test_who_writes_to_a_new_number_of_ours_is_answered_from_it(world: World) -> None:
    phone = world.phone()
    phone.says("bridge")
    world.accept([replace(phone.inbound("ok"), sender="sms:new")])
    world.settle()
    assert phone.thread()[-1]["sender"] == "sms:new"
    with world.db.reading() as db:
        assert db.execute(text("SELECT sender FROM address")).scalar() == "sms:new"


def test_menu_and_ask_over_and_over_pile_nothing_up(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "ok", *("MENU", "ASK") * 4)
    with world.db.reading() as db:
        depths = text("SELECT depth FROM run WHERE closed_at IS NULL ORDER BY depth")
        assert list(db.execute(depths).scalars()) == [0, 1, 2]
    assert phone.says("0", "0")[-1].endswith("How old are you? Just the number.")


def test_after_ten_minutes_nothing_is_taken_back(world: World) -> None:
    phone = world.phone()
    phone.says(*READY, "2", "Get my licence", "when I pass", "book a lesson", "0", "1")
    phone.says("menu", "2", "1", "4")
    world.passes(minutes=11)
    phone.says("BACK")
    assert _goals(world) == ["dropped"]


def spoke(**echo: timedelta) -> Any:
    """Somebody's side of a turn, who is remembered to have done this so long ago."""
    told = {name: (START - ago).isoformat() for name, ago in echo.items()}
    person = SimpleNamespace(id=1, echo=told or None)
    rare = SimpleNamespace(broadcast_by={})
    known = SimpleNamespace(now=START, rare=rare, person=person)
    return SimpleNamespace(known=known, person=person)


def test_what_was_said_just_now_or_lately_is_remembered_so_long() -> None:
    moment = timedelta(seconds=1)
    minutes, days = timedelta(minutes=5), timedelta(days=3)
    assert [repeats.fresh(spoke(since=ago)) for ago in (minutes - moment, minutes)] == [True, False]
    heard = [words.heard_from(spoke(heard_from=ago)) for ago in (days - moment, days)]
    assert heard == [True, False]
    held = [silence.holds(spoke(silent_until=ago)) for ago in (-moment, moment * 0)]
    assert held == [True, False]
    assert not any(one(spoke()) for one in (repeats.fresh, words.heard_from, silence.holds))


@pytest.mark.parametrize(
    ("answers", "about"),
    [({"match": 7}, "7"), ({"who": "8"}, "8"), ({"match": 7, "who": "8"}, "7"), ({}, "")],
)
def test_a_conversation_is_about_the_match_that_was_given_or_named(
    answers: dict[str, Any], about: str
) -> None:
    asked = Open(None, FLOWS["meeting"], 1, "mentee", 0, Standing("when", answers), "")
    assert asked.about == about
