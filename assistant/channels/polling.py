"""Telegram without an address of our own: updates are fetched."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from assistant import logs
from assistant.channels import Inbound
from assistant.channels.telegram import UPDATES, Telegram, answer_press, receive

log = logs.get("polling")

LONG = 25  # seconds that Telegram holds a request open
LONGEST_PAUSE = 60.0
REFUSED = 30.0  # somebody else is polling, or the token was revoked: an operator must look

Accept = Callable[[Sequence[Inbound]], Awaitable[None]]


class Poller:
    """Fetches, accepts, and only then confirms: Telegram keeps what was not confirmed, so the
    offset needs no place of its own and nothing is lost by a crash between the two."""

    def __init__(self, telegram: Telegram, accept: Accept, long: int = LONG) -> None:
        self._telegram, self._accept, self._long = telegram, accept, long
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> None:
        """Poll for ever."""
        while True:
            pause = await self._safe_step()
            await asyncio.sleep(pause)

    async def step(self) -> int:
        """One request and the acceptance of what it brought; how many updates."""
        await self._telegram.open()
        updates = await self._telegram.bot.get_updates(
            offset=self._offset, timeout=self._long, limit=100, allowed_updates=UPDATES
        )
        if updates:
            await self._take(updates)
        return len(updates)

    async def _take(self, updates: Sequence[Update]) -> None:
        payloads = [update.to_dict() for update in updates]
        found = [receive(payload, self._telegram.bot) for payload in payloads]
        presses = [p for p in payloads if "callback_query" in p]
        answers = [asyncio.create_task(answer_press(self._telegram, press)) for press in presses]
        await self._accept([inbound for inbound in found if inbound])
        self._offset = updates[-1].update_id + 1  # confirmed by the next request
        await asyncio.gather(*answers)

    async def _safe_step(self) -> float:
        try:
            await self.step()
        except RetryAfter as error:
            return float(error.retry_after.total_seconds())  # type: ignore[union-attr]
        except (Conflict, InvalidToken) as error:
            log.error("polling refused", code=type(error).__name__)
            await self._remove_webhook(error)
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

    async def _remove_webhook(self, error: TelegramError) -> None:
        """Where no address of ours is set, a webhook is a leftover of an earlier set-up."""
        if isinstance(error, Conflict) and "webhook" in error.message.casefold():
            await self._telegram.bot.delete_webhook()
