"""A loop that is told to stop ends, though something wakes it at the same moment."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.broadcasts import feeder
from assistant.loops import TurnLoop
from assistant.ops.health import State
from assistant.outbox.loop import Outbox
from assistant.records.loop import Records
from assistant.schedule.clock import Steps
from assistant.schedule.loop import ClockLoop
from assistant.schedule.timekeeping import Timekeeper
from assistant.schedule.virtual_clock import Clock
from storage.database import Database, open_database
from tests.conftest import sqlite_url
from tests.phones import World
from tests.test_clock import nobody
from tests.test_outbox import Carrier


def now() -> datetime:
    return datetime(2026, 3, 2, 15, tzinfo=UTC)


def turns(db: Database) -> tuple[Any, Any, asyncio.Event]:
    loop = TurnLoop(db, State(db, now), lambda: None)
    return loop.run(SimpleNamespace(step=lambda: 0)), loop.wake, loop._arrived  # type: ignore[arg-type]


def outbox(db: Database) -> tuple[Any, Any, asyncio.Event]:
    loop = Outbox(db, Carrier(), now)
    return loop.run(), loop.wake, loop._woken


def records(db: Database) -> tuple[Any, Any, asyncio.Event]:
    loop = Records(db, now)
    return loop.run(), loop.wake, loop._woken


def clock(db: Database) -> tuple[Any, Any, asyncio.Event]:
    time, steps = Clock(Timekeeper(now, lambda: 0.0)), Steps(feeder.step, nobody)
    loop = ClockLoop(db, time, steps, State(db, now), lambda: None)
    return loop.run(), loop.skip, loop._skipped


@pytest.mark.parametrize("of", [turns, outbox, records, clock])
async def test_what_wakes_a_loop_as_it_is_stopped_does_not_keep_it(
    of: Callable[[Database], tuple[Any, Any, asyncio.Event]],
    tmp_path: Path,
) -> None:
    db = World(open_database(sqlite_url(tmp_path))).db
    run, wake, woken = of(db)
    task = asyncio.create_task(run)
    while not woken._waiters and not task.done():  # type: ignore[attr-defined]
        await asyncio.sleep(0.001)
    wake()
    task.cancel()
    await asyncio.wait([task], timeout=60)
    assert task.cancelled()
    db.close()
