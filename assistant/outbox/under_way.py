"""The sends and look-ups that have begun and not come back."""

import asyncio
import time
from collections.abc import Coroutine

GIVEN_UP_AFTER = 8.0  # seconds
SWEEP = 0.5
LAST_WAIT = 3.0  # seconds that a stop leaves to what is under way


class UnderWay:
    """One task for each message; one that nobody answers is given up."""

    def __init__(self) -> None:
        self.tasks: dict[int, asyncio.Task[None]] = {}  # by message
        self.since: dict[int, float] = {}  # when a send was begun
        self.swept = time.monotonic()
        self._given_up: set[int] = set()

    def __len__(self) -> int:
        return len(self.tasks)

    def start(self, message_id: int, work: Coroutine[object, object, None]) -> None:
        self.since[message_id] = time.monotonic()
        self.tasks[message_id] = asyncio.create_task(work)

    def forget(self, message_id: int) -> None:
        """It has come back."""
        self.tasks.pop(message_id, None)
        self.since.pop(message_id, None)

    def give_up(self) -> None:
        """A send that nobody answers is given up; looked at now and then, not timed each."""
        now = time.monotonic()
        if now - self.swept < SWEEP:
            return
        self.swept = now
        for message_id, since in self.since.items():
            if now - since > GIVEN_UP_AFTER and message_id in self.tasks:
                self._given_up.add(message_id)
                self.tasks[message_id].cancel()

    def was_given_up(self, message_id: int) -> bool:
        """Whether a task that was cancelled is one that nobody answered; asked once."""
        given_up = message_id in self._given_up
        self._given_up.discard(message_id)
        return given_up

    async def finish(self) -> None:
        """Wait for what is under way; what takes too long is cancelled."""
        if self.tasks:
            _, late = await asyncio.wait(self.tasks.values(), timeout=LAST_WAIT)
            for task in late:
                task.cancel()
