"""One SMS that a gateway delivers under two ids answers one question."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.channels import Kind
from assistant.turns import duplicates
from storage.database import Database
from storage.inbox.unanswered import Unanswered
from storage.runs import OpenRun
from tests.phones import START, Phone, World
from tests.test_outbox import Carrier, send

OURS = "sms:+15550009999"
COPY = Unanswered(1, 1, 1, OURS, Kind.TEXT, "Yes please", START, 0)
SAID = ("bridge", "k", "23", "Jay", "1")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def texts(phone: Phone, *words: str) -> list[str]:
    """Texts that come one after the other, each when the reply has long been read."""
    heard: list[str] = []
    for one in words:
        phone.world.passes(minutes=1)
        heard = again(phone, one)
        send(phone.world, Carrier(sender=OURS), 1)
    return heard


def again(phone: Phone, words: str, kind: Kind = Kind.TEXT) -> list[str]:
    return phone.sends(replace(phone.inbound(words, kind), sender=OURS))


@pytest.mark.parametrize("seconds", [0.0, 0.3, 1.0])
def test_a_second_copy_answers_nothing(world: World, seconds: float) -> None:
    phone = world.phone(channel="sms")
    texts(phone, *SAID)
    asked = phone.thread()[-1]["text"]
    world.passes(seconds=seconds)
    assert again(phone, "1") == []
    assert again(phone, " 1\n") == []
    assert phone.thread()[-1]["text"] == asked
    assert [row["text"] for row in world.rows(direction="in")][-2:] == ["1", " 1\n"]


def test_a_copy_that_comes_before_the_question_is_handed_over_answers_nothing(
    world: World,
) -> None:
    phone = world.phone(channel="sms")
    texts(phone, *SAID[:-1])
    world.passes(minutes=1)
    assert again(phone, "1") != []
    world.passes(seconds=4)
    assert again(phone, "1") == []


def test_the_same_words_answer_two_questions_that_were_both_read(world: World) -> None:
    phone = world.phone(channel="sms")
    texts(phone, *SAID)
    known = len(phone.thread())
    world.passes(seconds=4)
    assert again(phone, "1") != []
    assert len(phone.thread()) > known


def test_other_words_are_no_copy(world: World) -> None:
    phone = world.phone(channel="sms")
    texts(phone, *SAID)
    world.passes(seconds=1)
    assert again(phone, "2") != []


def test_a_copy_of_a_word_of_ours_is_not_heard_again(world: World) -> None:
    phone = world.phone(channel="sms")
    texts(phone, *SAID, "1", "after 4", "1", "0", "MENU")
    world.passes(seconds=1)
    assert again(phone, "Menu") == []


def test_on_telegram_nothing_comes_twice(world: World) -> None:
    phone = world.phone("7", "simulated_telegram")
    phone.says(*SAID)
    assert phone.says("1") != []


@pytest.mark.parametrize(
    ("seconds", "one"), [(None, True), (-1.0, True), (2.999, True), (3.0, False), (4.0, False)]
)
def test_nobody_reads_a_question_and_answers_it_within_three_seconds(
    seconds: float | None, one: bool
) -> None:
    handed = None if seconds is None else START - timedelta(seconds=seconds)
    assert duplicates.is_one(COPY, handed) is one


@pytest.mark.parametrize(
    ("copy", "again"),
    [
        (COPY, True),
        (COPY._replace(text=" yes  PLEASE "), True),
        (COPY._replace(text="yes pleas"), False),
        (COPY._replace(created_at=START + timedelta(milliseconds=1)), False),
        (COPY._replace(kind=Kind.BUTTON), False),
        (COPY._replace(sender="telegram:1"), False),
        (COPY._replace(sent_at=START), False),
    ],
)
def test_a_copy_comes_within_five_seconds_of_the_turn(copy: Unanswered, again: bool) -> None:
    turn = START - timedelta(seconds=5)
    run = OpenRun(1, 1, 1, "", "", "", 0, "", {"heard": duplicates.mark(COPY)}, turn, None)
    assert duplicates.may_be(copy, run) is again
    assert not duplicates.may_be(copy, run._replace(data={}))
