"""One run: people converse while the product is killed and worse, from start to verdict."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from assistant.ops import failpoints
from tests.faults import hardships, meetings, verdict
from tests.faults import product as products
from tests.faults.hardships import Hardship
from tests.faults.patience import Patience
from tests.faults.people import converse, everybody
from tests.faults.scene import Scene
from tests.faults.verdict import Tally


@dataclass(frozen=True)
class Plan:
    """How a run goes."""

    people: int
    kills: int
    seed: int
    webs: int = 0  # and as many workers; 0: one process for everything
    named: Sequence[str] = failpoints.NAMES
    patience: float = 180.0  # seconds for a reply: an SMS of unknown fate is looked up after 60
    pause: float = 2.0  # at most, between a reply and the next words
    hardships: Mapping[str, Hardship] = field(default_factory=dict)  # after the kills


async def play(stage: Scene, plan: Plan) -> Tally:
    """People converse while the product dies again and again; then everything is counted."""
    free = meetings.free_on(datetime.now(UTC))
    stage.people = everybody(plan.people, stage.twilio, stage.telegram, free)
    chance = random.Random(plan.seed)

    async def befall() -> None:
        for point in plan.named:
            await stage.talk()
            await stage.product.die_at(point)
        await products.kill_at_random(stage.product, plan.kills, chance)
        await hardships.endure(stage, plan.hardships)

    await conversing(stage, plan, befall)
    tally = await counted(stage)
    tally.wrong += stage.watch.wrong
    return tally


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
        verdict.judge, stage.product.database_url, stage.people, stage.product.in_flight
    )


async def at_rest(stage: Scene, within: float = 180.0) -> None:
    """Wait until nothing is on its way; what is not by then shows in the verdict."""
    patience = Patience(within)
    while not patience.over:
        idle = await asyncio.to_thread(verdict.settled, stage.product.database_url)
        if idle and not await stage.telegram.tell("show", what="waiting"):
            return
        await asyncio.sleep(0.05)
