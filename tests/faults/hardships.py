"""What else befalls the product while people converse: providers, database, disk and clock."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from tests.fakes.outages import Kind
from tests.faults.scene import Scene

DOWN = 25.0  # seconds that the whole product is: longer than Twilio tries to deliver
STOPPED = 20.0  # seconds that the database is stopped, or its disk full
SKEW = 7200  # seconds by which the clock is wrong
OUTAGES = (
    *(Kind.REFUSED, Kind.HANGS, Kind.CUT_OFF, Kind.FAILS, Kind.SLOW_DOWN, Kind.NOT_ALLOWED),
    *(Kind.GARBAGE, Kind.NO),
)


@dataclass(frozen=True)
class Hardship:
    """Something that goes wrong, and is put right again."""

    happens: Callable[[Scene], Awaitable[None]]
    possible: Callable[[Scene], bool] = lambda _stage: True


def everything(away: float) -> dict[str, Hardship]:
    """All there is, by name; a provider is away for so many seconds."""
    outages = {f"providers: {kind}": Hardship(_outage(kind, away)) for kind in OUTAGES}
    return {
        **outages,
        "product down": Hardship(product_down),
        "clock ahead": Hardship(_clock(SKEW)),
        "clock behind": Hardship(_clock(-SKEW)),
        "database stopped": Hardship(database_stopped, lambda stage: stage.server.stops),
        "disk full": Hardship(disk_full, lambda stage: stage.server.disk is not None),
    }


def _outage(kind: Kind, away: float) -> Callable[[Scene], Awaitable[None]]:
    async def happens(stage: Scene) -> None:
        """Neither provider takes anything, nor says anything of use."""
        fakes = (stage.twilio, stage.telegram)
        for fake in fakes:
            await fake.tell("away", kind=kind)
        await stage.watch.tells("telegram", "sms", "outbox")
        await asyncio.sleep(away)
        stage.watch.rest()
        await stage.product.doubt()
        for fake in fakes:
            await fake.tell("back")

    return happens


def _clock(skew: int) -> Callable[[Scene], Awaitable[None]]:
    async def happens(stage: Scene) -> None:
        """The clock of the product's machine jumps, and is put right after some talk."""
        stage.watch.rest()
        stage.product.skew(skew)
        await stage.talk()
        stage.product.skew(0)

    return happens


async def product_down(stage: Scene) -> None:
    """Every process dies, and what is said meanwhile is given up by Twilio."""
    stage.watch.rest()
    for process in stage.product.processes:
        await stage.product.kill(process)
    await asyncio.sleep(DOWN)
    await stage.product.start_all()


async def database_stopped(stage: Scene) -> None:
    """The database dies as in a power cut, and comes back."""
    stage.watch.rest()
    await asyncio.to_thread(stage.server.stop)
    await stage.watch.tells("database")
    await asyncio.sleep(STOPPED)
    stage.watch.rest()
    await asyncio.to_thread(stage.server.start)


async def disk_full(stage: Scene) -> None:
    """Nothing can be written for a while."""
    assert stage.server.disk is not None
    stage.watch.rest()
    with stage.server.disk.full():
        await stage.watch.tells("database", "disk")
        await asyncio.sleep(STOPPED)
        stage.watch.rest()
    await asyncio.to_thread(stage.server.start)


async def endure(stage: Scene, chosen: Mapping[str, Hardship]) -> list[str]:
    """One after the other, with some talk and a look at /health in between; what was left out."""
    left_out = []
    for name, hardship in chosen.items():
        if not hardship.possible(stage):
            left_out.append(name)
            continue
        print(f"  {name}", flush=True)
        await hardship.happens(stage)
        await stage.watch.is_well(name)
        await stage.talk()
    return left_out
