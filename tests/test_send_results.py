"""What follows from what a provider says of a send: of the message, of the sender, of the provider.
No database is needed to see that."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from assistant.channels import (
    CONTRADICTED,
    Paused,
    Receipt,
    SendError,
    Stopped,
    TryLater,
    Unknown,
    Unreachable,
)
from assistant.outbox import send_results
from assistant.outbox.loop import NOT_HELD, Outbox
from assistant.outbox.provider import Provider
from assistant.outbox.rate_limit import Allowance
from assistant.outbox.retries import random
from assistant.outbox.send_results import Again
from storage.database import open_database
from storage.holder import NotHeld
from storage.tables import Priority, Status
from tests.conftest import sqlite_url
from tests.phones import START
from tests.test_outbox import Carrier, ready

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _exact(monkeypatch: pytest.MonkeyPatch) -> None:
    """No wait is a little longer or shorter by chance."""
    monkeypatch.setattr(random, "uniform", lambda low, high: (low + high) / 2)


@pytest.mark.parametrize(
    ("result", "status", "attempts", "due_in", "code"),
    [
        (Receipt("theirs"), Status.SENT, 3, 0, ""),
        (Receipt("theirs", delivered=True), Status.DELIVERED, 3, 0, ""),
        (Again(), Status.QUEUED, 2, 4, "unknown"),
        (Unknown("timeout"), Status.UNKNOWN, 3, 0, "timeout"),
        (TryLater("throttled", 7 * SECOND), Status.QUEUED, 2, 7, "throttled"),
        (TryLater("unreached"), Status.QUEUED, 3, 4, "unreached"),
        (Paused("credit"), Status.QUEUED, 2, 60, "credit"),
        (Stopped("21610"), Status.FAILED, 3, 0, "21610"),
        (Unreachable("blocked"), Status.FAILED, 3, 0, "blocked"),
        (SendError("30007"), Status.FAILED, 3, 0, "30007"),
    ],
)
def test_of_the_message(result: Any, status: Status, attempts: int, due_in: int, code: str) -> None:
    row = send_results._row(ready(attempts=2), result, START)
    assert (row.status, row.attempts, row.code) == (status, attempts, code)
    assert row.due_at == START + due_in * SECOND
    assert bool(row.flagged) is isinstance(result, Again)
    sent = isinstance(result, Receipt)
    assert (row.external_id, row.sent_at) == (("theirs", START) if sent else (None, None))


def test_it_may_have_arrived_as_soon_as_it_was_handed_over() -> None:
    before = START - DAY
    for code in ("timeout", ""):
        row = send_results._row(ready(code=code, sent_at=before), Receipt("theirs"), START)
        assert row.sent_at == before
    tried = send_results._row(ready(code="timeout", sent_at=None), Receipt("theirs"), START)
    assert tried.sent_at == START


def test_what_could_not_leave_for_a_day_has_failed() -> None:
    now, result = START + DAY, TryLater("unreached")
    assert send_results._row(ready(created_at=START), result, now).status == Status.FAILED
    fresh = ready(created_at=START + SECOND)
    assert send_results._row(fresh, result, now).status == Status.QUEUED


@pytest.mark.parametrize(
    ("result", "fault"),
    [
        (Unknown("timeout"), True),
        (Unknown("crashed"), False),
        (Unknown("interrupted"), False),
        (Paused("credit"), True),
        (TryLater("unreached"), True),
        (TryLater("throttled", SECOND), False),
        (TryLater("paced", SECOND), False),
        (SendError("30007"), False),
        (Stopped("21610"), False),
    ],
)
def test_of_the_provider(result: SendError, fault: bool) -> None:
    assert send_results.is_providers_fault(result) is fault


def waits(*results: Any) -> float:
    """How long nobody is sent anything."""
    allowance = Allowance(10, 1, 0)
    send_results.slow_down([(ready(), one) for one in results], allowance, 100)
    return max(0.0, allowance._shut_until - 100)


def test_of_the_sender() -> None:
    one, two = TryLater("throttled", 5 * SECOND), TryLater("throttled", 9 * SECOND)
    assert waits(one, two) == 0
    assert waits(one, two, one) == 9
    assert waits(one, TryLater("throttled", 7 * SECOND, everybody=True)) == 7
    assert waits(*[TryLater("paced", SECOND)] * 3, *[TryLater("unreached")] * 3) == 0
    assert waits(Receipt("theirs"), Unknown("timeout")) == 0


class Ticks:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_a_no_for_no_reason_is_the_messages_own_where_others_pass() -> None:
    ticks = Ticks()
    provider = Provider(Carrier(), lambda: START, ticks)
    no = SendError(CONTRADICTED)
    often, seldom = ready(attempts=7), ready(attempts=6)
    provider.judge(ready(), Receipt("theirs"))
    for passed, message, own in ((60, often, True), (60.1, often, False), (0, seldom, False)):
        ticks.now = passed
        assert provider._is_its_own(message, no) is own
    assert not provider._is_its_own(often, SendError("30007"))


async def test_a_provider_is_back_once_it_takes_a_send() -> None:
    provider = Provider(Carrier(), lambda: START, Ticks())
    provider.judge(ready(), Receipt("theirs"))
    assert not provider.is_back
    provider.judge(ready(), Unknown("timeout"))
    assert provider.circuit.since == START
    provider.judge(ready(), Unknown("crashed"))
    assert provider.circuit.since == START
    provider.judge(ready(), SendError("30007"))
    assert provider.is_back
    assert provider.circuit.since is None


async def test_a_message_waits_for_the_pace_of_its_address() -> None:
    provider = Provider(Carrier(), lambda: START, Ticks())
    results = [await provider.send(ready()) for _ in range(4)]
    assert [type(one) for one in results] == [Receipt, Receipt, Receipt, TryLater]
    paced = results[3]
    assert isinstance(paced, TryLater)
    assert (paced.code, paced.wait) == ("paced", SECOND / provider.channel.per_address)


async def test_what_is_sent_is_an_answer_where_it_is_one() -> None:
    carrier = Carrier()
    provider = Provider(carrier, lambda: START, Ticks())
    for priority in (Priority.PAGE, Priority.REPLY, Priority.REMINDER):
        await provider.send(ready(priority=priority, buttons=[["Yes", "key:1"]], attempts=2))
    assert [one.reply for one in carrier.sent] == [True, True, False]
    assert {(one.buttons, one.attempt) for one in carrier.sent} == {((("Yes", "key:1"),), 2)}


@pytest.mark.parametrize("error", [NotHeld(), OperationalError("", {}, Exception())])
async def test_an_outbox_that_cannot_step_tries_again_in_a_second(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    db = open_database(sqlite_url(tmp_path))
    outbox = Outbox(db, Carrier(), lambda: START, Ticks())

    async def fails() -> float:
        raise error

    monkeypatch.setattr(outbox, "step", fails)
    assert await outbox._safe_step() == NOT_HELD == 1.0
    assert outbox._failed is isinstance(error, OperationalError)
    db.close()
