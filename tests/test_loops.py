"""The loops, each step alone: what follows from a failure, and how long until the next."""

import asyncio
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from assistant.channels import Kind as Written
from assistant.channels import Receipt, SendError, Unknown
from assistant.outbox import loop as outbox_loop
from assistant.outbox.loop import Outbox
from assistant.schedule import clock
from assistant.schedule import loop as clock_loop
from assistant.turns import loop
from assistant.turns.context import Lacking, Outcome, Policy
from assistant.turns.loop import Turns
from storage import runs, timers
from storage.database import Database
from storage.holder import NotHeld
from storage.inbox.unanswered import Tried
from storage.outbox.due import Ready
from storage.people.participants import Enrolment
from storage.runs import Silent
from storage.tables import Run, Timer
from tests.one_turn import BRIDGE, MENTEE, ZONE, known
from tests.phones import START
from tests.rows import put, somebody, text
from tests.test_outbox import Carrier, ready
from tests.test_send_results import Ticks

SECOND, MINUTE, HOUR, DAY = (timedelta(seconds=n) for n in (1, 60, 3600, 86400))
AWAY = OperationalError("", {}, Exception())


def aside(**how: Any) -> Any:
    one = replace(known(), **how)
    return [prompt.values["coordinator"] for prompt in loop._aside(one).prompts]


def test_who_hears_that_a_person_will_look() -> None:
    assert aside() == ["Dana"]
    assert aside(message=known(kind=Written.INSIDE).message) == []
    assert aside(person=known(stopped_at=START).person) == []
    other = BRIDGE._replace(id=2, settings={"coordinator": "Eli"})
    both = {1: BRIDGE, 2: other}
    theirs = [Enrolment(MENTEE, number, "mentee", "ready", {}) for number in (1, 2)]
    assert aside(programmes=both, enrolments=theirs) == ["Eli"]
    assert aside(programmes=both, enrolments=theirs[::-1]) == ["Dana"]
    assert aside(programmes=both, enrolments=()) == ["Dana"]
    assert aside(programmes={}) == [""]


def test_a_turn_may_lack_four_things(monkeypatch: pytest.MonkeyPatch) -> None:
    lacks: list[str] = []
    completed: list[str] = []

    def decide(_known: object) -> Outcome:
        if lacks:
            raise Lacking(lacks.pop())
        return Outcome(language="en")

    monkeypatch.setattr(loop, "decide", decide)
    monkeypatch.setattr(loop, "complete", lambda db, one, lacking: completed.append(lacking.kind))
    db: Any = None
    for number in (0, 4):
        lacks[:] = ["x"] * number
        completed.clear()
        assert loop._outcome(db, known()).language == "en"
        assert len(completed) == number
    lacks[:] = ["x"] * 5
    with pytest.raises(Lacking):
        loop._outcome(db, known())


def turns(monkeypatch: pytest.MonkeyPatch, **stubs: Any) -> tuple[Turns, list[Any]]:
    """Turns of which these methods do nothing but tell that they were called."""
    db: Any = SimpleNamespace(embedded=True)
    one, called = Turns(db, Policy(), lambda: START), list[Any]()
    for name, result in stubs.items():

        def stub(*given: Any, name: str = name, result: Any = result) -> Any:
            called.append((name, *given))
            if isinstance(result, Exception):
                raise result
            return result

        monkeypatch.setattr(one, name, stub)
    return one, called


def test_what_is_taken_at_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    one, called = turns(monkeypatch, _newest=0, _batch=3, _step_left_over=1)
    assert [one.step(), one.step()] == [3, 3]
    assert [name for name, *_ in called] == ["_newest", "_batch", "_batch"]
    one, called = turns(monkeypatch, _newest=7, _step_left_over=1, _batch=3)
    assert [one.step(), one.step()] == [1, 1]
    one.begin()
    assert one.step() == 3
    assert [name for name, *_ in called] == [
        *("_newest", "_step_left_over", "_step_left_over", "_batch")
    ]
    for newest, taken in ((7, 1), (0, 0)):
        one, _ = turns(monkeypatch, _newest=newest, _batch=ValueError())
        one.begin()
        assert one.step() == taken
        assert one._left_over == newest


