"""One text to many, from a coordinator's own phone: a true preview, a sum that holds, HOLD."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from assistant.broadcasts import feeder
from assistant.channels import Outbound, Receipt, SendError, TryLater, Unknown
from assistant.outbox.loop import Outbox
from assistant.schedule import clock, quiet_hours
from storage.broadcasts import progress
from storage.database import Database
from storage.holder import Holder, NotHeld
from storage.people import programmes
from storage.people.programmes import Definition
from storage.tables import Address, Broadcast, Message, Participant, table
from tests import crowd
from tests.crowd import One
from tests.phones import Phone, World
from tests.test_clock import tick
from tests.test_outbox import Carrier

A, C, M, N = table(Address), table(Broadcast), table(Message), table(Participant)
WORDS = "No meetings next week, the library is closed for repairs. Have a good rest! Dana"
ZONES = ("America/New_York", "America/New_York", "Europe/Madrid", "America/Los_Angeles")
KINDS = ("stopped", "unreachable", "paused", "spent", "fewer", "busy", "", "", "", "", "", "")
PREVIEW = re.compile(
    r"People: (\d+)\. Now (\d+), at 9:00 their time (\d+), in the next days (\d+) .*not (\d+) .*"
    r"SMS parts: (\d+)\. Other language: (\d+)"
)
EVERY = select(C.c.id).order_by(C.c.id)
MOST = 200


@dataclass
class Line(Carrier):
    """A channel of which some handles fail, once or for good; it knows what it took."""

    per_second: float = 100.0  # of which a fifth is taken at a time
    answers: dict[str, list[Exception]] = field(default_factory=dict)
    taken: list[Outbound] = field(default_factory=list)

    async def send(self, message: Outbound) -> Receipt:
        self.sent.append(message)
        if errors := self.answers.get(message.address):
            raise errors.pop(0)
        self.taken.append(message)
        return Receipt(f"their {message.id}")

    def handles(self, words: str = WORDS) -> list[str]:
        """Who was handed a text, and how often."""
        return [message.address for message in self.sent if message.text == words]


@dataclass
class Town:
    """A world with two coordinators and two hundred people of all kinds."""

    world: World
    people: Sequence[One]
    kinds: Sequence[str]
    dana: Phone
    eli: Phone
    line: Line = field(default_factory=Line)

    def of_kind(self, *kinds: str) -> list[One]:
        theirs = zip(self.people, self.kinds, strict=True)
        return [one for one, kind in theirs if kind in kinds]

    def phone(self, one: One) -> Phone:
        return self.world.phone(one.address, one.channel)

    def is_day(self, one: One) -> bool:
        return quiet_hours.within(self.world.now, one.zone) == self.world.now

    def progress(self, broadcast: int = 1) -> Counter[str]:
        with self.world.db.reading() as db:
            return progress.count(db, broadcast, self.world.now)

    def state(self) -> list[str]:
        with self.world.db.reading() as db:
            return list(db.execute(select(C.c.state).order_by(C.c.id)).scalars())


def make(db: Database, channel: str = "simulated_sms", zones: Sequence[str] = ZONES) -> Town:
    world = World(db)
    kinds = [KINDS[n % len(KINDS)] for n in range(MOST)]
    people = list(crowded(world, kinds, zones))
    ids = crowd.add(world, people)
    coordinators = [
        One("+12125559001" if channel.endswith("sms") else "9001", "coordinator", channel, "Dana"),
        One("+12125559002", "coordinator", name="Eli"),
    ]
    dana, eli = crowd.phones(world, coordinators)
    town = Town(world, people, kinds, dana, eli)
    burden(town, dict(zip(ids, kinds, strict=True)))
    for one in town.of_kind("busy"):
        town.line.answers[one.address] = [TryLater("busy")]
    plain = town.of_kind("")
    town.line.answers |= {one.address: [SendError("invalid")] for one in plain[3:9]}
    town.line.answers |= {one.address: [Unknown("timeout")] for one in plain[9:15]}
    return town


def crowded(world: World, kinds: Sequence[str], zones: Sequence[str]) -> Iterator[One]:
    for number, kind in enumerate(kinds):
        texted = number % 3 > 0
        more: dict[str, Any] = {}
        if kind == "stopped":
            more = {"stopped_at": world.now}
        if kind == "paused":
            more = {"paused_until": world.now + timedelta(days=9)}
        yield One(
            f"+1646555{number:04d}" if texted else f"5{number:04d}",
            "mentor" if number % 5 == 0 else "mentee",
            "simulated_sms" if texted else "simulated_telegram",
            f"Jay{number}",
            ("en", "en", "es", "fr", "pt")[number % 5],
            zones[number % len(zones)],
            more=more | {"fewer": kind == "fewer"},
        )


def burden(town: Town, kinds: dict[int, str]) -> None:
    """Some have been written to lately, and some can be reached no more."""
    ago = {"spent": timedelta(hours=3), "fewer": timedelta(days=3)}
    with town.world.db.writing() as db:
        addresses = db.execute(select(A.c.person_id, A.c.id, A.c.sender)).all()
        gone = [one.id for one in addresses if kinds.get(one.person_id) == "unreachable"]
        lost = update(A).where(A.c.id.in_(gone))
        db.execute(lost.values(unreachable_at=town.world.now))
        rows = [
            {"person_id": one.person_id, "address_id": one.id, "sender": one.sender}
            | {"direction": "out", "kind": "", "text": part, "status": "sent", "priority": 1}
            | {"due_at": at, "created_at": at, "sent_at": at}
            for one in addresses
            if (before := ago.get(kinds.get(one.person_id, "")))
            for at in [town.world.now - before]
            for part in ("one part", "another")
        ]
        db.execute(insert(M), rows)


def approve(town: Town, audience: str = "everyone", words: str = WORDS) -> list[int]:
    """Dana writes to many; the preview: people, now, later, held, not, parts, foreign."""
    [shown] = town.dana.says("BROADCAST", audience, words)
    found = PREVIEW.search(shown)
    assert found, shown
    assert "on its way" in town.dana.says("1")[0]
    return [int(one) for one in found.groups()]


async def pass_by(town: Town, outbox: Outbox, steps: int, **time: float) -> None:
    """The clock and the outbox step by step; the sum holds after each."""
    for _ in range(steps):
        town.world.passes(**(time or {"seconds": 1}))
        for act in (_tick, outbox.step, outbox.step):
            await (asyncio.to_thread(act, town) if act is _tick else act())
            assert_sum(town)


def _tick(town: Town) -> None:
    tick(town.world)


def assert_sum(town: Town) -> None:
    with town.world.db.reading() as db:
        every = db.execute(EVERY).scalars().all()
        sums = [progress.count(db, one, town.world.now) for one in every]
    names = "waiting deferred queued sending unknown sent delivered failed suppressed"
    for counted in sums:
        assert counted.total() == MOST, counted
        assert set(counted) <= set(names.split()), counted


@pytest.fixture(params=["simulated_sms", "simulated_telegram"])
def town(db: Database, request: pytest.FixtureRequest) -> Town:
    return make(db, request.param)


@pytest.fixture
def small(db: Database) -> Town:
    return make(db)


async def test_a_text_to_two_hundred_does_what_its_preview_says(town: Town) -> None:
    world, line = town.world, town.line
    people, now, later, held, never, parts, foreign = await asyncio.to_thread(approve, town)
    day = {one.address for one in town.of_kind("", "busy") if town.is_day(one)}
    due = town.of_kind("", "busy", "spent", "fewer")
    outbox = Outbox(world.db, line, lambda: world.now, lambda: world.now.timestamp())
    await pass_by(town, outbox, 15)
    assert (set(line.handles()), len(day)) == (day, now)
    assert town.progress()["deferred"] == later + held
    await pass_by(town, outbox, 110, hours=1)
    assert set(line.handles()) == {one.address for one in due}
    assert (people, now + later + held, never) == (MOST, len(due), MOST - len(due))
    assert foreign == sum(one.language != "en" for one in due)
    assert parts == sum(row["segments"] for row in world.rows(broadcast_id=1))
    assert town.state() == ["done"]
    assert town.progress() == {"sent": len(due) - 12, "failed": 12, "suppressed": never}
    assert_once(town)
    await outbox._finish()


def assert_once(town: Town) -> None:
    """Nobody was handed it twice, but those whose channel was busy at first."""
    taken = Counter(one.address for one in town.line.taken if one.text == WORDS)
    assert max(taken.values()) == 1
    again = {handle for handle, count in Counter(town.line.handles()).items() if count > 1}
    assert again <= {one.address for one in town.of_kind("busy")}


async def test_after_hold_nothing_leaves_and_a_stop_meanwhile_is_honoured(town: Town) -> None:
    world, line = town.world, town.line
    await asyncio.to_thread(approve, town)
    outbox = Outbox(world.db, line, lambda: world.now, lambda: world.now.timestamp())
    await pass_by(town, outbox, 1)
    waits = [one for one in town.of_kind("") if town.is_day(one)]
    stopped = [one.address for one in waits if one.address not in line.handles()][-2:]
    for one in waits:
        if one.address in stopped:
            await asyncio.to_thread(town.phone(one).says, "STOP")
    [held] = await asyncio.to_thread(town.dana.says, "HOLD")
    assert f"Held: sent to {town.progress()['sent']}" in held
    had = line.handles()
    assert 0 < len(had) < len(waits)
    await pass_by(town, outbox, 5)
    await pass_by(town, outbox, 2, minutes=20)
    assert (line.handles(), town.state()) == (had, ["held"])
    await asyncio.to_thread(town.dana.says, "1")
    await pass_by(town, outbox, 110, hours=1)
    due = {one.address for one in town.of_kind("", "busy", "spent", "fewer")}
    assert (set(line.handles()), town.state()) == (due - set(stopped), ["done"])
    assert_once(town)
    await outbox._finish()


async def test_a_reply_reaches_who_wrote_and_their_answer_who_replied(town: Town) -> None:
    await asyncio.to_thread(approve, town)
    outbox = Outbox(
        town.world.db, town.line, lambda: town.world.now, lambda: town.world.now.timestamp()
    )
    await pass_by(town, outbox, 12)
    await outbox._finish()
    one = next(one for one in town.of_kind("") if town.is_day(one) and one.language == "en")
    phone = town.phone(one)
    phone.hears()
    assert phone.says("is room 5 open") == ["Thank you. I've passed it on to Dana Reyes."]
    town.world.settle()
    [shown] = town.dana.hears()
    assert f"{one.name} writes back: is room 5 open" in shown
    assert town.eli.hears() == []
    town.dana.says("1", "Yes, until 6. See you!")
    assert phone.hears() == ["Dana: Yes, until 6. See you!"]


async def test_what_does_not_leave_by_eight_goes_in_the_morning(small: Town) -> None:
    world, line = small.world, small.line
    world.now = datetime.fromisoformat("2026-03-04T00:59:50+00:00")  # 19:59:50 in New York
    line.per_second = 25.0
    await asyncio.to_thread(approve, small)
    outbox = Outbox(world.db, line, lambda: world.now, lambda: world.now.timestamp())
    await pass_by(small, outbox, 30)
    east = [one for one in small.of_kind("", "busy") if one.zone == ZONES[0]]
    had = [one for one in east if one.address in line.handles()]
    assert 0 < len(had) < len(east)
    evening = len(line.handles())
    await pass_by(small, outbox, 3, minutes=40)
    assert set(line.handles()[evening:]) <= {one.address for one in small.people if west(one)}
    await pass_by(small, outbox, 60, minutes=20)
    assert {one.address for one in east} <= set(line.handles())
    assert_once(small)
    await outbox._finish()


def west(one: One) -> bool:
    return one.zone == "America/Los_Angeles"


async def test_two_clocks_and_a_restart_in_the_middle_give_nobody_a_text_twice(
    small: Town,
) -> None:
    world, line = small.world, small.line
    await asyncio.to_thread(approve, small)

    def clocks(_n: int) -> None:
        holder = Holder(world.db, "clock")
        for _ in range(5):
            with suppress(NotHeld):
                clock.step(holder, world.now, feeder.step)
        holder.release()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(clocks, range(2)))
    assert_sum(small)
    silent = Silent(sent=line.sent)
    outbox = Outbox(world.db, silent, lambda: world.now, lambda: world.now.timestamp())
    await pass_by(small, outbox, 2)
    for task in outbox._under_way.tasks.values():
        task.cancel()  # the process is gone: nothing is recorded of what was under way
    outbox._exchange.holder.release()
    lost = Counter(line.handles())
    assert lost
    after = Outbox(world.db, line, lambda: world.now, lambda: world.now.timestamp())
    await pass_by(small, after, 15)
    await pass_by(small, after, 2, minutes=2)
    await after._finish()
    twice = {handle for handle, count in Counter(line.handles()).items() if count > 1}
    assert twice <= {one.address for one in small.of_kind("busy")}
    assert not twice & set(lost)
    assert small.progress()["failed"] >= len(lost)


class Silent(Line):
    """A channel that takes messages and never answers."""

    async def send(self, message: Outbound) -> Receipt:
        self.sent.append(message)
        await asyncio.Event().wait()
        raise AssertionError


async def test_what_is_dropped_reaches_nobody_any_more(small: Town) -> None:
    world, line = small.world, small.line
    await asyncio.to_thread(approve, small)
    outbox = Outbox(world.db, line, lambda: world.now, lambda: world.now.timestamp())
    await pass_by(small, outbox, 2)
    await asyncio.to_thread(small.dana.says, "HOLD", "2")
    had = line.handles()
    await pass_by(small, outbox, 60, minutes=40)
    assert line.handles() == had
    assert small.state() == ["dropped"]
    done = small.progress()
    assert set(done) <= {"sent", "failed", "suppressed"}
    dropped = world.rows(broadcast_id=1, status="suppressed")
    again = [row for row in dropped if row["attempts"]]  # tried, and to be tried again
    assert done["sent"] + done["failed"] == len(set(had)) - len(again)
    await outbox._finish()


async def test_what_comes_back_after_a_drop_is_dropped_too(small: Town) -> None:
    world = small.world
    await asyncio.to_thread(approve, small)
    await asyncio.to_thread(_tick, small)
    flying = M.c.id == world.rows(broadcast_id=1)[0]["id"]
    _set(world, update(M).where(flying).values(status="sending"))
    await asyncio.to_thread(small.dana.says, "HOLD", "2")
    _set(world, update(M).where(flying).values(status="queued"))
    outbox = Outbox(world.db, small.line, lambda: world.now, lambda: world.now.timestamp())
    await pass_by(small, outbox, 20, hours=1)
    assert (small.line.handles(), small.progress()) == ([], {"suppressed": MOST})
    await outbox._finish()


async def test_what_fails_at_the_handset_after_the_end_goes_out_in_the_morning(
    small: Town,
) -> None:
    world = small.world
    await asyncio.to_thread(approve, small)
    outbox = Outbox(world.db, small.line, lambda: world.now, lambda: world.now.timestamp())
    await pass_by(small, outbox, 110, hours=1)
    assert small.state() == ["done"]
    [row, *_] = world.rows(broadcast_id=1, status="sent")
    late = {"status": "queued", "attempts": 1, "send_before": world.now}
    _set(world, update(M).where(M.c.id == row["id"]).values(late))
    known = len(small.line.handles())
    await pass_by(small, outbox, 30, hours=1)
    assert (len(small.line.handles()), small.state()) == (known + 1, ["done"])
    await outbox._finish()


def _set(world: World, statement: Any) -> None:
    with world.db.writing() as db:
        db.execute(statement)


async def test_who_has_left_meanwhile_gets_nothing_and_who_has_moved_gets_it_there(
    small: Town,
) -> None:
    world, line = small.world, small.line
    await asyncio.to_thread(approve, small)
    left, moved = (one for one in small.of_kind("")[:2])
    person, new = small.phone(moved).person()["id"], "+12125558888"
    gone = update(N).where(N.c.person_id == small.phone(left).person()["id"]).values(state="left")
    lost = update(A).where(A.c.person_id == person).values(unreachable_at=world.now)
    _set(world, gone)
    _set(world, lost)
    _set(world, insert(A).values(crowd.address(person, One(new)) | {"created_at": world.now}))
    outbox = Outbox(world.db, line, lambda: world.now, lambda: world.now.timestamp())
    await pass_by(small, outbox, 30, hours=1)
    assert {left.address, moved.address}.isdisjoint(line.handles())
    assert new in line.handles()
    await outbox._finish()


def test_hold_halts_every_text_that_is_under_way(small: Town) -> None:
    approve(small)
    approve_another(small, "And one more thing: bring a pen.")
    small.dana.says("HOLD")
    assert small.state() == ["held", "held"]
    small.dana.says("1")
    assert "Held" in small.dana.says("BROADCAST")[0]
    small.dana.says("2")
    assert small.state() == ["dropped", "sending"]


def test_a_reply_is_told_in_the_programme_that_wrote(small: Town) -> None:
    world = small.world
    one = small.of_kind("")[0]
    settings = {"coordinator": "Dana", "place": "Room 5", "contact": "", "topics": []}
    with world.db.writing() as db:
        where = ("en", "America/New_York", "US")
        pilot = Definition("Pilot", "pilot", "lead", *where, False, 18, settings)
        other = programmes.add(db, pilot, world.now)
        person = small.phone(one).person()["id"]
        enrolled = {"programme_id": other, "role": "mentee", "state": "ready", "profile": {}}
        db.execute(insert(N).values(enrolled | {"person_id": person, "created_at": world.now}))
    approve(small)
    _tick(small)
    _set(world, update(M).where(M.c.broadcast_id == 1).values(status="sent", sent_at=world.now))
    small.dana.hears()
    small.phone(one).says("is room 5 open")
    world.settle()
    assert "is room 5 open" in small.dana.hears()[-1]


async def test_two_texts_of_one_day_reach_people_on_two_days(small: Town) -> None:
    world, line = small.world, small.line
    world.now = datetime.fromisoformat("2026-03-04T07:30:00+00:00")  # night in all their zones
    await asyncio.to_thread(approve, small)
    other = "And one more thing: bring a pen."
    _people, now, later, held, *_ = await asyncio.to_thread(approve_another, small, other)
    assert now == later == 0 < held
    outbox = Outbox(world.db, line, lambda: world.now, lambda: world.now.timestamp())
    days: dict[str, dict[str, set[Any]]] = {WORDS: {}, other: {}}
    for _ in range(60):
        known = len(line.taken)
        await pass_by(small, outbox, 1, hours=3)
        for message in line.taken[known:]:
            if message.text in days:
                there = zone_of(small, message.address)
                at = quiet_hours.local(world.now, there).date()
                days[message.text].setdefault(message.address, set()).add(at)
    assert days[WORDS].keys() - fewer(small) <= days[other].keys()
    for handle in days[other].keys() & days[WORDS].keys():
        assert days[other][handle].isdisjoint(days[WORDS][handle])
    await outbox._finish()


def approve_another(town: Town, words: str) -> list[int]:
    [shown] = town.dana.says("BROADCAST", "2", "everyone", words)
    found = PREVIEW.search(shown)
    assert found, shown
    town.dana.says("1")
    return [int(one) for one in found.groups()]


def zone_of(town: Town, handle: str) -> str:
    return next(one.zone for one in town.people if one.address == handle)


def fewer(town: Town) -> set[str]:
    return {one.address for one in town.of_kind("fewer")}
