"""A clock that is set while people converse, or is wrong: everybody is answered at once, and
nothing happens at an hour that it is not."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from assistant.broadcasts import feeder
from assistant.channels import Heard, TryLater
from assistant.outbox.loop import Outbox
from assistant.schedule import clock, timekeeping
from assistant.schedule.timekeeping import Timekeeper, Watch
from storage import timers, times
from storage.database import Database
from storage.holder import Holder
from storage.tables import Message, table
from storage.timers import NewTimer
from tests.phones import START, World
from tests.product import hold, product
from tests.test_outbox import Carrier, known, write

M = table(Message)
HOURS = timedelta(hours=2)
JUMPS = [HOURS, -HOURS]


@dataclass
class Machine:
    """A machine's clock that can be set, one that cannot, and a provider with a clock."""

    wall: datetime = START
    ticks: float = 0.0
    there: bool = True  # the provider answers
    asked: int = 0  # how often it was
    heard: Heard | None = None
    true: datetime = START
    set_back: list[datetime] = field(default_factory=list)
    keeper: Timekeeper = field(init=False)
    watch: Watch = field(init=False)

    def __post_init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self.keeper = Timekeeper(lambda: self.wall, lambda: self.ticks)
        told = lambda: self.set_back.append(self.keeper.now())  # noqa: E731
        self.watch = Watch(self.keeper, lambda: self.wall, [self], told, lambda: self.ticks)

    async def knock(self) -> None:
        self.asked += 1
        if not self.there:
            raise TryLater("unreached")
        self.heard = Heard(self.true.replace(microsecond=0), self.ticks)

    def passes(self, seconds: float) -> None:
        by = timedelta(seconds=seconds)
        self.wall, self.true, self.ticks = self.wall + by, self.true + by, self.ticks + seconds

    async def lives(self, seconds: float) -> None:
        for _ in range(int(seconds / 2)):
            await self.watch.step()
            self.passes(2)

    def off(self) -> timedelta:
        """How far the time kept is from the true one."""
        return abs(self.keeper.now() - self.true)


@pytest.mark.parametrize("by", JUMPS)
async def test_a_clock_that_jumps_alone_is_not_followed(by: timedelta) -> None:
    machine = Machine()
    await machine.lives(10)
    machine.wall += by
    await machine.lives(4 * 60 * 60)
    assert machine.off() < timedelta(seconds=2)
    assert abs(machine.keeper.astray - by) < timedelta(seconds=2)
    assert [problem.name for problem in machine.keeper.problems()] == ["clock"]
    machine.wall -= by
    await machine.lives(10)
    assert machine.off() < timedelta(seconds=2)
    assert abs(machine.keeper.astray) < timedelta(seconds=2)
    assert not machine.set_back
    assert machine.keeper.problems() == []


@pytest.mark.parametrize("by", JUMPS)
async def test_a_clock_that_is_put_right_is_followed_at_once(by: timedelta) -> None:
    machine = Machine(wall=START - by, there=False)
    await machine.lives(10)
    machine.there = True
    machine.wall += by
    await machine.lives(4)
    assert machine.off() < timedelta(seconds=4)
    assert bool(machine.set_back) == (by < timedelta(0))


@pytest.mark.parametrize("by", JUMPS)
async def test_without_a_witness_a_clock_is_believed_after_ten_minutes(by: timedelta) -> None:
    machine = Machine(there=False)
    await machine.lives(10)
    machine.wall += by
    await machine.lives(9 * 60)
    assert machine.off() < timedelta(seconds=2)
    await machine.lives(2 * 60)
    assert abs(machine.keeper.now() - machine.wall) < timedelta(seconds=4)
    assert len(machine.set_back) == (by < timedelta(0))