def test_a_batch_that_others_wait_for_is_half_as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    for waiting in ([1, 2], []):
        one, called = turns(monkeypatch, _take=None)
        db: Any = one._db
        db.embedded, db.writing = False, nullcontext
        asked: list[int] = []
        monkeypatch.setattr(
            loop.unanswered, "claim", lambda _, most, w=waiting, a=asked: a.append(most) or w
        )
        assert one._batch() == len(waiting)
        assert asked == [loop.MOST_SHARED] == [loop.MOST // 2]
        assert len(called) == bool(waiting)


def test_how_often_a_turn_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    for attempts, set_aside in ((2, []), (3, ["ValueError"])):
        one, called = turns(monkeypatch, _alone=ValueError(), _set_aside=None)
        one._try(Tried(1, 2, attempts))
        assert [code for name, *_, code in called if name == "_set_aside"] == set_aside
    one, called = turns(monkeypatch, _alone=AWAY, _set_aside=None)
    with pytest.raises(OperationalError):
        one._try(Tried(1, 2, 9))
    assert len(called) == 1
    one, called = turns(monkeypatch, _set_aside=None)
    one._alone(Tried(1, 2, 4))
    assert called == [("_set_aside", Tried(1, 2, 4), "killed")]


def test_who_is_told_that_their_message_was_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[int] = []
    monkeypatch.setattr(loop.persist, "set_aside", lambda db, tried, *_: kept.append(tried.id))
    for attempts, result, told, written in (
        (4, None, 1, []),
        (5, None, 0, [1]),
        (3, ValueError(), 1, [1]),
    ):
        kept.clear()
        one, called = turns(monkeypatch, _say_so=result)
        db: Any = one._db
        db.writing = nullcontext
        one._set_aside(Tried(1, 2, attempts), "x")
        assert (len(called), kept) == (told, written), attempts
    one, _ = turns(monkeypatch, _say_so=AWAY)
    with pytest.raises(OperationalError):
        one._set_aside(Tried(1, 2, 3), "x")


def test_at_which_hour_somebody_is_reminded() -> None:
    def at(*heard: str, now: str = "10:00") -> str:
        wrote = [local(f"2026-03-01T{one}") for one in heard]
        found = clock._hour_of(wrote, local(f"2026-03-03T{now}"), ZONE)
        return clock.local(found, ZONE).strftime("%d %H:%M:%S")

    def local(moment: str) -> datetime:
        there = clock.local(START, ZONE).tzinfo
        return datetime.fromisoformat(moment).replace(tzinfo=there)

    assert at() == "03 10:00:00"
    assert at("17:45") == "03 17:45:00"
    assert at("09:01", "17:45", "23:00") == "03 17:45:00"
    assert at("12:30", "17:45") == "03 12:30:00"
    assert at("08:59") == at("20:00") == "03 10:00:00"
    assert at("19:59:30", now="10:00:07.000009") == "03 19:59:00"


def test_what_is_due_becomes_news(connection: Connection) -> None:
    person, nowhere = somebody(connection, zone=ZONE), somebody(connection)
    for number, (ago, nudge) in enumerate(((DAY, START), (DAY - SECOND, START), (DAY, None))):
        row = {"person_id": person, "depth": number, "moved_at": START - ago}
        put(connection, Run, **row, nudge_at=nudge)
    silent = runs.silent(connection, START, 9)
    (news,) = clock._silences(connection, silent, START)
    assert news.person == person
    assert news.cause.startswith(f"silent:{silent[0].id}:")
    again = runs.silent(connection, START + DAY, 9)
    assert [run.id for run in again] == [silent[1].id]
    assert clock._silences(connection, [], START) == []
    cause = {"person_id": person, "due_at": START, "news": {"kind": "x"}}
    put(connection, Timer, **cause, cause="plain")
    put(connection, Timer, **cause | {"news": {"kind": "y", "usual": True}}, cause="usual")
    heard = {"direction": "in", "status": "received", "created_at": START - DAY + 2 * HOUR}
    text(connection, person, **heard)
    (plain,) = clock._timers(connection, START)
    assert (plain.person, plain.text) == (person, '{"kind": "x"}')
    assert plain.cause == f"plain@{START.timestamp():.6f}"
    (usual,) = timers.due(connection, START + 2 * HOUR, 9)
    assert (usual.cause, usual.due_at) == ("usual", START + 2 * HOUR)
    assert usual.news == {"kind": "y", "usual": False}
    assert clock._usual(connection, [usual], START + 2 * HOUR) == {}
    clock._tell(connection, [], START)
    clock._tell(connection, [clock.News(person, "a", "{}"), clock.News(nowhere, "b", "{}")], START)


def test_when_the_clock_looks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(news: int = 0, silent: int = 0, fed: int = 0, paged: int = 0) -> timedelta:
        one: Any = SimpleNamespace(writing=nullcontext)
        told = [clock.News(1, "", "")] * news
        monkeypatch.setattr(clock, "_timers", lambda *_: told)
        monkeypatch.setattr(clock, "_silences", lambda *_: [])
        monkeypatch.setattr(clock, "_tell", lambda *_: None)
        looked = [Silent(1, 1, START, ZONE)] * silent
        monkeypatch.setattr(clock.runs, "silent", lambda *_: looked)
        found = clock.step(one, START, lambda *_: fed, lambda *_: paged)
        return found - START

    five = timedelta(seconds=5)
    assert again() == again(499, 499, 499, 499) == five
    for full in ({"news": 500}, {"silent": 500}, {"fed": 500}, {"paged": 500}):
        assert again(**full) == timedelta(0)


async def test_the_clock_rests_as_long_as_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    state: Any = SimpleNamespace(
        beat=lambda name: told.append("beat"), failed=lambda name, error: told.append("failed")
    )
    time: Any = SimpleNamespace(now=lambda: START)
    steps: Any = (None, None)
    one = clock_loop.ClockLoop(None, time, steps, state, lambda: told.append("stepped"))  # type: ignore[arg-type]

    async def pause(result: Any) -> tuple[float, list[str]]:
        def step(*_: Any) -> Any:
            if isinstance(result, Exception):
                raise result
            return result

        monkeypatch.setattr(clock_loop.clock, "step", step)
        told.clear()
        return await one._step(None), list(told)  # type: ignore[arg-type]

    done = ["beat", "stepped"]
    assert await pause(START + 3 * SECOND) == (3.0, done)
    assert await pause(START + 9 * SECOND) == (5.0, done)
    assert await pause(START) == await pause(START - SECOND) == (0.0, done)
    assert await pause(NotHeld()) == (1.0, ["beat"])
    assert await pause(AWAY) == (1.0, ["failed"])
    assert not one._skipped.is_set()
    one.skip()
    assert one._skipped.is_set()


def boxed(embedded: Database, **carrier: Any) -> Outbox:
    return Outbox(embedded, Carrier(**carrier), lambda: START, Ticks())


async def test_what_came_back_is_recorded_once(
    embedded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox, recorded = boxed(embedded), list[Any]()

    async def thread(results: list[Any], allowed: int) -> Any:
        recorded.append((len(results), allowed))
        if allowed:
            raise AWAY
        return None

    monkeypatch.setattr(outbox, "_in_thread", thread)
    outbox._came_back(ready(id=1), Receipt("theirs"))
    with pytest.raises(OperationalError):
        await outbox._record_and_claim(1)
    outbox._came_back(ready(id=2), Receipt("theirs"))
    assert [message.id for message, _ in outbox._results] == [1, 2]
    await outbox._record_and_claim(0)
    assert (outbox._results, recorded) == ([], [(1, 1), (2, 0)])
    outbox._came_back(ready(id=3), Receipt("theirs"))
    await outbox._finish()
    assert recorded[2:] == [(1, 0)]


async def test_how_soon_an_outbox_looks_again(
    embedded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox = boxed(embedded, per_second=10.0)
    ticks: Any = outbox.provider.ticks
    given: list[Ready] = []

    async def claimed(allowed: int) -> Any:
        return SimpleNamespace(ready=given[:allowed], unknown=[])

    monkeypatch.setattr(outbox, "_record_and_claim", claimed)
    ticks.now = 1.0  # two may be sent
    assert await outbox.step() == outbox_loop.IDLE == 0.1
    given[:] = [ready(id=1, segments=0, kind=""), ready(id=2, segments=3, kind="")]
    ticks.now = 2.0
    assert await outbox.step() == pytest.approx(0.3)  # four are spent, of two
    carrier: Any = outbox.provider.channel
    assert [message.id for message in carrier.sent] == [1, 2]
    await outbox._finish()


async def test_what_a_send_comes_to(embedded: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    outbox, waits = boxed(embedded), asyncio.Event()

    async def hangs(*_: Any) -> Any:
        await waits.wait()

    monkeypatch.setattr(outbox.provider, "send", hangs)
    monkeypatch.setattr(outbox.provider, "look_up", hangs)
    for work, came in ((outbox._send, [Unknown]), (lambda one: outbox._look_up(one, []), [])):
        task = asyncio.create_task(work(ready(id=7, kind="")))
        outbox._under_way.tasks[7] = task
        await asyncio.sleep(0)
        outbox._under_way._given_up.add(7)
        task.cancel()
        await task
        assert [type(result) for _, result in outbox._results] == came
        assert 7 not in outbox._under_way.tasks
        outbox._results.clear()
        stopped = asyncio.create_task(work(ready(id=8, kind="")))
        await asyncio.sleep(0)
        stopped.cancel()
        with pytest.raises(asyncio.CancelledError):
            await stopped
    for found in (None, SendError("x")):

        async def told(*_: Any, found: Any = found) -> Any:
            return found

        monkeypatch.setattr(outbox.provider, "look_up", told)
        await outbox._look_up(ready(id=9), [])
        assert len(outbox._results) == bool(found)


async def test_a_file_is_made_only_for_what_is_to_carry_one(
    embedded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = object()
    monkeypatch.setattr(outbox_loop.export, "file", lambda db, person: (made, person))
    outbox = boxed(embedded)
    assert await outbox._file(ready(kind="")) is None
    assert await outbox._file(ready(kind="file", person_id=3)) == (made, 3)
