"""Sends what is due; the only sender of messages."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from assistant.channels import Channel, File, Receipt, SendError, Unknown
from assistant.ops import failpoints, logs
from assistant.outbox.exchange import AT_ONCE, Exchange, Exchanged
from assistant.outbox.provider import Provider
from assistant.outbox.send_results import Again, Result
from assistant.outbox.under_way import UnderWay
from assistant.records import export
from assistant.records.certificates import making as certificates
from storage.database import Database
from storage.holder import NotHeld
from storage.mentoring import certified
from storage.outbox.due import Ready

log = logs.get("outbox")

IDLE = 0.1  # seconds until another process's messages are looked for
NOT_HELD = 1.0


def unanswered(boxes: Iterable["Outbox"]) -> dict[str, datetime]:
    """The providers that do not answer, and since when."""
    away = [(box.provider.channel.name, box.provider.circuit) for box in boxes]
    return {name: circuit.since for name, circuit in away if circuit.away and circuit.since}


class Outbox:
    """One sender's outbox: claims, hands over many at once, records in bulk."""

    def __init__(
        self,
        db: Database,
        channel: Channel,
        now: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._db = db
        self.provider = Provider(channel, now, ticks)
        self._exchange = Exchange(db, self.provider)
        self._knock: asyncio.Task[None] | None = None
        self._under_way = UnderWay()
        self._results: list[Result] = []
        self._failed = False  # the last step, at the database
        self._woken = asyncio.Event()

    def set_back(self) -> None:
        """The time was changed to an earlier one."""
        self._exchange.set_back = True
        self._woken.set()

    def wake(self) -> None:
        """Something was queued."""
        self._woken.set()

    async def run(self) -> None:
        """Send for ever; what is under way at the end is finished and recorded."""
        step: asyncio.Task[float] | None = None
        try:
            while True:
                step = asyncio.create_task(self._safe_step())
                pause = await asyncio.shield(step)
                if self._failed:  # whatever came back meanwhile cannot be recorded, either
                    await asyncio.sleep(pause)
                elif not self._results and pause:
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(pause):
                            await self._woken.wait()
                self._woken.clear()
        finally:
            if step:  # its transaction goes on in its thread: what that claims must be sent
                await asyncio.wait([step])
            await self._finish()

    async def step(self) -> float:
        """Record what has come back, hand over what is due; seconds until the next step."""
        provider, allowance = self.provider, self.provider.allowance
        self._under_way.give_up()
        if provider.circuit.knocks(provider.ticks()) and self._knock is None:
            self._knock = asyncio.create_task(self._knock_once())
        room = provider.circuit.room(len(self._under_way), AT_ONCE)
        allowed = min(room, allowance.whole(provider.ticks()))
        exchanged = await self._record_and_claim(allowed)
        for message in exchanged.ready:
            allowance.spend(max(1, message.segments))
            self._under_way.start(message.id, self._send(message))
        for message, taken in exchanged.unknown:
            self._under_way.start(message.id, self._look_up(message, taken))
        await asyncio.sleep(0)  # what is sent at once has come back already
        if len(exchanged.ready) < allowed:
            return IDLE
        return allowance.until_one(provider.ticks()) if room > allowed else IDLE

    async def _record_and_claim(self, allowed: int) -> Exchanged:
        results, self._results = self._results, []
        try:
            return await self._in_thread(results, allowed)
        except BaseException:
            self._results = results + self._results
            raise

    async def _safe_step(self) -> float:
        self._failed = False
        try:
            return await self.step()
        except NotHeld:
            return NOT_HELD
        except SQLAlchemyError as error:
            self._failed = True
            sender = self.provider.channel.sender
            log.warning("outbox waits", sender=sender, code=type(error).__name__)
            return NOT_HELD

    def _in_thread(self, results: list[Result], allowed: int) -> "asyncio.Future[Exchanged]":
        loop = asyncio.get_running_loop()
        step, under_way = self._exchange.step, self._under_way.tasks
        return loop.run_in_executor(self._db.steps, step, results, allowed, under_way)

    async def _knock_once(self) -> None:
        try:
            await self.provider.knock()
        finally:
            self._knock = None
            self._woken.set()

    async def _send(self, message: Ready) -> None:
        file = await self._file(message)
        message = message._replace(sent_at=self.provider.now())
        try:
            result = await self.provider.send(message, file)
        except asyncio.CancelledError:
            if not self._under_way.was_given_up(message.id):
                raise
            result = self.provider.judge(message, Unknown("timeout"))
        if isinstance(result, Receipt):
            failpoints.reach("sent")
        self._came_back(message, result)

    async def _file(self, message: Ready) -> File | None:
        """What goes with it, made only now."""
        match message.kind:
            case certified.KIND:
                return await asyncio.to_thread(certificates.sent_with, self._db, message.id)
            case "file":
                return await asyncio.to_thread(export.file, self._db, message.person_id)
            case _:
                return None

    async def _look_up(self, message: Ready, taken: list[str]) -> None:
        try:
            result = await self.provider.look_up(message, taken)
        except asyncio.CancelledError:
            if not self._under_way.was_given_up(message.id):
                raise
            result = None
        if result is None:
            return self._under_way.forget(message.id)
        return self._came_back(message, result)

    def _came_back(self, message: Ready, result: Receipt | SendError | Again) -> None:
        self._under_way.forget(message.id)
        self._results.append((message, result))
        self._woken.set()

    async def _finish(self) -> None:
        if self._knock:
            self._knock.cancel()
        await self._under_way.finish()
        results, self._results = self._results, []
        with contextlib.suppress(NotHeld, SQLAlchemyError):
            await self._in_thread(results, 0)
        self._exchange.holder.release()