async def test_a_clock_that_was_wrong_from_the_start_is_put_right(
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine = Machine(wall=START + HOURS)
    await machine.knock()  # the first answer of any kind
    await machine.lives(60)
    assert machine.off() < timedelta(seconds=2)


async def test_a_clock_that_somebody_has_set_months_ahead_is_left_alone() -> None:
    machine = Machine(wall=START + timedelta(days=100))
    await machine.knock()
    await machine.lives(30 * 60)
    assert machine.keeper.now() > START + timedelta(days=99)


async def test_a_jump_is_logged_once(capsys: pytest.CaptureFixture[str]) -> None:
    machine = Machine()
    machine.wall += HOURS
    await machine.lives(60 * 60)
    assert capsys.readouterr().out.count("clock jumped") == 1


def test_a_start_after_the_clock_was_set_back_goes_on_where_it_stood() -> None:
    keeper = Timekeeper(lambda: START - HOURS, lambda: 0.0)
    keeper.start_at(START)
    assert keeper.now() == START
    assert keeper.in_doubt(START - HOURS)


@pytest.mark.parametrize(
    ("off", "right"), [(30, True), (-30, True), (31, False), (-31, False), (-24 * 3600, False)]
)
def test_a_witness_agrees_with_a_clock_that_is_off_by_half_a_minute(off: int, right: bool) -> None:
    keeper, reference = Timekeeper(lambda: START, lambda: 0.0), START + HOURS
    keeper.in_doubt(reference)
    witness = reference + timedelta(seconds=off)
    keeper.decide(reference, witness)
    assert keeper.now() == (reference if right else witness)


@pytest.mark.parametrize(
    ("off", "told"), [(-31, "31 s behind"), (-30, ""), (30, ""), (31, "31 s ahead")]
)
def test_an_operator_hears_of_a_clock_that_is_off_by_more_than_half_a_minute(
    off: int, told: str
) -> None:
    keeper = Timekeeper(lambda: START, lambda: 0.0)
    keeper.in_doubt(START + timedelta(seconds=off))
    assert [told in one.reason for one in keeper.problems()] == [True] * bool(told)


@pytest.mark.parametrize(("days", "goes_on"), [(1, True), (2, False), (0, False), (-1, False)])
def test_a_start_goes_on_from_no_more_than_a_day_later(days: int, goes_on: bool) -> None:
    keeper = Timekeeper(lambda: START, lambda: 0.0)
    keeper.start_at(START + timedelta(days=days))
    assert keeper.now() == START + timedelta(days=days if goes_on else 0)


@pytest.mark.parametrize(("off", "doubted"), [(2, False), (-2, False), (3, True), (-3, True)])
def test_a_clock_that_drifts_is_followed(off: int, doubted: bool) -> None:
    keeper, reference = Timekeeper(lambda: START, lambda: 0.0), START + timedelta(seconds=off)
    assert keeper.in_doubt(reference) is doubted
    assert keeper.now() == (START if doubted else reference)


async def test_a_provider_is_asked_at_once_and_then_every_half_minute() -> None:
    machine = Machine(there=False)
    await machine.lives(10)
    assert machine.asked == 0
    machine.wall += HOURS
    for seconds, asked in ((2, 1), (28, 1), (2, 2), (28, 2), (2, 3)):
        await machine.lives(seconds)
        assert machine.asked == asked


async def test_nothing_is_decided_while_the_database_is_away() -> None:
    def away() -> datetime:
        raise OperationalError("", {}, Exception())

    machine = Machine()
    watch = Watch(machine.keeper, away, [machine], machine.begin, lambda: machine.ticks)
    machine.passes(60)
    await watch.step()
    assert machine.heard is None


@pytest.mark.parametrize("by", JUMPS)
def test_everybody_is_answered_though_the_clock_is_set(db: Database, by: timedelta) -> None:
    world, carrier = World(db), Carrier()
    phone = known(world)
    write(world, phone, "tried later", attempts=1, code="unreached")
    write(world, phone, "of unknown fate", status="unknown", sent_at=world.now)
    outbox = Outbox(db, carrier, lambda: world.now, _Ticks())

    async def lives() -> None:
        await outbox.step()
        world.now += by
        outbox.set_back()
        world.accept([phone.inbound("hello?")])
        world.settle()
        for _ in range(6):
            await outbox.step()
            world.passes(seconds=1)
        await outbox._finish()

    asyncio.run(lives())
    assert len(carrier.sent) >= 3
    assert {row["status"] for row in phone.thread()} == {"sent"}


class _Ticks:
    """A clock that nobody sets, a second further at each look."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 1
        return self.seconds


def test_what_is_for_a_later_hour_keeps_its_hour(db: Database) -> None:
    world = World(db)
    phone = known(world)
    morning = world.now + timedelta(hours=18)
    write(world, phone, "in the morning", due_at=morning)
    assert texts_after_set_back(world) == []
    assert phone.thread()[-1]["due_at"] == morning


SOON = START + timedelta(seconds=9)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"attempts": 1, "code": "unreached", "due_at": SOON},
        {"status": "unknown", "code": "timeout", "sent_at": START},
    ],
)
def test_what_is_due_soon_does_not_wait_until_the_clock_has_caught_up(
    db: Database, more: dict[str, Any]
) -> None:
    world = World(db)
    write(world, known(world), "soon", **more)
    world.now -= HOURS
    assert texts_after_set_back(world) == ["soon"]


def texts_after_set_back(world: World) -> list[str]:
    """What an outbox sends that is told of a clock that was set back."""
    carrier = Carrier()
    outbox = Outbox(world.db, carrier, lambda: world.now, _Ticks())

    async def lives() -> None:
        outbox.set_back()
        for _ in range(6):
            await outbox.step()
            world.passes(seconds=1.5)
        await outbox._finish()

    asyncio.run(lives())
    return carrier.texts


@pytest.mark.parametrize("by", JUMPS)
def test_a_jump_that_is_taken_back_fires_nothing_early_and_nothing_twice(
    db: Database, by: timedelta
) -> None:
    world, machine = World(db), Machine()
    phone = known(world)
    person = phone.person()["id"]
    due = [START + timedelta(minutes=minutes) for minutes in (1, 70, 200)]
    with db.writing() as connection:
        rows = [NewTimer(person, f"test {n}", at, {"kind": "stopped"}) for n, at in enumerate(due)]
        timers.add(connection, rows)
    holder, fired = Holder(db, "clock"), dict[str, datetime]()

    async def lives(minutes: int) -> None:
        for _ in range(minutes):
            await machine.lives(60)
            clock.step(holder, machine.keeper.now(), feeder.step)
            for row in world.rows(sender="inside", direction="in"):
                fired.setdefault(row["external_id"], machine.true)

    async def all_of_it() -> None:
        await lives(2)
        machine.wall += by
        await lives(60)
        machine.wall -= by
        await lives(180)

    asyncio.run(all_of_it())
    holder.release()
    assert len(fired) == len(due)
    for at, when in zip(due, fired.values(), strict=True):
        assert timedelta(0) <= when - at < timedelta(minutes=2)


@pytest.mark.parametrize("by", JUMPS)
async def test_the_whole_product_answers_though_the_clock_is_set(
    database_url: str, by: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    off = [timedelta(0)]
    monkeypatch.setattr(timekeeping, "machine", lambda: datetime.now(UTC) + off[0])
    monkeypatch.setattr(times, "told", lambda _db: datetime.now(UTC) + off[0])
    async with product(database_url) as world:
        ana, ben = world.telegram.person(71), world.twilio.person("+12125550171")
        await hold(ana, ["bridge"])
        off[0] = by
        await world.until(lambda: abs(world.served.clock.keeper.astray) > timedelta(hours=1))
        await hold(ana, ["yes"])
        await hold(ben, ["bridge", "yes"])
        await world.quiet()
        assert abs(world.served.clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
        assert set(world.statuses()) <= {"sent", "delivered"}


async def test_what_was_put_off_while_the_clock_was_ahead_goes_out_once_it_is_right(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    off = [HOURS]
    monkeypatch.setattr(timekeeping, "machine", lambda: datetime.now(UTC) + off[0])
    monkeypatch.setattr(times, "told", lambda _db: datetime.now(UTC) + off[0])
    async with product(database_url) as world:
        ana = world.telegram.person(71)
        await hold(ana, ["bridge"])
        await world.quiet()
        soon = world.served.clock.now() + timedelta(seconds=9)
        later = {"status": "queued", "code": "unreached", "attempts": 1, "due_at": soon}
        with world.served.db.writing() as db:
            db.execute(update(M).where(M.c.direction == "out").values(later))
        off[0] = timedelta(0)  # only now, or that may be noticed before there is anything put off
        await ana.hears(2)
        assert abs(world.served.clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


async def test_the_clocks_are_looked_at_every_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []

    async def rest(seconds: float) -> None:
        rests.append(seconds)
        raise asyncio.CancelledError

    monkeypatch.setattr(timekeeping.asyncio, "sleep", rest)
    keeper = timekeeping.Timekeeper(lambda: START, lambda: 0.0)
    watch = timekeeping.Watch(keeper, lambda: START, [], lambda: None, lambda: 0.0)
    with pytest.raises(asyncio.CancelledError):
        await watch.run()
    assert rests == [2.0]
