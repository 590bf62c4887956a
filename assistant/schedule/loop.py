"""The clock's loop: one process at a time takes its steps."""

import asyncio
import contextlib
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from assistant.ops import health, logs
from assistant.schedule import clock
from assistant.schedule.virtual_clock import Clock
from storage.database import Database
from storage.holder import Holder, NotHeld

log = logs.get("clock")

BACK_OFF = 1.0  # seconds


class ClockLoop:
    """Looks at what is due, now and then, or at once when time was skipped."""

    def __init__(
        self,
        db: Database,
        time: Clock,
        steps: clock.Steps,
        state: health.State,
        stepped: Callable[[], None],
    ) -> None:
        self._db, self._time, self._steps = db, time, steps
        self._state, self._stepped = state, stepped
        self._skipped = asyncio.Event()

    def skip(self) -> None:
        """The time has been changed."""
        self._skipped.set()

    async def run(self) -> None:
        """Take steps for ever; lets go of the clock at the end."""
        holder = Holder(self._db, "clock")
        self._state.beat("clock")
        try:
            while True:
                self._skipped.clear()
                pause = await self._step(holder)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._skipped.wait()
        finally:
            holder.release()

    async def _step(self, holder: Holder) -> float:
        try:
            again = await asyncio.to_thread(clock.step, holder, self._time.now(), *self._steps)
        except NotHeld:
            self._state.beat("clock")  # another process keeps the time
            return BACK_OFF
        except SQLAlchemyError as error:
            log.warning("clock waits", code=type(error).__name__)
            self._state.failed("clock", error)
            return BACK_OFF
        self._state.beat("clock")
        self._stepped()
        pause = again - self._time.now()  # which may be set back meanwhile
        return min(max(0.0, pause.total_seconds()), clock.PAUSE.total_seconds())
