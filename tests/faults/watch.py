"""Looks at `/health` all the time, and holds what it says against what is so."""

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import aiohttp

from tests.faults.patience import Patience

EVERY = 0.5  # seconds
WITHIN = 120.0  # seconds until a trouble is told, and until its end is
PATIENCE = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True)
class Look:
    """One answer of /health; `well` is None when nobody answered."""

    at: float
    well: bool | None
    told: str


@dataclass
class Watch:
    """Every answer so far, and in words those that were not true."""

    ports: Sequence[int]
    looks: list[Look] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    _must: bool | None = None  # what every answer has to be; None: it is not known for sure

    async def run(self) -> None:
        """Look, for ever."""
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            while True:
                for port in self.ports:
                    self._keep(await _look(session, port))
                await asyncio.sleep(EVERY)

    def rest(self) -> None:
        """From now on anything may be said: things are changing."""
        self._must = None

    async def tells(self, *names: str) -> None:
        """Soon it has to name the trouble, by one of these words, and then go on telling."""
        if await self._until(
            lambda look: look.well is False and any(n in look.told for n in names)
        ):
            self._must = False
        else:
            self.wrong.append(f"/health did not tell of {names[0]!r}: {self._last()}")

    async def is_well(self, after: str) -> None:
        """Soon it has to say that all is well, and then nothing else."""
        if await self._until(lambda look: look.well is True):
            self._must = True
        else:
            self.wrong.append(f"/health does not recover after {after}: {self._last()}")

    def _keep(self, look: Look) -> None:
        self.looks.append(look)
        if look.well is not None and self._must is not None and look.well is not self._must:
            self.wrong.append(f"/health said {'ok' if look.well else look.told}, which was not so")

    async def _until(self, holds: Callable[[Look], bool]) -> bool:
        self._must = None
        seen, patience = len(self.looks), Patience(WITHIN)
        while not patience.over:
            if any(holds(look) for look in self.looks[seen:]):
                return True
            await asyncio.sleep(EVERY)
        return False

    def _last(self) -> str:
        return self.looks[-1].told if self.looks else "nothing"


async def _look(session: aiohttp.ClientSession, port: int) -> Look:
    try:
        async with session.get(f"http://127.0.0.1:{port}/health") as answer:
            told = json.dumps((await answer.json()).get("problems", ""))
            return Look(time.monotonic(), answer.status == 200, told)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        return Look(time.monotonic(), None, type(error).__name__)
