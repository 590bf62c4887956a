"""The parts of an outbox, each alone: what is under way, what a provider says, what is due."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from assistant.channels import Outbound, Receipt, Report, SendError, TryLater
from assistant.outbox import carrier_stops, delivery_reports, under_way
from assistant.outbox import provider as providers
from assistant.outbox.circuit import Standing
from assistant.outbox.exchange import Exchange
from assistant.outbox.loop import Outbox, unanswered
from assistant.outbox.provider import Provider
from assistant.outbox.rate_limit import Allowance
from assistant.outbox.retries import UNKNOWN
from assistant.outbox.send_results import Again
from assistant.outbox.under_way import UnderWay
from storage.database import Database
from storage.outbox.callbacks import Told
from storage.tables import Address, Message, Person, Priority, Timer, table
from tests.phones import START
from tests.rows import put, somebody, text
from tests.test_outbox import Carrier, ready
from tests.test_send_results import Ticks

A, M, P = table(Address), table(Message), table(Person)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)


@dataclass
class Deaf(Carrier):
    """A provider that cannot be asked."""

    error: Exception | None = None

    async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
        if self.error:
            raise self.error
        return self.found

    async def knock(self) -> None:
        if self.error:
            raise self.error


async def test_what_is_known_of_a_message_whose_fate_was_not() -> None:
    carrier = Deaf()
    provider = Provider(carrier, lambda: START, Ticks())
    assert await provider.look_up(ready(), []) == Again()
    to_many = await provider.look_up(ready(priority=Priority.BROADCAST), [])
    assert isinstance(to_many, SendError)
    assert to_many.code == UNKNOWN
    carrier.found = "theirs"
    assert await provider.look_up(ready(), []) == Receipt("theirs")
    carrier.error = RuntimeError()
    assert await provider.look_up(ready(), []) is None
    assert provider.circuit.standing is Standing.OPEN
    carrier.error = SendError("away")
    assert await provider.look_up(ready(), []) is None
    assert provider.circuit.standing is Standing.SHUT


async def test_a_knock_tells_whether_a_provider_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(providers, "GIVEN_UP_AFTER", 0.01)
    carrier = Deaf()
    provider = Provider(carrier, lambda: START, Ticks())

    async def knocked(error: Exception | None) -> tuple[Standing, bool]:
        carrier.error = error
        await provider.knock()
        return provider.circuit.standing, provider.is_back

    provider.circuit.failed(0.0, START)
    assert await knocked(None) == (Standing.AJAR, False)
    for error in (SendError("away"), TimeoutError()):
        assert await knocked(error) == (Standing.SHUT, False)
    assert provider.circuit.away
    assert await knocked(RuntimeError()) == (Standing.AJAR, False)
    await knocked(SendError("away"))
    assert await knocked(None) == (Standing.AJAR, True)
    assert await knocked(None) == (Standing.AJAR, True)


async def test_what_nobody_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    now = Ticks()
    monkeypatch.setattr(under_way.time, "monotonic", now)
    tasks = UnderWay()

    async def waits() -> None:
        await asyncio.sleep(60)

    tasks.start(1, waits())
    now.now = 0.1
    tasks.start(2, waits())
    tasks.start(3, waits())
    tasks.forget(3)
    assert (len(tasks), [*tasks.tasks]) == (2, [1, 2])
    for seconds, cancelled in ((8.0, [0, 0]), (8.4, [0, 0]), (8.5, [1, 1])):
        now.now = seconds
        tasks.give_up()
        assert [task.cancelling() for task in tasks.tasks.values()] == cancelled, seconds
    assert [tasks.was_given_up(one) for one in (1, 1, 3)] == [True, False, False]
    tasks.forget(9)
    await tasks.finish()


def test_of_so_many_addresses_it_is_remembered_how_fast_they_were_sent_to() -> None:
    allowance = Allowance(1.0, 0.001, 0.0)
    for _ in range(3):
        assert allowance.wait("first", 0.0) == 0
    for number in range(9_999):
        allowance.wait(f"{number}", 0.0)
    assert allowance.wait("first", 0.0) > 0
    for number in range(10_000):
        allowance.wait(f"{number}", 0.0)
    assert allowance.wait("first", 0.0) == 0


async def test_what_is_under_way_is_waited_for_three_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waited: list[float] = []

    async def wait(tasks: Any, timeout: float) -> Any:
        waited.append(timeout)
        return await asyncio.gather(*tasks), set()

    tasks = UnderWay()
    tasks.start(1, asyncio.sleep(0))
    monkeypatch.setattr(asyncio, "wait", wait)
    await tasks.finish()
    assert waited == [3.0]


async def test_a_sweep_is_made_twice_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    now = Ticks()
    monkeypatch.setattr(under_way.time, "monotonic", now)
    tasks = UnderWay()
    for seconds, swept in ((0.4, 0.0), (0.5, 0.5), (0.9, 0.5), (1.0, 1.0)):
        now.now = seconds
        tasks.give_up()
        assert tasks.swept == swept


async def test_a_stop_waits_a_little_for_what_is_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_way, "LAST_WAIT", 0.01)
    tasks, done = UnderWay(), []

    async def takes(seconds: float) -> None:
        await asyncio.sleep(seconds)
        done.append(seconds)

    await tasks.finish()
    for number, seconds in enumerate((0.0, 60.0)):
        tasks.start(number, takes(seconds))
    await tasks.finish()
    assert done == [0.0]
    assert [task.cancelling() for task in tasks.tasks.values()] == [0, 1]


def test_which_providers_an_operator_is_told_of() -> None:
    class Box:
        def __init__(self, name: str) -> None:
            self.provider = Provider(Carrier(name=name), lambda: START, Ticks())

    boxes: Any = [Box("sms"), Box("telegram"), Box("open")]
    for one in boxes[:2]:
        one.provider.circuit.failed(0.0, START)
    boxes[0].provider.circuit.silent(0.0)
    assert unanswered(boxes) == {"sms": START}


def told(status: str, attempts: int, code: str = "") -> Told:
    return Told(1, 1, 1, status, attempts, code, None)


def test_which_reports_speak_of_the_sending_that_counts() -> None:
    def counts(message: Told, attempt: int, status: str = "failed") -> bool:
        report = Report("sms:1", "theirs", status, message_id=1, attempt=attempt)
        return delivery_reports._counts(message, report)

    for message, attempt in (
        (told("sending", 2), 2),
        (told("queued", 2), 2),
        (told("queued", 2, "unknown"), 1),
        (told("sent", 2), 1),
        (told("failed", 2), 1),
    ):
        assert [counts(message, one) for one in (attempt - 1, attempt, attempt + 1)] == [
            *(False, True, False)
        ]
        assert counts(message, 9, "delivered")
        theirs = Report("sms:1", "theirs", "failed", attempt=9)
        assert delivery_reports._counts(message, theirs)


def test_what_may_pass_later_is_tried_again(connection: Connection) -> None:
    def tried(status: str = "sent", report: str = "failed", **how: Any) -> tuple[bool, str]:
        wait, attempts = how.get("wait", MINUTE), how.get("attempts", 7)
        person = somebody(connection)
        number = text(connection, person, status=status, attempts=attempts)
        row = connection.execute(select(M).where(M.c.id == number)).one()
        message = Told(*(row._mapping[name] for name in Told._fields))
        later = Report("sms:1", "theirs", report, "30003", retry_in=wait)
        done = delivery_reports._retried(connection, message, later, START)
        now = connection.execute(select(M).where(M.c.id == number)).one()
        assert (now.due_at == START + MINUTE) is (now.status == "queued" != status)
        return done, now.status

    for status in ("sending", "unknown", "sent"):
        assert tried(status) == (True, "queued")
    for status in ("queued", "failed", "delivered"):
        assert tried(status) == (True, status)
    assert tried(attempts=8) == tried(report="sent") == tried(wait=None) == (False, "sent")


def test_what_follows_from_a_report(connection: Connection) -> None:
    def reported(status: str = "sent", **report: Any) -> tuple[bool, bool, bool]:
        person = somebody(connection)
        text(connection, person, status=status, external_id=f"theirs {person}")
        news = Report("sms:1", f"theirs {person}", "failed", "x", **report)
        delivery_reports.record(connection, news, START)
        row = connection.execute(select(P.c.stopped_at).where(P.c.id == person)).scalar()
        shut = connection.execute(select(A.c.unreachable_at).where(A.c.id == person)).scalar()
        now = connection.execute(select(M.c.status).where(M.c.address_id == person)).scalars()
        return "failed" in now, row is not None, shut is not None

    assert reported() == (True, False, False)
    assert reported(stopped=True) == (True, True, False)
    assert reported(unreachable=True) == (True, False, True)
    assert reported("delivered", stopped=True, unreachable=True) == (False, False, False)
    assert reported(stopped=True, retry_in=MINUTE) == (False, False, False)
    delivery_reports.record(connection, Report("sms:1", "nobody's", "failed"), START)


def test_a_carriers_stop_ends_all_that_was_to_come(connection: Connection) -> None:
    person, other = somebody(connection), somebody(connection)
    for one in (person, other):
        text(connection, one, status="queued")
        put(connection, Timer, person_id=one, cause=f"{one}")
    carrier_stops.record(connection, person, 7, START)
    stopped = connection.execute(select(P.c.id).where(P.c.stopped_at == START)).scalars()
    assert [*stopped] == [person]
    rows = connection.execute(select(M.c.person_id, M.c.status, M.c.external_id).order_by(M.c.id))
    assert [tuple(row) for row in rows] == [
        (person, "suppressed", None),
        (other, "queued", None),
        (person, "received", "stopped:7"),
    ]
    assert [*connection.execute(select(table(Timer).c.person_id)).scalars()] == [other]


def test_an_outbox_tidies_once_a_second(connection: Connection, embedded: Database) -> None:
    ticks = Ticks()
    provider = Provider(Carrier(sender="sms:1", settles=MINUTE), lambda: START, ticks)
    exchange = Exchange(embedded, provider)
    person = somebody(connection)
    for sent in (START - MINUTE, START - MINUTE + SECOND):
        text(connection, person, status="unknown", sent_at=sent)
    late = text(connection, person, status="queued", send_before=START)
    text(connection, person, status="sent", external_id="old", created_at=START - DAY - SECOND)
    text(connection, person, status="sent", external_id="taken", created_at=START - DAY)

    def tidied(at: float, under: Sequence[int] = ()) -> list[tuple[int, list[str]]]:
        ticks.now = at
        found = exchange._tidy(connection, START, under)
        return [(message.id, taken) for message, taken in found]

    (first,) = tidied(0.0)
    assert first[1] == ["taken"]
    row = connection.execute(select(M.c.status).where(M.c.id == late)).scalar()
    assert row == "expired"
    assert tidied(0.9) == []
    assert tidied(1.0) == [first]
    assert tidied(2.0, [first[0]]) == []
    provider.circuit.failed(0.0, START)
    assert tidied(3.0) == []
    provider.circuit.answered()
    assert tidied(4.0) == [first]
    assert tidied(5.0, [99]) == []


def test_what_another_left_sending_is_taken_over_once(
    connection: Connection, embedded: Database
) -> None:
    exchange = Exchange(embedded, Provider(Carrier(sender="sms:1"), lambda: START, Ticks()))
    person = somebody(connection)
    mine, back, lost = (text(connection, person, status="sending") for _ in range(3))
    for fresh, unknown in ((False, []), (True, [lost])):
        exchange.holder.fresh = fresh
        result = (ready(id=back), TryLater("away"))
        exchange._take_over(connection, [result], [mine])
        found = select(M.c.id).where(M.c.status == "unknown")
        assert [*connection.execute(found).scalars()] == unknown


async def test_an_outbox_does_what_it_is_woken_for(embedded: Database) -> None:
    outbox = Outbox(embedded, Carrier(), lambda: START, Ticks())
    assert not outbox._woken.is_set()
    assert not outbox._exchange.set_back
    outbox.wake()
    assert outbox._woken.is_set()
    outbox._woken.clear()
    outbox.set_back()
    assert outbox._woken.is_set()
    assert outbox._exchange.set_back
    assert outbox._exchange.holder.fresh
    outbox.provider.circuit.failed(-9.0, START)
    await outbox.step()
    assert not outbox._exchange.set_back
    assert not outbox._exchange.holder.fresh
    assert outbox._knock is None  # it came back while the database was asked
    assert outbox.provider.circuit.standing is Standing.AJAR
    await outbox._finish()
