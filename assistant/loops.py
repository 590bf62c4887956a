"""The loops of a process: kept alive, and the one that takes turns."""

import asyncio
import contextlib
import gc
from collections.abc import Awaitable, Callable, Sequence
from enum import StrEnum
from functools import partial

from sqlalchemy.exc import SQLAlchemyError

from assistant.broadcasts import feeder
from assistant.channels import Channel
from assistant.noticing import sweep
from assistant.ops import health, logs
from assistant.ops.config import Settings
from assistant.safeguarding import cover, paging
from assistant.schedule.clock import Steps
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage.database import Database

log = logs.get("app")

OTHERS_WAIT = 0.1  # seconds until another process's message is looked for
BACK_OFF = 1.0  # seconds
COLLECT_AFTER = 50_000  # new objects


class Part(StrEnum):
    """Which half of the product a process runs."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"


def policy(settings: Settings, channels: Sequence[Channel]) -> Policy:
    """What turns need to know of this installation."""
    return Policy(
        frozenset({settings.sms_sender} if settings.sms and settings.sms_answers_stop else ()),
        settings.limits,
        settings.reaches_people,
        paces={channel.sender: channel.per_second for channel in channels},
        senders=cover.senders(settings),
    )


def steps(settings: Settings) -> Steps:
    """What the clock sees to at each step, beside what is due."""
    page = partial(paging.step, senders=cover.senders(settings))
    return Steps(feeder.step, page, sweep.step)


def tune() -> None:
    """What was loaded stays: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 20, 100)


async def kept_alive(name: str, run: Callable[[], Awaitable[None]]) -> None:
    """A loop that fails is logged and begins again; nothing ends the product but its end."""
    while True:
        try:
            return await run()
        except Exception as error:
            log.exception("loop failed", loop=name, code=type(error).__name__)
            await asyncio.sleep(BACK_OFF)


class TurnLoop:
    """Takes the turns of the messages that have arrived; `spoken` is told of what it says."""

    def __init__(self, db: Database, state: health.State, spoken: Callable[[], None]) -> None:
        self._db, self._state, self._spoken = db, state, spoken
        self._arrived = asyncio.Event()

    def wake(self) -> None:
        """Something has arrived."""
        self._arrived.set()

    async def run(self, turns: Turns) -> None:
        loop = asyncio.get_running_loop()
        self._state.beat("turns")
        while True:
            self._arrived.clear()
            try:
                taken = await loop.run_in_executor(self._db.steps, turns.step)
            except SQLAlchemyError as error:
                log.warning("turns wait", code=type(error).__name__)
                self._state.failed("turns", error)
                await asyncio.sleep(BACK_OFF)
                continue
            self._state.beat("turns")
            if taken:
                self._spoken()
                continue
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(OTHERS_WAIT):
                    await self._arrived.wait()
