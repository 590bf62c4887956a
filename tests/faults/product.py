"""The product under test: its processes, their settings, how they are killed and come back."""

import asyncio
import random
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

from sqlalchemy import select

from assistant.channels.sms.adapter import webhook_address
from storage.database import open_database
from storage.tables import Message, Status, table
from tests import ports
from tests.conftest import SECRET
from tests.fakes.telegram_bot import TOKEN
from tests.fakes.twilio_account import Account
from tests.faults.processes import Fake, Launcher, Life, end, send_signal, until

M = table(Message)
HOOK_SECRET = "a-secret-of-the-webhook"


@dataclass(frozen=True)
class Kill:
    """A death of a process, and which messages were on their way then."""

    where: str  # "random", or the named point at which it killed itself
    part: str
    in_flight: frozenset[int]


@dataclass
class Process:
    """One process of the product."""

    part: str  # all, web, worker
    port: int
    life: Life | None = None


@dataclass
class Product:
    """All of its processes, and every death so far."""

    database_url: str
    public_port: int
    processes: list[Process]
    launcher: Launcher
    settings: Mapping[str, str]
    clock: Path  # holds by how many seconds its clock is wrong
    kills: list[Kill] = field(default_factory=list)
    doubtful: set[int] = field(default_factory=set)  # messages that an outage may have let through

    @property
    def in_flight(self) -> frozenset[int]:
        """Every message that was on its way when something went wrong: it may come twice."""
        return frozenset().union(self.doubtful, *(kill.in_flight for kill in self.kills))

    async def doubt(self) -> None:
        """A provider has been away: what was tried meanwhile may have arrived."""
        self.doubtful |= await asyncio.to_thread(_in_flight, self.database_url)

    def skew(self, seconds: int) -> None:
        """Set the clock of its machine wrong, or with 0 right again."""
        self.clock.write_text(str(seconds))

    @property
    def public_url(self) -> str:
        return f"http://127.0.0.1:{self.public_port}"

    def start(self, process: Process, kill_at: str = "") -> None:
        env = {**self.settings, "PORT": str(process.port), "KILL_AT": kill_at}
        process.life = self.launcher.launch(process.part, env)

    async def start_all(self) -> None:
        for process in self.processes:
            self.start(process)
        for process in self.processes:
            await self.ready(process)

    async def ready(self, process: Process) -> None:
        """Wait until it answers; a worker has no door, so it just has to be alive."""
        if process.part == "worker":
            return
        await until(lambda: _gone(process) or _answers(process.port), "the product is up")
        if _gone(process):
            raise RuntimeError("the product ended while it started: see its output")

    async def kill(self, process: Process) -> None:
        """SIGKILL one of them. The others hold their breath until it is known what the dead one
        was sending, or they might have taken it over already."""
        assert process.life is not None
        others = [one.life for one in self.processes if one is not process and one.life]
        for other in others:
            send_signal(other, signal.SIGSTOP)
        try:
            await end(process.life)
            await self._bury(process, "random")
        finally:
            for other in others:
                send_signal(other, signal.SIGCONT)

    async def die_at(self, point: str) -> Process:
        """Replace the processes that pass this point with ones that die there; who did."""
        doomed = [one for one in self.processes if one.part in _parts(point)]
        for process in doomed:
            await self.kill(process)
            self.start(process, point)
        await until(lambda: any(_gone(one) for one in doomed), f"death at {point}", within=300.0)
        dead = next(one for one in doomed if _gone(one))
        await self._bury(dead, point)
        self.start(dead)
        for process in doomed:
            if process is not dead:
                await self.kill(process)
                self.start(process)
        return dead

    async def _bury(self, process: Process, where: str) -> None:
        in_flight = await asyncio.to_thread(_in_flight, self.database_url)
        self.kills.append(Kill(where, process.part, in_flight))
        process.life = None

    async def end(self) -> None:
        for process in self.processes:
            if process.life is not None:
                await end(process.life)


async def kill_at_random(
    product: Product, count: int, chance: random.Random, sends: Callable[[], Awaitable[None]]
) -> None:
    """Kill one process after another and start it again, sometimes before it is quite there. Else
    it has sent something: a text whose sender dies four times is given up, and on a busy machine
    none would live long enough."""
    for _ in range(count):
        process = chance.choice(product.processes)
        if chance.random() < 0.9:
            await product.ready(process)
            await sends()
        await asyncio.sleep(chance.uniform(0.0, 2.5))
        await product.kill(process)
        product.start(process)
    for process in product.processes:
        await product.ready(process)


def build(
    database_url: str, webs: int, launcher: Launcher, fakes: Sequence[Fake], clock: Path
) -> Product:
    """One process for everything (webs = 0), or so many for the web and as many workers."""
    public = ports.reserve()
    if webs:
        processes = [Process("web", ports.reserve()) for _ in range(webs)]
        processes += [Process("worker", 0) for _ in range(webs)]
    else:
        processes = [Process("all", public)]
    settings = _settings(database_url, public, fakes)
    settings |= {"SKEW": str(clock), "AGAIN": str(launcher.again.total_seconds())}
    product = Product(database_url, public, processes, launcher, settings, clock)
    product.skew(0)
    return product


async def introduce(product: Product, twilio: Fake) -> None:
    """Tell Twilio where to deliver; Telegram hears it from the product."""
    await twilio.tell("behave", inbound_url=webhook_address(product.public_url))


def _settings(database_url: str, public_port: int, fakes: Sequence[Fake]) -> dict[str, str]:
    twilio, telegram = fakes
    account = Account()
    return {
        "DATABASE_URL": database_url,
        "PUBLIC_URL": f"http://127.0.0.1:{public_port}",
        "SECRET_KEY": SECRET,
        "LOG_LEVEL": "warning",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.url,
        "TELEGRAM_WEBHOOK_SECRET": HOOK_SECRET,
        "TWILIO_ACCOUNT_SID": account.sid,
        "TWILIO_AUTH_TOKEN": account.token,
        "TWILIO_FROM": account.number,
        "TWILIO_API_URL": twilio.url,
        "SMS_PER_SECOND": "500",
        "SMS_ANSWERS_STOP": "false",
        "STRANGERS_PER_HOUR": "100000",  # they all come within minutes
        "STRANGERS_PER_DAY": "100000",
    }


def _parts(point: str) -> tuple[str, ...]:
    return ("all", "web") if point in ("accepting", "accepted") else ("all", "worker")


def _gone(process: Process) -> bool:
    return process.life is None or process.life.gone()


def _answers(port: int) -> bool:
    """Whether it is up, well or not: what waited for it may be old by now, and that is told."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
            return True
    except HTTPError as error:
        return error.code == HTTPStatus.SERVICE_UNAVAILABLE
    except OSError:
        return False


def _in_flight(database_url: str) -> frozenset[int]:
    tried = M.c.status.in_([Status.SENDING, Status.UNKNOWN])
    tried |= (M.c.status == Status.QUEUED) & (M.c.attempts > 0)
    on_their_way = select(M.c.id).where(M.c.direction == "out", tried)
    db: Any = open_database(database_url)
    try:
        with db.reading() as connection:
            return frozenset(connection.execute(on_their_way).scalars())
    finally:
        db.close()
