"""A provider that is away, in each way and on both databases: everybody is answered in the end,
in order, what may come twice is flagged, and nobody waits long once it is back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from assistant.channels import Channel, TryLater
from assistant.channels.sms.adapter import Sms
from assistant.channels.telegram.adapter import Telegram
from assistant.ops import health
from assistant.outbox.loop import Outbox, unanswered
from storage import messages
from storage.database import Database, open_database
from storage.outbox.waiting import OutboundMessage
from storage.tables import Address, Message, Priority, table
from tests import crowd
from tests.conftest import sqlite_url
from tests.fakes import server
from tests.fakes.outages import Kind
from tests.fakes.telegram import Telegram as FakeTelegram
from tests.fakes.twilio import Twilio as FakeTwilio
from tests.phones import World
from tests.test_outbox import Carrier

M = table(Message)
PEOPLE, EACH = 4, 2
ANSWER = 4.0  # seconds until an answer is given up
NO_ANSWER = 0.15  # the same, of a provider that never gives one
SOON = 60.0  # seconds from the provider's return until the last has heard
DOUBTFUL = {Kind.HANGS, Kind.CUT_OFF, Kind.FAILS, Kind.GARBAGE, Kind.NO, Kind.BARE_NO}


@dataclass
class Around:
    """A few people whose replies wait, their outbox, and the provider it sends through."""

    world: World
    channel: Channel
    fake: FakeTelegram | FakeTwilio
    outbox: Outbox = field(init=False)
    people: list[int] = field(init=False)
    addresses: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.addresses = [
            f"{71 + n}" if self.is_telegram else f"+1212555{100 + n:04d}" for n in range(PEOPLE)
        ]
        some = [crowd.One(one, channel=self.channel.name) for one in self.addresses]
        self.people = crowd.add(self.world, some)
        self.begin()

    @property
    def is_telegram(self) -> bool:
        return isinstance(self.fake, FakeTelegram)

    def begin(self) -> None:
        """A process starts."""
        world = self.world
        self.outbox = Outbox(
            world.db, self.channel, lambda: world.now, lambda: world.now.timestamp()
        )

    def queue(self, words: str, priority: Priority = Priority.REPLY) -> None:
        """One text for everybody."""
        now = self.world.now
        with self.world.db.writing() as db:
            rows = db.execute(table(Address).select()).mappings().all()
            told = [
                OutboundMessage(
                    person_id=row["person_id"],
                    address_id=row["id"],
                    sender=self.channel.sender,
                    kind="",
                    text=words,
                    priority=priority,
                    due_at=now,
                    turn_at=now,
                    created_at=now,
                    segments=1,
                )
                for row in rows
            ]
            messages.queue(db, told)

    def heard(self, address: str) -> list[str]:
        if isinstance(self.fake, FakeTelegram):
            return list(self.fake.person(int(address)).texts)
        return self.fake.person(address).texts

    async def passes(self, seconds: float, at_a_time: float = 1.0) -> None:
        """Let time go by, and the outbox do what it does meanwhile."""
        until = self.world.now + timedelta(seconds=seconds)
        while self.world.now < until:
            await self.step()
            self.world.now += timedelta(seconds=at_a_time)

    async def step(self) -> None:
        """One step, and what comes of it: time stands still until answers have come."""
        await self.outbox._safe_step()
        under_way = [*self.outbox._under_way.tasks.values()]
        under_way += [self.outbox._knock] if self.outbox._knock else []
        if under_way:
            await asyncio.wait(under_way, timeout=60)

    async def drained(self) -> float:
        """Seconds until nothing waits any more."""
        began = self.world.now
        while self.open() and self.world.now - began < timedelta(hours=3):
            await self.passes(1)
        return (self.world.now - began).total_seconds()

    def open(self) -> bool:
        waits = M.c.status.in_(("queued", "sending", "unknown"))
        with self.world.db.reading() as db:
            return db.execute(select(M.c.id).where(waits).limit(1)).first() is not None

    def rows(self) -> list[dict[str, Any]]:
        return self.world.rows(direction="out")


@asynccontextmanager
async def provider(
    name: str, db: Database, kind: Kind, no_answer: float = NO_ANSWER
) -> AsyncIterator[Around]:
    """A fake behind an outage that has not begun."""
    patience = no_answer if kind is Kind.HANGS else ANSWER
    fake: FakeTelegram | FakeTwilio = FakeTelegram() if name == "telegram" else FakeTwilio()
    fake.outage.door = door = server.Door()
    async with server.serving(fake.app, door=door) as url:
        channel: Telegram | Sms
        if isinstance(fake, FakeTelegram):
            channel = Telegram(fake.bot.token, url, timeout=patience)
        else:
            account = fake.account
            channel = Sms(account.sid, account.token, account.number, "", url, timeout=patience)
            channel.per_second, channel.settles = 500.0, timedelta(seconds=60)
        channel.per_second = channel.per_address = 500.0
        around = Around(World(db), channel, fake)
        try:
            yield around
        finally:
            await around.outbox._finish()
            await channel.close()


PROVIDERS = ("telegram", "sms")


# Which provider is away is no matter to PostgreSQL: one is, in each way.
ON_BOTH = [
    pytest.param(base, name, kind, id=f"{base}-{name}-{kind}")
    for base in ("sqlite", "postgresql")
    for number, kind in enumerate(Kind)
    for name in (PROVIDERS if base == "sqlite" else PROVIDERS[number % 2 :][:1])
]


@pytest.mark.parametrize(("database_url", "name", "kind"), ON_BOTH, indirect=["database_url"])
async def test_everybody_is_answered_after_two_minutes(db: Database, name: str, kind: Kind) -> None:
    await _lived_through(db, name, kind, minutes=2)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", PROVIDERS)
async def test_everybody_is_answered_after_two_hours(tmp_path: Path, name: str, kind: Kind) -> None:
    db = open_database(sqlite_url(tmp_path))  # the shorter outage is lived through on both
    await _lived_through(db, name, kind, minutes=120)
    db.close()


async def _lived_through(db: Database, name: str, kind: Kind, minutes: int) -> None:
    async with provider(name, db, kind) as around:
        around.queue("before")
        await around.passes(5)
        around.fake.outage.begin(kind)
        for number in range(EACH):
            around.queue(f"during {number}")
            await around.passes(20)
        # Each try costs the patience of the other side, where nobody answers.
        at_a_time = minutes * 2.0 if kind is Kind.HANGS else minutes / 2
        await around.passes(minutes * 60 - 20 * EACH, at_a_time)
        asked = sum(around.fake.outage.asked.values())
        around.fake.outage.end()
        assert await around.drained() <= SOON + around.channel.settles.total_seconds()
        _nothing_is_wrong(around, ["before", *(f"during {n}" for n in range(EACH))])
        most = 40 + 4 * minutes
        if kind is Kind.SLOW_DOWN_FOR:  # as often as it has said itself
            most = PEOPLE * minutes * 60 // around.fake.outage.wait
        assert asked <= most


def _nothing_is_wrong(around: Around, words: list[str]) -> None:
    """Everybody has heard everything, in order, and once; or again, where that is flagged."""
    flagged = {row["text"] for row in around.rows() if row["flagged"]}
    for address in around.addresses:
        heard = around.heard(address)
        assert list(dict.fromkeys(heard)) == words
        assert {one for one in heard if heard.count(one) > 1} <= flagged
    assert {row["status"] for row in around.rows()} == {"sent"}


@pytest.mark.parametrize("kind", [Kind.HANGS, Kind.FAILS])
async def test_however_many_wait_a_provider_that_is_away_is_left_alone(
    db: Database, kind: Kind
) -> None:
    # It never comes back: nothing that is answered has to come so soon.
    async with provider("telegram", db, kind, no_answer=0.05) as around:
        around.fake.outage.begin(kind)
        for number in range(60):
            around.queue(f"{number}")
        await around.passes(60 * 60, at_a_time=60 if kind is Kind.HANGS else 20)
        assert sum(around.fake.outage.asked.values()) <= PEOPLE + 60 * 2 + 10


@pytest.mark.parametrize("kind", [Kind.CUT_OFF, Kind.GARBAGE])
async def test_what_arrived_all_the_same_comes_once_more_and_flagged(
    db: Database, kind: Kind
) -> None:
    async with provider("telegram", db, kind) as around:
        around.fake.outage.begin(kind, taken=True)
        around.queue("well?")
        await around.passes(120)
        around.fake.outage.end()
        await around.drained()
        for address in around.addresses:
            assert around.heard(address) == ["well?"] * 2
        assert all(row["flagged"] for row in around.rows())


# On PostgreSQL what may have been taken, and what has surely not.
TRIED = [
    pytest.param(base, kind, id=f"{base}-{kind}")
    for base in ("sqlite", "postgresql")
    for kind in sorted(DOUBTFUL | {Kind.SLOW_DOWN})
    if base == "sqlite" or kind in (Kind.FAILS, Kind.SLOW_DOWN)
]


@pytest.mark.parametrize(("database_url", "kind"), TRIED, indirect=["database_url"])
async def test_who_answers_everything_but_sends_is_tried_less_and_less(
    db: Database, kind: Kind
) -> None:
    async with provider("telegram", db, kind) as around:
        certain = kind in (Kind.SLOW_DOWN, Kind.BARE_NO)
        around.fake.outage.begin(kind, only="sendMessage", taken=not certain)
        around.queue("well?")
        await around.passes(2 * 60 * 60, at_a_time=120 if kind is Kind.HANGS else 30)
        most = 300 if certain else 12 * PEOPLE
        assert around.fake.outage.asked["sendMessage"] <= most
        around.fake.outage.end()
        around.queue("anybody?")
        await around.drained()
        _nothing_is_wrong(around, ["well?", "anybody?"])


async def test_a_text_to_many_of_unknown_fate_is_not_sent_again(db: Database) -> None:
    async with provider("telegram", db, Kind.CUT_OFF) as around:
        around.fake.outage.begin(Kind.CUT_OFF, taken=True)
        around.queue("news", Priority.BROADCAST)
        await around.passes(60)
        around.fake.outage.end()
        await around.drained()
        assert {len(around.heard(one)) for one in around.addresses} == {1}


async def test_a_provider_that_is_away_is_told_until_it_is_back(db: Database) -> None:
    async with provider("telegram", db, Kind.REFUSED) as around:
        state = health.State(db, lambda: around.world.now, lambda: unanswered([around.outbox]))
        around.fake.outage.begin(Kind.REFUSED)
        around.queue("well?")
        await around.passes(5)
        assert state.away() == {"telegram": "2026-03-03T15:00:01+00:00"}
        assert not (await state.look())["ok"]
        around.fake.outage.end()
        await around.drained()
        assert state.away() == {}


def test_what_was_asked_and_not_heard_for_a_day_is_asked_again(db: Database) -> None:
    world = World(db)
    phone = world.phone()
    phone.says("bridge")
    carrier = Carrier({"": [TryLater("unreached")] * 10_000})
    outbox = Outbox(db, carrier, lambda: world.now, lambda: world.now.timestamp())

    async def a_day() -> None:
        for _ in range(26 * 4):
            await outbox._safe_step()
            world.passes(minutes=15)
        await outbox._finish()

    asyncio.run(a_day())
    assert [row["status"] for row in phone.thread()] == ["failed"]
    assert "Back to: " in phone.says("YES")[-1]
    assert "Back to: " not in phone.says("YES")[-1]
