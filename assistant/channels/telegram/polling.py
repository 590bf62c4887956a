"""Telegram without an address of our own: updates are fetched."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from assistant.channels import Inbound
from assistant.channels.telegram import errors
from assistant.channels.telegram.adapter import Telegram, answer_press
from assistant.channels.telegram.inbound import receive
from assistant.channels.telegram.updates import UPDATES, Update, understand
from assistant.ops import logs

log = logs.get("polling")

LONG = 25  # seconds that Telegram holds a request open
LONGEST_PAUSE = 20.0  # so long may what people say wait once Telegram is back
REFUSED = 30.0  # somebody else is polling, or the token was revoked: an operator must look

NOT_HELD = 1.0  # another process of ours is polling

Accept = Callable[[Sequence[Inbound]], Awaitable[None]]
Held = Callable[[], Awaitable[bool]]


class Poller:
    """Fetches, accepts, and only then confirms. Telegram keeps what was not confirmed, so the
    offset is stored nowhere, and a crash at any moment loses nothing: the same updates come
    again, and are known by their ids."""

    def __init__(
        self, telegram: Telegram, accept: Accept, long: int = LONG, held: Held | None = None
    ) -> None:
        self._telegram, self._accept, self._long, self._held = telegram, accept, long, held
        self._offset: int | None = None  # accepted up to here, and not yet confirmed
        self._alone = False  # no webhook is set
        self._failures = 0
        self._answers: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Poll for ever."""
        try:
            while True:
                await asyncio.sleep(await self.step())
        finally:
            for answer in self._answers:
                answer.cancel()

    async def step(self) -> float:
        """One request, and the acceptance of what it brought; seconds until the next."""
        try:
            if self._held and not await self._held():
                return NOT_HELD
            await self._fetch()
        except RetryAfter as error:
            return errors.wait(error).total_seconds()
        except (Conflict, InvalidToken) as error:
            log.error("polling refused", code=type(error).__name__)
            return REFUSED
        except TelegramError as error:
            log.warning("polling failed", code=type(error).__name__)
        except Exception as error:  # the database is away: the same updates come again
            log.warning("updates not accepted", code=type(error).__name__)
        else:
            self._failures = 0
            return 0.0
        self._failures += 1
        return min(LONGEST_PAUSE, 2.0 ** (self._failures - 1))

    async def _fetch(self) -> None:
        await self._remove_webhook()
        payloads = await self._telegram.bot.updates(self._offset, self._long, UPDATES)
        if not payloads:
            # All is confirmed. After a quiet week the ids start anew, perhaps below this one.
            self._offset = None
            return
        updates = [understand(payload) for payload in payloads]
        self._answer_presses(updates)
        found = [receive(update, self._telegram.bot) for update in updates]
        await self._accept([inbound for inbound in found if inbound])
        self._offset = payloads[-1]["update_id"] + 1  # the next request confirms them

    async def _remove_webhook(self) -> None:
        """One that is left from an earlier set-up; one that is set later is somebody's choice."""
        if not self._alone:
            await self._telegram.bot.delete_webhook()
            self._alone = True

    def _answer_presses(self, updates: Sequence[Update]) -> None:
        """At once, and beside the acceptance: neither waits for the other."""
        for update in updates:
            if update.callback_query:
                answer = asyncio.create_task(answer_press(self._telegram, update))
                self._answers.add(answer)
                answer.add_done_callback(self._answers.discard)
