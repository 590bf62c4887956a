"""Sends what is due; the only sender of messages."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from assistant.channels import (
    CONTRADICTED,
    Channel,
    Outbound,
    Receipt,
    SendError,
    TryLater,
    Unknown,
)
from assistant.ops import failpoints, logs
from assistant.outbox import send_results
from assistant.outbox.circuit import Circuit
from assistant.outbox.rate_limit import Allowance
from assistant.outbox.send_results import Again, Result
from storage.database import Database
from storage.holder import Holder, NotHeld
from storage.outbox import delayed, due, sends
from storage.outbox.due import Ready
from storage.tables import Priority

log = logs.get("outbox")

AT_ONCE = 128  # sends under way
GIVEN_UP_AFTER = 8.0  # seconds
SWEEP = 0.5
IDLE = 0.1  # seconds until another process's messages are looked for
NOT_HELD = 1.0
LAST_WAIT = 3.0  # seconds that a stop leaves to what is under way
TIDY = 1.0
JUST_NOW = 60.0  # seconds in which others' sends show that a refusal is this message's own


class Exchange(NamedTuple):
    """What one transaction gave: messages to hand over, and fates to look up."""

    ready: list[Ready]
    unknown: list[tuple[Ready, list[str]]]


class Outbox:
    """One sender's outbox: claims, hands over many at once, records in bulk."""

    def __init__(
        self,
        db: Database,
        channel: Channel,
        now: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._db, self._channel, self._now, self._ticks = db, channel, now, ticks
        self._holder = Holder(db, f"outbox {channel.sender}")
        self._allowance = Allowance(channel.per_second, channel.per_address, ticks())
        self.circuit = Circuit()
        self._knock: asyncio.Task[None] | None = None
        self._set_back = False  # the time: what was due is due now
        self._resume = False  # the provider is back: the others need not wait
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._since: dict[int, float] = {}  # when a send was begun
        self._results: list[Result] = []
        self._given_up: set[int] = set()
        self._tidied = ticks() - TIDY
        self._swept = time.monotonic()
        self._woken = asyncio.Event()

    @property
    def provider(self) -> str:
        return self._channel.name

    def set_back(self) -> None:
        """The time was changed to an earlier one."""
        self._set_back = True
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
                if not self._results and pause:
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(self._woken.wait(), pause)
                self._woken.clear()
        finally:
            if step:  # its transaction goes on in its thread: what that claims must be sent
                await asyncio.wait([step])
            await self._finish()

    async def step(self) -> float:
        """Record what has come back, hand over what is due; seconds until the next step."""
        self._give_up()
        if self.circuit.knocks(self._ticks()) and self._knock is None:
            self._knock = asyncio.create_task(self._knock_once())
        room = self.circuit.room(len(self._under_way), AT_ONCE)
        allowed = min(room, self._allowance.whole(self._ticks()))
        results, self._results = self._results, []
        try:
            exchange = await self._in_thread(results, allowed)
        except BaseException:
            self._results = results + self._results
            raise
        for message in exchange.ready:
            self._allowance.spend(max(1, message.segments))
            self._start(message, self._send(message))
        for message, taken in exchange.unknown:
            self._start(message, self._look_up(message, taken))
        await asyncio.sleep(0)  # what is sent at once has come back already
        if len(exchange.ready) < allowed:
            return IDLE
        return self._allowance.until_one(self._ticks()) if room > allowed else IDLE

    async def _safe_step(self) -> float:
        try:
            return await self.step()
        except NotHeld:
            return NOT_HELD
        except SQLAlchemyError as error:
            log.warning("outbox waits", sender=self._channel.sender, code=type(error).__name__)
            return NOT_HELD

    def _in_thread(self, results: list[Result], allowed: int) -> "asyncio.Future[Exchange]":
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._db.steps, self._exchange, results, allowed)

    def _exchange(self, results: list[Result], allowed: int) -> Exchange:
        """One transaction: what came back is recorded, what is due is claimed."""
        now = self._now()
        ready: list[Ready] = []
        with self._holder.writing() as db:
            self._take_over(db, results)
            if results:
                send_results.record(db, results, now)
                send_results.slow_down(results, self._allowance, self._ticks())
                failpoints.reach("recording")
            if self._resume:
                delayed.resume(db, self._channel.sender, now)
            if self._set_back:
                delayed.set_back(db, self._channel.sender, now)
            unknown = self._tidy(db, now)
            if allowed > 0:
                ready = due.claim(db, self._channel.sender, now, allowed)
            if ready:
                failpoints.reach("claiming")
        self._holder.fresh = self._resume = self._set_back = False
        failpoints.reach("claimed" if ready else "recorded" if results else "")
        return Exchange(ready, unknown)

    def _take_over(self, db: Connection, results: list[Result]) -> None:
        """What another holder left `sending` has an unknown fate."""
        if self._holder.fresh:
            ours = [*self._under_way, *(message.id for message, _ in results)]
            sends.leave_unknown(db, self._channel.sender, ours)

    def _tidy(self, db: Connection, now: datetime) -> list[tuple[Ready, list[str]]]:
        ticks = self._ticks()
        if ticks - self._tidied < TIDY:
            return []
        self._tidied = ticks
        delayed.withdraw(db, self._channel.sender)
        delayed.hurry(db, self._channel.sender, now)
        delayed.expire(db, self._channel.sender, now)
        before = now - self._channel.settles
        room = self.circuit.room(len(self._under_way), AT_ONCE)
        if room <= 0:  # who does not answer cannot be asked either
            return []
        found = sends.unknown(db, self._channel.sender, before, now, room)
        since = now - timedelta(days=1)
        return [
            (message, sends.taken_ids(db, message.address_id, since))
            for message in found
            if message.id not in self._under_way
        ]

    def _give_up(self) -> None:
        """A send that nobody answers is given up; looked at now and then, not timed each."""
        now = time.monotonic()
        if now - self._swept < SWEEP:
            return
        self._swept = now
        for message_id, since in self._since.items():
            if now - since > GIVEN_UP_AFTER and message_id in self._under_way:
                self._given_up.add(message_id)
                self._under_way[message_id].cancel()

    async def _knock_once(self) -> None:
        """Find out whether a provider whose sends fail answers at all."""
        try:
            async with asyncio.timeout(GIVEN_UP_AFTER):
                await self._channel.knock()
        except (SendError, TimeoutError) as error:
            if not self.circuit.away:
                self._log_away(error)
            self.circuit.silent(self._ticks())
        except Exception as error:  # our own bug must not hold up everybody for ever
            log.exception("knock failed", code=type(error).__name__)
            self.circuit.answered()
        else:
            self._resume |= self.circuit.answered()
        finally:
            self._knock = None
            self._woken.set()

    def _log_away(self, error: Exception) -> None:
        code = error.code if isinstance(error, SendError) else "timeout"
        log.error("provider does not answer", provider=self.provider, code=code)

    def _start(self, message: Ready, work: "asyncio._CoroutineLike[None]") -> None:
        self._since[message.id] = time.monotonic()
        self._under_way[message.id] = asyncio.create_task(work)

    async def _send(self, message: Ready) -> None:
        wait = self._allowance.wait(message.handle, self._ticks())
        if wait:
            return self._came_back(message, TryLater("paced", timedelta(seconds=wait)))
        result = self._judge(message, await self._result(message))
        if isinstance(result, Receipt):
            failpoints.reach("sent")
        return self._came_back(message, result)

    async def _result(self, message: Ready) -> Receipt | SendError:
        try:
            return await self._channel.send(_outbound(message))
        except asyncio.CancelledError:
            if not self._was_given_up(message):
                raise
            return Unknown("timeout")
        except SendError as error:
            return error
        except Exception as error:  # our own bug must not hold up everybody else's messages
            log.exception("send crashed", message_id=message.id, code=type(error).__name__)
            return Unknown(send_results.CRASHED)  # it may have left

    async def _look_up(self, message: Ready, taken: list[str]) -> None:
        """An unknown fate: adopted when found, else sent once more and flagged."""
        try:
            external_id = await self._channel.look_up(_outbound(message), taken)
        except SendError:
            self.circuit.failed(self._ticks(), self._now())
            return self._forget(message)  # asked again when the provider answers
        except asyncio.CancelledError:
            if not self._was_given_up(message):
                raise
            return self._forget(message)
        except Exception as error:  # our own bug must not hold up this person for ever
            log.exception("look-up failed", message_id=message.id, code=type(error).__name__)
            return self._forget(message)
        if external_id is not None:
            return self._came_back(message, Receipt(external_id))
        if not send_results.worth_repeating(message, self._now()):
            return self._came_back(message, SendError(send_results.UNKNOWN))
        return self._came_back(message, Again())

    def _came_back(self, message: Ready, result: Receipt | SendError | Again) -> None:
        self._forget(message)
        self._results.append((message, result))
        self._woken.set()

    def _judge(self, message: Ready, result: Receipt | SendError) -> Receipt | SendError:
        """What the result of a send says of the provider; the result."""
        ticks = self._ticks()
        if isinstance(result, SendError):
            if result.code in (send_results.CRASHED, "paced"):
                return result
            if send_results.is_providers_fault(result) and not self._is_its_own(message, result):
                self.circuit.failed(ticks, self._now())
                return result
        if self.circuit.passed(ticks):
            log.info("provider answers again", provider=self.provider)
            self._resume = True
        return SendError(CONTRADICTED) if self._is_its_own(message, result) else result

    def _is_its_own(self, message: Ready, result: Receipt | SendError) -> bool:
        """A no for no reason, often, while others pass, is about this message."""
        contradicted = isinstance(result, SendError) and result.code == CONTRADICTED
        often = message.attempts + 1 >= send_results.MOST_ATTEMPTS
        return contradicted and often and self.circuit.passed_within(JUST_NOW, self._ticks())

    def _forget(self, message: Ready) -> None:
        self._under_way.pop(message.id, None)
        self._since.pop(message.id, None)

    def _was_given_up(self, message: Ready) -> bool:
        given_up = message.id in self._given_up
        self._given_up.discard(message.id)
        return given_up

    async def _finish(self) -> None:
        if self._knock:
            self._knock.cancel()
        if self._under_way:
            _, late = await asyncio.wait(self._under_way.values(), timeout=LAST_WAIT)
            for task in late:
                task.cancel()
        results, self._results = self._results, []
        with contextlib.suppress(NotHeld, SQLAlchemyError):
            await self._in_thread(results, 0)
        self._holder.release()


def _outbound(message: Ready) -> Outbound:
    return Outbound(
        message.id,
        message.handle,
        message.text,
        tuple((label, token) for label, token in message.buttons or ()),
        message.sent_at,
        reply=message.priority == Priority.REPLY,
        attempt=message.attempts,
    )
