"""Texts that Twilio gave up on: read from its list, and given their place among the others."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from assistant.channels import Inbound, SendError
from assistant.channels.sms.adapter import Sms
from assistant.inbox import accept
from assistant.ops import logs
from storage.database import Database
from storage.holder import Holder, NotHeld
from storage.inbox import received as kept
from storage.inbox import watermarks

log = logs.get("missed")

FIRST = timedelta(hours=24)  # how far back when nothing was ever read
AGAIN = timedelta(minutes=10)  # read once more each time: what stood in the list late
EVERY = 180.0  # seconds
OPENS_AFTER = 5.0  # seconds that the door waits for the first reading at most
LONGEST_PAUSE = 60.0
CLOCKS_AGREE = timedelta(seconds=3)

Accept = Callable[[Sequence[Inbound]], Awaitable[None]]


class Missed:
    """Reads the list before the door opens, after each outage of the database, now and then.

    `refused` is set whenever a webhook had to be refused.
    """

    def __init__(
        self,
        db: Database,
        sms: Sms,
        accept: Accept,
        now: Callable[[], datetime],
        refused: asyncio.Event,
    ) -> None:
        self._db, self._sms, self._accept, self._now = db, sms, accept, now
        self._refused, self._first = refused, asyncio.Event()
        self._holder = Holder(db, f"missed {sms.sender}")

    async def opening(self) -> None:
        """Return once the list was read; after some seconds without it, for whoever writes now."""
        try:
            async with asyncio.timeout(OPENS_AFTER):
                await self._first.wait()
        except TimeoutError:
            log.warning("opened before the missed texts were read", sender=self._sms.sender)

    async def run(self) -> None:
        """Read for ever."""
        failures = 0
        while True:
            self._refused.clear()
            if await self._read():
                failures = 0
                self._first.set()
                with suppress(TimeoutError):
                    async with asyncio.timeout(EVERY):
                        await self._refused.wait()
            else:
                await asyncio.sleep(min(LONGEST_PAUSE, 2.0**failures))
                failures += 1

    async def _read(self) -> bool:
        try:
            await self.step()
        except NotHeld:  # another process is reading: once it is done, there is little to do
            return False
        except (SendError, SQLAlchemyError) as error:
            log.warning("missed texts not read", code=type(error).__name__)
            return False
        return True

    async def step(self) -> None:
        """One reading; one process at a time."""
        try:
            mark = await asyncio.to_thread(self._mark)
            listed = await self._sms.recent_inbound((mark or self._now() - FIRST) - AGAIN)
            new = await asyncio.to_thread(self._new, listed)
            for first in range(0, len(new), accept.MOST):
                await self._accept(new[first : first + accept.MOST])
            newest = max((one.sent_at for one in listed if one.sent_at), default=None)
            if newest and (mark is None or newest > mark):
                await asyncio.to_thread(self._rise, newest)
        finally:
            await asyncio.to_thread(self._holder.release)
        if new:
            log.info("missed texts read", sender=self._sms.sender, messages=len(new))

    def _mark(self) -> datetime | None:
        with self._holder.writing() as db:
            return watermarks.find(db, self._sms.sender)

    def _rise(self, to: datetime) -> None:
        with self._holder.writing() as db:
            watermarks.rise(db, self._sms.sender, to)

    def _new(self, listed: Sequence[Inbound]) -> list[Inbound]:
        """Those that no webhook has brought, with their times by our clock."""
        ids = [one.external_id for one in listed]
        new: set[str] = set()
        with self._db.reading() as db:
            for first in range(0, len(ids), accept.MOST):
                new |= kept.new(db, self._sms.sender, ids[first : first + accept.MOST])
        ahead = self._ahead()
        return [
            replace(one, sent_at=one.sent_at and one.sent_at + ahead)
            for one in listed
            if one.external_id in new
        ]

    def _ahead(self) -> timedelta:
        """How much our clock is ahead of Twilio's."""
        theirs = self._sms.their_now
        ahead = self._now() - theirs if theirs else timedelta(0)
        return ahead if abs(ahead) > CLOCKS_AGREE else timedelta(0)
