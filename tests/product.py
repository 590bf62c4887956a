"""The whole product in a test's own loop, with a fake Telegram and a fake Twilio around it."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import aiohttp
from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, or_, select

from assistant import app
from assistant.channels.sms.adapter import Sms, webhook_address
from assistant.channels.telegram.adapter import Telegram
from assistant.commands import installation
from assistant.ops import config
from assistant.ops.config import Settings
from assistant.outbox.loop import Outbox
from assistant.schedule.timekeeping import Timekeeper
from storage.tables import Address, Broadcast, Message, Person, Recipient, Run, Timer, table
from tests import ports
from tests.conftest import SECRET
from tests.fakes import server
from tests.fakes import telegram as telegram_fake
from tests.fakes import twilio as twilio_fake

M, A, P = table(Message), table(Address), table(Person)
B, R, T, W = table(Broadcast), table(Run), table(Timer), table(Recipient)
BOT_SECRET = "a-secret-of-the-webhook"
NUMBER = "+15550009999"
FAST = 500.0  # messages a second
PATIENCE = 90.0  # seconds: long, for nothing waits so long but on a machine that is very busy
DUE = bindparam("now", type_=T.c.due_at.type)
UNDER_WAY = M.c.status.in_(("queued", "sending", "unknown"))
DUE_BY_NOW = and_(UNDER_WAY, M.c.due_at <= DUE)  # where what is for later may wait until then


def leads_on(under_way: ColumnElement[bool] = UNDER_WAY) -> Select[tuple[bool]]:
    """Whether anything has come due, was said or is being sent, so that more comes of it: asked at
    once, so that nothing slips by."""
    found = (
        exists().where(T.c.due_at <= DUE),
        exists().where(R.c.closed_at.is_(None), R.c.nudge_at <= DUE),
        exists()
        .where(W.c.broadcast_id == B.c.id, W.c.state == "waiting", W.c.due_at <= DUE)
        .where(B.c.state == "sending"),
        exists().where(M.c.broadcast_id.is_not(None), M.c.status == "expired"),
        exists()
        .where(M.c.direction == "in", M.c.answered_at.is_(None))
        .where(M.c.address_id.is_not(None)),
        exists().where(M.c.direction == "out", under_way).where(M.c.address_id.is_not(None)),
    )
    return select(or_(*found))


@dataclass(frozen=True)
class Waits:
    """How long the product waits, in seconds: for an answer, and before it looks one up."""

    answer: float = 7.0
    settles: float = 60.0


class Served(app.App):
    """The product, but that it ends when it is told so instead of by a signal, that it sends as
    fast as it can, and waits as long as a test says."""

    def __init__(self, settings: Settings, waits: Waits) -> None:
        super().__init__(settings)
        self.ready = asyncio.Event()
        if self.telegram:
            self.telegram = _telegram(settings, waits)
        if self.sms:
            self.sms = _sms(settings, waits)
        self.outboxes = [Outbox(self.db, one, self.clock.now) for one in self._channels()]
        self.missed = self._reads_missed()

    async def _serve_web(self) -> None:
        async with server.serving(self.web(), self.settings.port):
            self.ready.set()
            await self._stopping.wait()

    def stop(self) -> None:
        self._stopping.set()


@dataclass
class World:
    """The product and everything around it."""

    telegram: telegram_fake.Telegram
    twilio: twilio_fake.Twilio
    session: aiohttp.ClientSession
    settings: Settings = field(init=False)
    served: Served = field(init=False)
    leads_on: Select[tuple[bool]] = field(default_factory=leads_on)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}"

    def rows(self, *columns: Any, **where: Any) -> list[Any]:
        """What the tables hold of messages that have these values, oldest first."""
        query = select(*columns).join_from(M, P, M.c.person_id == P.c.id)
        query = query.join(A, M.c.address_id == A.c.id).order_by(M.c.id)
        for name, value in where.items():
            query = query.where(M.c[name] == value)
        with self.served.db.reading() as db:
            return [tuple(row) if len(columns) > 1 else row[0] for row in db.execute(query)]

    def statuses(self) -> list[str]:
        return self.rows(M.c.status, direction="out")

    async def until(self, holds: Callable[[], object], within: float = PATIENCE) -> None:
        """Wait until the tables say so."""
        async with asyncio.timeout(within):
            while not await asyncio.to_thread(holds):
                await asyncio.sleep(0.01)

    async def quiet(self, within: float = PATIENCE) -> None:
        """Wait until nothing that has been said or has come due leads to anything more."""
        async with asyncio.timeout(within):
            while not await self._is_quiet():
                await asyncio.sleep(0.01)

    async def _is_quiet(self) -> bool:
        await self.telegram.webhook.settled()
        await self.twilio.settled()
        # What was sent may have been reported on since: then the tables tell more in a moment.
        return await asyncio.to_thread(self._idle) and not self.twilio.busy

    def _idle(self) -> bool:
        if self.telegram.bot.waiting:
            return False
        with self.served.db.reading() as db:
            return not db.execute(self.leads_on, {"now": self.served.clock.now()}).scalar_one()


@asynccontextmanager
async def around() -> AsyncIterator[World]:
    """The fakes, before there is a product."""
    telegram, twilio = telegram_fake.Telegram(), twilio_fake.Twilio()
    async with (
        aiohttp.ClientSession() as session,
        server.serving(telegram.app) as telegram.url,
        server.serving(twilio.app) as twilio.url,
    ):
        yield World(telegram, twilio, session)


@asynccontextmanager
async def serving(
    world: World,
    database_url: str,
    polling: bool = False,
    waits: Waits | None = None,
    keeper: Timekeeper | None = None,
) -> AsyncIterator[World]:
    """The product in its world: by webhooks, or Telegram alone by polling."""
    world.settings = config.read(**_settings(world, database_url, polling))
    await asyncio.to_thread(installation.prepare, world.settings)
    # In a thread: what it asks of a database may come through a network of this very loop.
    world.served = await asyncio.to_thread(Served, world.settings, waits or Waits())
    world.served.clock.keeper = keeper or world.served.clock.keeper
    running = asyncio.create_task(world.served.serve())
    await world.served.ready.wait()
    if not polling:
        world.twilio.behave(inbound_url=webhook_address(world.url), retry_wait=0.05)
        await world.telegram.bot.changed.until(lambda: world.telegram.webhook.address.url)
    try:
        yield world
    finally:
        world.served.stop()
        await running


@asynccontextmanager
async def product(database_url: str, **how: Any) -> AsyncIterator[World]:
    """The product and its fakes."""
    async with around() as world, serving(world, database_url, **how):
        yield world


async def hold(person: Any, lines: Sequence[str]) -> list[str]:
    """A conversation: each line is said, or pressed where it stands in brackets, and answered."""
    for line in lines:
        known = len(person.texts)
        done = person.presses(line[1:-1]) if line.startswith("[") else person.says(line)
        if inspect.isawaitable(done):
            await done
        await person.hears(known + 1)
    return list(person.texts)


def _settings(world: World, database_url: str, polling: bool) -> dict[str, Any]:
    port = ports.reserve()
    given = {
        "database_url": database_url,
        "port": port,
        "secret_key": SECRET,
        "telegram_bot_token": world.telegram.bot.token,
        "telegram_api_url": world.telegram.url,
    }
    if polling:
        return given
    account = world.twilio.account
    return given | {
        "public_url": f"http://127.0.0.1:{port}",
        "telegram_webhook_secret": BOT_SECRET,
        "twilio_account_sid": account.sid,
        "twilio_auth_token": account.token,
        "twilio_from": account.number,
        "twilio_api_url": world.twilio.url,
        "sms_per_second": FAST,
    }


def _telegram(settings: Settings, waits: Waits) -> Telegram:
    telegram = Telegram(
        settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url, waits.answer
    )
    telegram.per_second = telegram.per_address = FAST
    return telegram


def _sms(settings: Settings, waits: Waits) -> Sms:
    sms = Sms(
        settings.twilio_account_sid,
        settings.twilio_auth_token.get_secret_value(),
        settings.twilio_from,
        api_url=settings.twilio_api_url,
        public_url=settings.public_url,
        timeout=waits.answer,
        per_second=FAST,
    )
    sms.per_address, sms.settles = FAST, timedelta(seconds=waits.settles)
    return sms
