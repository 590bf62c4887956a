"""The loop that erases, and gives up what has been kept long enough: one process at a time."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from assistant.ops import logs
from assistant.records import retention
from assistant.records.erasure import Eraser
from assistant.records.naming import Naming
from storage import schema
from storage.database import Database
from storage.holder import Holder, NotHeld
from storage.records import erasures

log = logs.get("records")

PAUSE = 5.0  # seconds until it is looked again
REST = 0.02  # between two steps, which are everybody else's
LOOKED = timedelta(hours=1)  # how often it is looked for what has been kept long enough


class Records:
    """Takes small steps, each a short transaction, so that nobody waits for them."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now
        self._holder = Holder(db, "records")
        self._eraser, self._naming = Eraser(), Naming()
        self._looked: datetime | None = None
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Somebody asked, or time was skipped."""
        self._woken.set()

    async def run(self) -> None:
        """Take steps for ever; lets go at the end."""
        try:
            while True:
                self._woken.clear()
                pause = await self._safe_step()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._woken.wait()
        finally:
            self.release()

    def release(self) -> None:
        """Let go, so that another process may do it at once."""
        self._holder.release()

    def step(self) -> bool:
        """A little of what is to be done; whether there is more to do at once. Raises NotHeld."""
        more = self._eraser.step(self._holder, self._now())
        more |= self._give_up()
        if not more:
            self._wipe()
        return self._naming.step(self._holder) or more

    async def _safe_step(self) -> float:
        with contextlib.suppress(NotHeld):
            try:
                return REST if await asyncio.to_thread(self.step) else PAUSE
            except SQLAlchemyError as error:
                log.warning("records wait", code=type(error).__name__)
        return PAUSE

    def _give_up(self) -> bool:
        now = self._now()
        if self._looked and self._looked <= now < self._looked + LOOKED:
            return False
        if retention.step(self._holder, now):
            return True
        self._looked = now
        return False

    def _wipe(self) -> None:
        """Rows that are gone may still stand in free pages of the file and in its log."""
        with self._holder.writing() as db:
            done = erasures.to_wipe(db)
        if done and schema.wipe_erased(self._db):
            with self._holder.writing() as db:
                erasures.wiped(db, done, self._now())
