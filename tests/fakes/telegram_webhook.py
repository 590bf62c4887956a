"""How Telegram delivers updates to a webhook: in order in each chat, until they are taken."""

import asyncio
import itertools
import random
import time
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.fakes.telegram_bot import Bot

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Address:
    """Where updates go, as setWebhook said."""

    url: str = ""
    secret: str = ""
    most: int = 40  # deliveries at once
    last_error: str = ""
    last_error_at: int = 0


@dataclass
class Delivery:
    """An update that was sent, and what each attempt was answered (0: nothing)."""

    update: dict[str, Any]
    answers: list[int] = field(default_factory=list)


class Webhook:
    """Delivers what waits, while an address is set."""

    def __init__(self, bot: Bot) -> None:
        self.bot, self.address = bot, Address()
        self.delivered: list[Delivery] = []
        self._queues: dict[int, deque[int]] = defaultdict(deque)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._seen = 0
        self._session: aiohttp.ClientSession | None = None
        self._room = asyncio.Semaphore(self.address.most)

    async def run(self) -> None:
        """Deliver for ever."""
        timeout = aiohttp.ClientTimeout(total=15)
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(timeout=timeout, connector=connector) as self._session:
            try:
                while True:
                    await self.bot.changed.until(self._has_work)
                    self._share_out()
            finally:
                await self._end()

    def set(self, address: Address) -> None:
        """Deliver there from now on; an empty address stops it."""
        self.address = address
        self._room = asyncio.Semaphore(address.most)
        self._queues.clear()
        self._seen = 0
        self.bot.changed.ring()

    async def settled(self) -> None:
        """Wait until every update that waits has been taken."""
        await asyncio.sleep(0)
        self._share_out()
        while self._tasks:
            await asyncio.gather(*self._tasks.values())

    async def release(self, shuffle: bool = False, copies: int = 1, seed: int = 0) -> int:
        """Deliver what was held, in any order; how many deliveries that were."""
        updates = list(self.bot.waiting.values())
        count = await self._deliver_all(updates, shuffle, copies, seed)
        for update in updates:
            self.bot.waiting.pop(update["update_id"], None)
        return count

    async def redeliver(self, shuffle: bool = False, copies: int = 1, seed: int = 0) -> int:
        """Deliver once more whatever was delivered before; how many deliveries that were."""
        known = {one.update["update_id"]: one.update for one in self.delivered}
        return await self._deliver_all(list(known.values()), shuffle, copies, seed)

    async def _deliver_all(
        self, updates: Sequence[dict[str, Any]], shuffle: bool, copies: int, seed: int
    ) -> int:
        deliveries = list(updates) * copies
        if shuffle:
            random.Random(seed).shuffle(deliveries)
        await asyncio.gather(*(self._until_taken(update) for update in deliveries))
        return len(deliveries)

    def _has_work(self) -> bool:
        open_ = self.address.url and not self.bot.behaviour.hold
        return bool(open_) and self.bot.last_update > self._seen

    def _share_out(self) -> None:
        if not self._has_work():
            return
        new = itertools.takewhile(lambda number: number > self._seen, reversed(self.bot.waiting))
        for number in reversed(list(new)):
            chat = _chat(self.bot.waiting[number])
            self._queues[chat].append(number)
            if chat not in self._tasks:
                self._tasks[chat] = asyncio.create_task(self._deliver(chat))
        self._seen = self.bot.last_update

    async def _deliver(self, chat: int) -> None:
        try:
            while self._queues[chat]:
                await self._deliver_one(self._queues[chat].popleft())
        finally:
            self._tasks.pop(chat, None)

    async def _deliver_one(self, number: int) -> None:
        update = self.bot.waiting.get(number)
        if update is None:
            return
        copies = self.bot.behaviour.copies
        taken = await asyncio.gather(*(self._until_taken(update) for _ in range(copies)))
        if all(taken):
            self.bot.waiting.pop(number, None)

    async def _until_taken(self, update: dict[str, Any]) -> bool:
        """Sent again and again until it is answered 200; False once the address has changed."""
        delivery, address = Delivery(update), self.address
        self.delivered.append(delivery)
        while address is self.address and address.url:
            async with self._room:
                status = await self._post(address, update)
            delivery.answers.append(status)
            if status == 200:
                return True
            address.last_error = f"Wrong response from the webhook: {status}"
            address.last_error_at = int(time.time())
            await asyncio.sleep(self.bot.behaviour.retry_wait)
        return False

    async def _post(self, address: Address, update: dict[str, Any]) -> int:
        assert self._session is not None
        headers = {SECRET_HEADER: address.secret} if address.secret else {}
        try:
            async with self._session.post(address.url, json=update, headers=headers) as answer:
                await answer.read()
                return answer.status
        except (aiohttp.ClientError, TimeoutError, OSError):
            return 0

    async def _end(self) -> None:
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _chat(update: dict[str, Any]) -> int:
    content = next(value for name, value in update.items() if name != "update_id")
    return int((content.get("chat") or content.get("message", {}).get("chat") or {"id": 0})["id"])
