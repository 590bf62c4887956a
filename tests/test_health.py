"""Whether /health tells the truth: it writes, it counts ages, and says what is the matter."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from psycopg import errors
from sqlalchemy import bindparam, select, text
from sqlalchemy.exc import OperationalError

from assistant.inbox import webhooks
from assistant.ops import probe
from assistant.ops.config import Settings
from assistant.ops.health import State
from assistant.ops.probe import Problem
from storage import pulse
from storage.database import Database, open_database
from tests.conftest import sqlite_url
from tests.phones import START, World

LONG = timedelta(minutes=10)


@pytest.fixture(autouse=True)
def _every_look_is_a_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "EVERY", -1.0)


async def names(db: Database, now: Callable[[], datetime]) -> list[str]:
    found = await State(db, now).look()
    assert found["ok"] == (not found["problems"])
    return [one["name"] for one in found["problems"]]


async def test_what_is_well_is_said_to_be_well(db: Database) -> None:
    world = World(db)
    world.phone().says("bridge")
    found = await State(db, lambda: world.now).look()
    assert found == {
        "ok": True,
        "problems": [],
        "database": "ok",
        "loops": {},
        "unanswered_since": {},
        "inbox": {"waiting": 0, "oldest_seconds": 0.0},
        "outbox": {"due": 1, "oldest_seconds": 0.0},
        "strangers": {"hour": 0, "day": 0},
        "warnings": [],
    }


async def test_a_row_is_written_however_often_it_is_asked_only_now_and_then(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "EVERY", 60.0)
    written = []
    beat = pulse.beat

    def count(connection: Any, now: datetime) -> None:
        written.append(now)
        beat(connection, now)

    monkeypatch.setattr(pulse, "beat", count)
    state = State(db, lambda: START)
    looks = await asyncio.gather(*(state.look() for _ in range(50)))
    assert all(look["ok"] for look in looks)
    assert written == [START]
    with db.reading() as connection:
        assert connection.execute(select(pulse.P.c.at)).scalars().all() == [START]


async def test_a_message_that_waits_for_its_turn_for_minutes_is_a_problem(db: Database) -> None:
    world = World(db)
    world.accept([world.phone().inbound("bridge")])
    assert await names(db, lambda: world.now) == []
    state = State(db, lambda: world.now + LONG)
    found = await state.look()
    assert not found["ok"]
    assert found["problems"] == [
        {"name": "inbox", "reason": "a message has waited 10 min for its turn"}
    ]
    assert found["inbox"] == {"waiting": 1, "oldest_seconds": 600.0}


async def test_a_reply_that_could_leave_and_does_not_is_a_problem(db: Database) -> None:
    world = World(db)
    world.phone().says("bridge")
    assert await names(db, lambda: world.now) == []
    assert await names(db, lambda: world.now + LONG) == ["outbox"]


async def test_a_provider_that_takes_nothing_is_a_problem(db: Database) -> None:
    world = World(db)
    world.phone().says("bridge")
    back_off(db, world.now + LONG + timedelta(seconds=30))
    found = await State(db, lambda: world.now + LONG).look()
    reason = "simulated has delivered nothing since 15:00 UTC"
    assert found["problems"] == [{"name": "outbox", "reason": reason}]


async def test_one_person_whose_messages_come_back_is_no_problem(db: Database) -> None:
    world = World(db)
    world.phone().says("bridge")
    back_off(db, world.now + LONG + timedelta(seconds=30))
    world.passes(minutes=9)
    world.phone("+12125550101").says("bridge")
    delivered = "UPDATE message SET status = 'sent', sent_at = :at WHERE code = '' AND id > 2"
    execute(db, delivered, at=world.now)
    assert await names(db, lambda: world.now + timedelta(minutes=1)) == []


@pytest.mark.parametrize("hours", [-2, 2])
async def test_a_clock_that_was_set_raises_no_alarm_and_hides_none(
    db: Database, hours: int
) -> None:
    world = World(db)
    jump = timedelta(0)
    state = State(db, lambda: world.now + jump)
    world.accept([world.phone().inbound("bridge")])
    jump = timedelta(hours=hours)
    assert (await state.look())["problems"] == []
    world.now += jump
    jump = timedelta(0)
    world.accept([world.phone("+12125550101").inbound("bridge")])
    assert (await state.look())["problems"] == []
    state._probe._began -= LONG.total_seconds()  # as if so much time had passed
    jump = LONG
    assert [one["name"] for one in (await state.look())["problems"]] == ["inbox"]


async def test_others_may_add_what_they_watch(db: Database) -> None:
    state = State(db, lambda: START)
    state.watch(lambda: [Problem("caps", "too many strangers")])
    found = await state.look()
    assert found["problems"] == [{"name": "caps", "reason": "too many strangers"}]


async def test_what_is_not_well_is_a_503(db: Database) -> None:
    async def accept(_messages: Any) -> None: ...

    settings, state = Settings(), State(db, lambda: START)
    doors = webhooks.Doors(settings, db, accept, None, lambda: START)
    site = httpx.ASGITransport(webhooks.build(doors, settings, state))
    async with httpx.AsyncClient(transport=site, base_url="http://localhost") as browser:
        assert (await browser.get("/health")).status_code == 200
        state.watch(lambda: [Problem("caps", "too many strangers")])
        told = await browser.get("/health")
    assert told.status_code == 503
    assert told.json()["problems"] == [{"name": "caps", "reason": "too many strangers"}]


async def test_a_loop_without_a_step_is_a_problem(db: Database) -> None:
    state = State(db, lambda: START)
    state.beat("turns")
    state._beats["turns"] -= 60
    found = await state.look()
    assert found["problems"] == [{"name": "turns", "reason": "no step has succeeded for 30 s"}]


async def test_what_keeps_a_loop_from_stepping_is_told_though_a_row_can_be_written(
    db: Database,
) -> None:
    """As on a disk that is full but for what the database has set aside."""
    state = State(db, lambda: START)
    for loop in ("turns", "clock"):
        state.beat(loop)
        state._beats[loop] -= 60
        state.failed(loop, OperationalError("", {}, errors.DiskFull()))
    told = {one["name"]: one["reason"] for one in (await state.look())["problems"]}
    assert told.keys() == {"turns", "clock", "database"}
    assert told["database"] == "the disk is full: free some space on it"
    state.beat("turns")
    state.beat("clock")
    assert (await state.look())["ok"]


async def test_a_lock_that_another_program_keeps_is_told_in_time(tmp_path: Path) -> None:
    db = open_database(sqlite_url(tmp_path))
    with closing(sqlite3.connect(tmp_path / "assistant.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.timeout(90):
            found = await State(db, lambda: START).look()
        assert found["database"] == "failing"
        assert "another program keeps it locked" in found["problems"][0]["reason"]
        other.execute("ROLLBACK")
    assert await names(db, lambda: START) == []
    db.close()


async def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = open_database(sqlite_url(tmp_path))

    def full(connection: Any, now: datetime) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.exec_driver_sql("CREATE TABLE more AS SELECT zeroblob(100000)")

    monkeypatch.setattr(pulse, "beat", full)
    found = await State(db, lambda: START).look()
    assert found["problems"] == [
        {"name": "database", "reason": "the disk is full: free some space on it"}
    ]
    monkeypatch.undo()
    monkeypatch.setattr(probe, "LEAST_SPACE", 1 << 62)
    assert await names(db, lambda: START) == ["disk"]
    db.close()


async def test_a_file_that_was_overwritten_is_told(tmp_path: Path) -> None:
    db = open_database(sqlite_url(tmp_path))
    state = State(db, lambda: START)
    assert (await state.look())["ok"]
    db.engine.dispose()
    (tmp_path / "assistant.db").write_bytes(b"no database at all " * 4096)
    for beside in tmp_path.glob("assistant.db-*"):
        beside.unlink()
    (problem,) = (await state.look())["problems"]
    assert problem["reason"] == "the file is no SQLite database: restore the newest backup"
    db.close()


async def test_a_probe_that_hangs_is_answered_all_the_same(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hang(_connection: Any, _now: datetime) -> None:
        asyncio.run_coroutine_threadsafe(ends.wait(), loop).result(60)

    monkeypatch.setattr(pulse, "beat", hang)
    monkeypatch.setattr(probe, "DEADLINE", 0.05)
    state = State(db, lambda: datetime.now(UTC))
    looks = await asyncio.gather(*(state.look() for _ in range(20)))
    assert {look["problems"][0]["reason"] for look in looks} == {"it does not answer"}
    ends.set()
    monkeypatch.setattr(probe, "DEADLINE", 30.0)
    assert (await state.look())["ok"]


def back_off(db: Database, until: datetime) -> None:
    """What is queued was refused by its provider, and waits."""
    execute(
        db,
        "UPDATE message SET code = 'server failed', attempts = 3, due_at = :at "
        "WHERE direction = 'out'",
        at=until,
    )


def execute(db: Database, sql: str, at: datetime) -> None:
    when = pulse.P.c.at.type
    with db.writing() as connection:
        connection.execute(text(sql).bindparams(bindparam("at", type_=when)), {"at": at})
