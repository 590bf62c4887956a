"""What time does, under a clock of our own, on both databases."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from assistant.broadcasts import feeder
from assistant.ops.health import State
from assistant.schedule import clock, frequency_cap, quiet_hours
from assistant.schedule.loop import ClockLoop
from assistant.schedule.timekeeping import Timekeeper
from assistant.schedule.virtual_clock import Clock
from assistant.turns.facts import answer_day
from storage import runs, timers
from storage.database import Database, open_database
from storage.holder import Holder, NotHeld
from storage.people import persons
from storage.tables import Message, Run, Timer, table
from storage.timers import NewTimer
from tests.conftest import sqlite_url
from tests.phones import START, World

M, T, U = table(Message), table(Timer), table(Run)
READY = ("bridge", "k", "23", "Jay", "1 4", "pass maths", "after 4", "1")
GOAL = ("2", "Get my licence", "when I pass", "book a lesson", "0", "1")


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


def tick(world: World) -> None:
    holder = Holder(world.db, "clock")
    clock.step(holder, world.now, feeder.step)
    holder.release()
    world.settle()


def next_due(world: World) -> datetime | None:
    """When a silence ends, a timer is due or somebody has a turn next; None where never."""
    moments = (
        select(func.min(T.c.due_at)),
        select(func.min(U.c.nudge_at)).where(U.c.closed_at.is_(None)),
        select(func.min(M.c.due_at)).where(M.c.direction == "in", M.c.answered_at.is_(None)),
    )
    with world.db.reading() as db:
        found = [db.execute(one).scalar_one() for one in moments]
    return min((one for one in found if one), default=None)


def test_who_falls_silent_is_asked_once_after_a_day(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "ok")
    world.passes(hours=23)
    tick(world)
    assert phone.hears() == []
    world.passes(hours=2)
    tick(world)
    tick(world)
    (nudge,) = phone.hears()
    assert nudge.startswith("No rush, I'm still here.")
    assert nudge.endswith("How old are you? Just the number.")
    world.passes(days=3)
    tick(world)
    assert phone.hears() == []


def test_a_nudge_never_leaves_outside_hours(world: World) -> None:
    world.now = datetime(2026, 3, 4, 3, 30, tzinfo=UTC)  # half past ten at night in New York
    phone = world.phone()
    phone.says("bridge", "ok")
    world.passes(hours=24, minutes=1)
    tick(world)
    assert phone.hears() == []
    world.now = datetime(2026, 3, 5, 14, 0, 1, tzinfo=UTC)  # nine in the morning there
    tick(world)
    (row,) = [row for row in phone.thread() if row["priority"] == 1]
    assert row["send_before"] == datetime(2026, 3, 6, 1, 0, tzinfo=UTC)


def test_a_silence_counts_from_the_last_answer(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "ok")
    world.passes(hours=20)
    phone.says("23")
    for hours in (4, 1, 1, 13):  # the first answer is more than a day old, the last one is not
        world.passes(hours=hours, minutes=10)
        tick(world)
        assert phone.hears() == []
    world.passes(hours=8)  # nor is it night any more
    tick(world)
    assert len(phone.hears()) == 1


def test_who_waits_hears_by_the_day_that_was_named_and_the_next(world: World) -> None:
    phone = world.phone()
    assert "You'll hear by Friday" in phone.says(*READY)[0]
    phone.says(*GOAL)
    world.now = datetime(2026, 3, 6, 15, 0, 1, tzinfo=UTC)  # that Friday, ten in the morning
    tick(world)
    (status,) = phone.hears()
    assert "I'll text you again by Monday" in status
    world.now = datetime(2026, 3, 9, 14, 0, 1, tzinfo=UTC)  # Monday: an hour less, by DST
    tick(world)
    assert len(phone.hears()) == 1


def test_a_stop_takes_what_was_scheduled_with_it(world: World) -> None:
    phone = world.phone()
    phone.says(*READY, *GOAL, "STOP")
    world.passes(days=10)
    tick(world)
    assert phone.hears() == []


def test_what_is_due_happens_once_with_two_clocks(world: World) -> None:
    phones = [world.phone(f"+1212555{n:04d}") for n in range(5)]
    for phone in phones:
        phone.says("bridge", "ok")
    world.passes(days=1, hours=1)
    for _process in range(2):
        tick(world)
    assert [len(phone.hears()) for phone in phones] == [1] * 5


@pytest.mark.parametrize(
    ("moment", "zone", "then"),
    [
        ("2026-03-08T06:30", "America/New_York", "2026-03-08T13:00"),  # the hour DST removes
        ("2026-11-01T05:30", "America/New_York", "2026-11-01T14:00"),  # the hour it repeats
        ("2026-06-01T19:30", "Europe/Paris", "2026-06-02T07:00"),
        ("2026-06-01T12:00", "Europe/Paris", "2026-06-01T12:00"),
        ("2026-06-01T12:00", "no such zone", "2026-06-01T12:00"),
    ],
)
def test_the_hours_are_those_of_the_persons_zone(moment: str, zone: str, then: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert quiet_hours.within(at, zone) == datetime.fromisoformat(then).replace(tzinfo=UTC)
    assert quiet_hours.until(quiet_hours.within(at, zone), zone) > quiet_hours.within(at, zone)
    assert quiet_hours.until(at, zone) - at < timedelta(days=1)


def test_a_silence_that_is_not_asked_about_is_not_found_for_ever(world: World) -> None:
    covered, stopped = world.phone("+12125550101"), world.phone("+12125550102")
    covered.says("bridge", "ok", "MENU")
    stopped.says("bridge", "ok")
    with world.db.writing() as db:
        persons.stop(db, stopped.person()["id"], world.now)
    world.passes(days=2)
    tick(world)
    with world.db.writing() as db:
        assert runs.silent(db, world.now, 9) == []


def test_news_for_who_cannot_be_reached_is_answered_and_says_nothing(world: World) -> None:
    phone, other = world.phone("+12125550101"), world.phone("+12125550102")
    phone.says(*READY, *GOAL)
    other.says("bridge", "ok")
    with world.db.writing() as db:
        db.execute(text("UPDATE address SET unreachable_at = created_at"))
    said = len(world.rows(direction="out"))
    world.passes(days=4)
    tick(world)
    assert len(world.rows(kind="inside")) >= 2
    assert not world.rows(direction="in", answered_at=None)
    assert len(world.rows(direction="out")) == said


def test_time_is_skipped_to_what_comes_next_and_never_stands_still(world: World) -> None:
    phone = world.phone()
    phone.says("bridge", "ok")  # the replies are due now, and a silence is asked about tomorrow
    start, person = world.now, phone.person()["id"]
    soon = [start + timedelta(hours=hours) for hours in range(3)]
    with world.db.writing() as db:
        rows = [NewTimer(person, f"test {at}", at, {"kind": "stopped"}) for at in soon]
        timers.add(db, rows)
    later = Clock(Timekeeper(lambda: start, lambda: 0.0))
    seen = []
    while later.skip_to_next(world.db):
        seen.append(later.now() - start)
    assert seen == [timedelta(hours=hours) for hours in (1, 2, 24)]


@pytest.mark.parametrize(
    ("spent", "fewer", "hours"),
    [
        ((), False, 0),
        ((19,), False, 1),
        ((20,), False, 0),
        ((163, 100, 50), False, 5),  # three within a week
        ((168, 100, 50), False, 0),
        ((163, 100, 100), False, 0),  # two of them said at once
        ((163,), True, 5),
        ((168,), True, 0),
        ((166, 100, 19), False, 2),
    ],
)
def test_the_frequency_cap_is_three_a_week_and_one_a_day(
    spent: tuple[int, ...], fewer: bool, hours: int
) -> None:
    before = [START - timedelta(hours=one) for one in spent]
    at = frequency_cap.next_at(before, START, "America/New_York", fewer)
    assert at == START + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("day", "until"), [(2, 5), (3, 6), (4, 9), (5, 9), (6, 9), (7, 10), (8, 11)]
)
def test_they_hear_three_days_on_and_never_at_a_week_end(day: int, until: int) -> None:
    assert answer_day(date(2026, 3, day)) == date(2026, 3, until)  # the 2nd is a Monday


def nobody(_db: object, _now: datetime, _most: int) -> int:
    return 0


@pytest.mark.parametrize(
    ("outcome", "pause", "beats"),
    [
        (timedelta(seconds=3), 3.0, True),
        (timedelta(hours=1), 5.0, True),
        (timedelta(seconds=-1), 0.0, True),
        (NotHeld(), 1.0, True),
        (OperationalError("", {}, Exception()), 1.0, False),
    ],
)
async def test_the_clock_looks_again_whatever_came_of_a_step(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    outcome: timedelta | Exception,
    pause: float,
    beats: bool,
) -> None:
    def step(*_given: object) -> datetime:
        if isinstance(outcome, Exception):
            raise outcome
        return START + outcome

    monkeypatch.setattr(clock, "step", step)
    db, steps = open_database(sqlite_url(tmp_path)), list[str]()
    state = State(db, lambda: START)
    state.beat("clock")
    state._beats["clock"] -= 60
    time = Clock(Timekeeper(lambda: START, lambda: 0.0))
    loop = ClockLoop(
        db, time, clock.Steps(feeder.step, nobody), state, lambda: steps.append("stepped")
    )
    assert await loop._step(Holder(db, "clock")) == pause
    assert (await state.look())["loops"] == {"clock": beats}
    assert ("database" in {one.name for one in state._stuck({"clock": False})}) is not beats
    assert len(steps) == isinstance(outcome, timedelta)
    db.close()
