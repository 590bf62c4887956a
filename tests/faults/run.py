"""One run: the fakes, the product, the people and the killing, from start to verdict."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from assistant import points, programmes
from storage import schema
from storage.database import open_database
from tests.faults import meetings, verdict
from tests.faults import product as products
from tests.faults.balance import round_robin
from tests.faults.people import Person, converse, everybody
from tests.faults.processes import Fake, Launcher, end, until
from tests.faults.product import Product
from tests.faults.verdict import Tally

NO_LIMIT = aiohttp.ClientTimeout(total=None)


@dataclass
class Scene:
    """Everything that runs during a run."""

    product: Product
    twilio: Fake
    telegram: Fake
    people: list[Person] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """How a run goes."""

    people: int
    kills: int
    seed: int
    webs: int = 0  # and as many workers; 0: one process for everything
    named: Sequence[str] = points.NAMES
    patience: float = 180.0  # seconds for a reply: an SMS of unknown fate is looked up after 60
    pause: float = 2.0  # at most, between a reply and the next words


@asynccontextmanager
async def scene(
    database_url: str, webs: int, launcher: Launcher, folder: Path
) -> AsyncIterator[Scene]:
    """The fakes and the product, up and running; all of it gone afterwards."""
    async with AsyncExitStack() as stack:
        connector = aiohttp.TCPConnector(limit=0, force_close=True)
        session = aiohttp.ClientSession(timeout=NO_LIMIT, connector=connector)
        await stack.enter_async_context(session)
        fakes = []
        for name in ("twilio", "telegram"):
            fakes.append(Fake(name, folder / "fakes.log", session))
            stack.push_async_callback(end, fakes[-1].life)
        for fake in fakes:
            await fake.ready()
        product = products.build(database_url, webs, launcher, fakes)
        stack.push_async_callback(product.end)
        if webs:
            backends = [one.port for one in product.processes if one.part == "web"]
            await stack.enter_async_context(round_robin(product.public_port, backends))
        await asyncio.to_thread(_furnish, database_url)
        await products.introduce(product, fakes[0])
        await product.start_all()
        yield Scene(product, fakes[0], fakes[1])


def _furnish(database_url: str) -> None:
    db = open_database(database_url)
    try:
        schema.migrate(db)
        with db.writing() as connection:
            programmes.demonstrate(connection, datetime.now(UTC))
        meetings.furnish(db, datetime.now(UTC))
    finally:
        db.close()


async def play(stage: Scene, plan: Plan) -> Tally:
    """People converse while the product dies again and again; then everything is counted."""
    free = meetings.free_on(datetime.now(UTC))
    stage.people = everybody(plan.people, stage.twilio, stage.telegram, free)
    chance = random.Random(plan.seed)

    async def kill() -> None:
        for point in plan.named:
            await _some_talk(stage)
            await stage.product.die_at(point)
        await products.kill_at_random(stage.product, plan.kills, chance)

    await conversing(stage, plan, kill)
    return await counted(stage)


async def _some_talk(stage: Scene) -> None:
    """Wait until about everybody has heard something more."""
    enough = _heard(stage) + len(stage.people)
    await until(lambda: _heard(stage) >= enough, "people hear something", within=180.0)


def _heard(stage: Scene) -> int:
    return sum(len(person.heard) for person in stage.people)


async def conversing(stage: Scene, plan: Plan, meanwhile: Callable[[], Awaitable[None]]) -> None:
    """Everybody talks until the other thing is done, and then hears the last reply."""
    over = asyncio.Event()
    async with asyncio.TaskGroup() as talks:
        for one in stage.people:
            if one.partner is None:
                talks.create_task(converse(one, over.is_set, plan.patience, plan.pause))
            elif not one.mentor:
                url = stage.product.database_url
                talks.create_task(meetings.meet(one, url, over.is_set, plan.patience))
        await meanwhile()
        over.set()


async def counted(stage: Scene) -> Tally:
    """The verdict, once everything has come to rest."""
    await at_rest(stage)
    for person in stage.people:
        await person.reads()
    return await asyncio.to_thread(
        verdict.judge, stage.product.database_url, stage.people, stage.product.kills
    )


async def at_rest(stage: Scene, within: float = 180.0) -> None:
    """Wait until nothing is on its way; what is not by then shows in the verdict."""
    ended = time.monotonic() + within
    while time.monotonic() < ended:
        idle = await asyncio.to_thread(verdict.settled, stage.product.database_url)
        if idle and not await stage.telegram.tell("show", what="waiting"):
            return
        await asyncio.sleep(0.05)
