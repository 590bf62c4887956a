"""Texts that came back undelivered, and then were delivered or answered all the same."""

import asyncio
import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.channels import Outbound, Receipt, Report
from assistant.outbox import delivery_reports
from storage.database import Database
from tests.phones import World
from tests.test_outbox import Carrier, known, send, write


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


OUT_OF_REACH = timedelta(minutes=15)


def told(world: World, status: str, attempt: int = 0, code: str = "") -> None:
    """A callback about the newest message."""
    row = world.rows(direction="out")[-1]
    report = Report("simulated", f"SM{attempt}", status, code, row["id"], attempt)
    if code:
        report = replace(report, retry_in=OUT_OF_REACH)
    with world.db.writing() as db:
        delivery_reports.record(db, report, world.now)


CALLS = (("sent", ""), ("failed", "30008"), ("delivered", ""))


ORDERS = sorted(set(itertools.permutations([*CALLS, CALLS[1], CALLS[2]])))


def test_who_has_it_is_not_sent_it_again_whatever_the_order(world: World) -> None:
    phone, carrier = known(world), Carrier()
    for number, order in enumerate(ORDERS):
        write(world, phone, f"hello {number}")
        send(world, carrier, 2)
        for status, code in order:
            told(world, status, 0, code)
    world.passes(hours=1)
    assert send(world, carrier, 3).texts == [f"hello {number}" for number in range(len(ORDERS))]
    ends = {(row["status"], row["flagged"]) for row in phone.thread()[1:]}
    assert ends == {("delivered", False)}


def test_what_has_failed_for_good_and_arrives_has_arrived(world: World) -> None:
    phone, carrier = known(world), Carrier()
    write(world, phone, "hello")
    send(world, carrier, 1)
    for status in ("failed", "delivered", "failed", "sent"):
        told(world, status)
    assert phone.thread()[-1]["status"] == "delivered"


def test_callbacks_before_the_answer_decide_as_well(world: World) -> None:
    class Early(Carrier):
        async def send(self, message: Outbound) -> Receipt:
            for status, code in ORDERS[int(message.text)]:
                await asyncio.to_thread(told, world, status, message.attempt, code)
            return await super().send(message)

    phone, carrier = known(world), Early()
    for number in range(0, len(ORDERS), 5):
        write(world, phone, str(number))
        send(world, carrier, 2)
    world.passes(hours=1)
    assert len(send(world, carrier, 3).texts) == len(range(0, len(ORDERS), 5))
    assert {row["status"] for row in phone.thread()[1:]} == {"delivered"}


@pytest.mark.parametrize("code", ["30003", "30008", "30410"])
def test_a_copy_of_what_may_have_arrived_is_flagged(world: World, code: str) -> None:
    phone, carrier = known(world), Carrier()
    write(world, phone, "hello")
    send(world, carrier, 1)
    told(world, "failed", 0, code)
    assert not phone.thread()[-1]["flagged"]
    world.passes(minutes=20)
    send(world, carrier, 3)
    assert [message.text for message in carrier.sent] == ["hello", "hello"]
    assert phone.thread()[-1]["flagged"]
    second = carrier.sent[-1].attempt
    assert second > 0
    for _ in range(3):  # how the first one failed says nothing of the second
        told(world, "failed", 0, code)
    assert phone.thread()[-1]["status"] == "sent"
    told(world, "failed", second, code)
    told(world, "delivered", 0)  # the first one, after all
    world.passes(hours=1)
    assert len(send(world, carrier, 3).texts) == 2
    assert phone.thread()[-1]["status"] == "delivered"


def test_an_answer_withdraws_what_may_have_arrived(world: World) -> None:
    phone, carrier = known(world), Carrier()
    write(world, phone, "hello")
    send(world, carrier, 1)
    told(world, "failed", 0, "30008")
    world.passes(minutes=1)
    phone.says("k")
    world.passes(hours=1)
    texts = send(world, carrier, 6).texts
    assert texts.count("hello") == 1
    assert "How old" in texts[-1]
