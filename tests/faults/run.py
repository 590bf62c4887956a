"""One run: people converse while the product is killed and worse, from start to verdict."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from assistant.inbox import missed
from assistant.ops import failpoints
from tests.faults import care, consents, hardships, meetings, outcomes, verdict
from tests.faults import product as products
from tests.faults.guardians import grow_up
from tests.faults.hardships import Hardship
from tests.faults.meetings import Office
from tests.faults.patience import Patience
from tests.faults.people import converse, everybody, guardians
from tests.faults.roles import Role
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
    # Seconds for a reply: what nobody answered for is read from the list so often, and an SMS of
    # unknown fate is looked up after 60.
    patience: float = missed.EVERY + 180.0
    pause: float = 2.0  # at most, between a reply and the next words
    hardships: Mapping[str, Hardship] = field(default_factory=dict)  # after the kills
    whole: bool = False  # all that two people can come to, and a consent taken back


async def play(stage: Scene, plan: Plan) -> Tally:
    """People converse while the product dies again and again; then everything is counted."""
    free = meetings.free_on(datetime.now(UTC))
    people = everybody(plan.people, stage.twilio, stage.telegram, free)
    stage.people = people + guardians(people)
    chance = random.Random(plan.seed)

    async def befall() -> None:
        if plan.whole:
            await stage.frozen()
        for point in plan.named:
            await stage.talk()
            await stage.product.die_at(point)
        await products.kill_at_random(stage.product, plan.kills, chance, stage.word)
        await hardships.endure(stage, plan.hardships)
        if plan.whole:
            await stage.crossed()
            await stage.taken_back()

    await conversing(stage, plan, befall)
    tally = await counted(stage)
    tally.wrong += stage.watch.wrong + stage.register.wrong
    return tally


async def conversing(stage: Scene, plan: Plan, meanwhile: Callable[[], Awaitable[None]]) -> None:
    """Everybody talks until the other thing is done, and then hears the last reply."""
    over, books = asyncio.Event(), stage.books
    office = Office(stage.product.database_url, books, stage.staff[-1])
    for one in stage.people:
        await one.appears()
    async with asyncio.TaskGroup() as talks:
        for one in stage.people:
            if one.guardian:
                talks.create_task(grow_up(one, office, over.is_set, plan.patience, plan.pause))
            elif one.role is Role.GUARDIAN:
                continue
            elif one.partner is None:
                talks.create_task(converse(one, books, over.is_set, plan.patience, plan.pause))
            elif not one.mentor:
                talks.create_task(meetings.meet(one, office, over.is_set, plan.patience))
        await meanwhile()
        over.set()


async def counted(stage: Scene) -> Tally:
    """The verdict, once everything has come to rest."""
    await at_rest(stage)
    for person in stage.people:
        await person.reads()
    for one in stage.staff:
        await one.reads()
    return await asyncio.to_thread(_judged, stage)


def _judged(stage: Scene) -> Tally:
    product = stage.product
    url, in_flight, again = product.database_url, product.in_flight, product.launcher.again
    tally = verdict.judge(url, stage.people, in_flight)
    tally.add(care.judge(url, stage.people, stage.staff, again))
    tally.add(consents.judge(url, stage.people))
    tally.add(outcomes.judge(url, stage.people))
    return tally


async def at_rest(stage: Scene, within: float = 600.0) -> None:
    """Wait until nothing is on its way; what is not by then shows in the verdict."""
    patience = Patience(within)
    while not patience.over:
        idle = await asyncio.to_thread(verdict.settled, stage.product.database_url)
        if idle and not await stage.telegram.tell("show", what="waiting"):
            return
        await asyncio.sleep(0.05)
