"""The whole path, from a raw update to the recorded result of its reply, beside aiogram.

Everybody answers two open questions, one after the other: what they hope for and when they are
free. Both sides are fed the same updates; ours come by as many webhooks at once as we allow.
"""

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from statistics import mean, median
from typing import NamedTuple

from assistant import app
from assistant.channels import Channel, Outbound, Receipt
from assistant.channels.telegram import adapter, updates
from assistant.channels.telegram.inbound import receive
from assistant.ops.config import Settings
from storage import backlog, messages
from tests.benchmarks import databases, population
from tests.benchmarks.conversation_handler import message
from tests.benchmarks.figures import Figure, Sizes, command
from tests.benchmarks.population import TELEGRAM

AT_ONCE = 100  # updates under way, as our webhook asks of Telegram
WARM = 10  # of a hundred people come before anything is measured
TOKEN = "4242:token"


class Null:
    """Takes every message at once and sends nothing."""

    name = TELEGRAM.channel
    sender = TELEGRAM.sender
    per_second = per_address = 1e9
    settles = timedelta(0)

    def __init__(self) -> None:
        self.taken = 0

    async def send(self, message: Outbound) -> Receipt:
        self.taken += 1
        return Receipt(str(self.taken))

    async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
        return None

    async def close(self) -> None: ...


class Rates(NamedTuple):
    """Updates a second, from the bytes of their JSON on."""

    ours: float
    theirs: float

    def __str__(self) -> str:
        return f"{self.ours:,.0f} and {self.theirs:,.0f} updates/s"


class Fed(app.App):
    """The product in one process, fed with updates instead of serving the web."""

    def __init__(self, url: str, warm: Sequence[bytes], updates: Sequence[bytes]) -> None:
        self.null, self.seconds = Null(), 0.0
        self._reader = adapter.Telegram(TOKEN)
        self._warm, self._updates = warm, updates
        super().__init__(Settings(database_url=url, secret_key=population.SECRET))

    def _channels(self) -> Sequence[Channel]:
        return [self.null]

    async def _serve_web(self) -> None:
        await self._feed(self._warm)
        started = time.perf_counter()
        await self._feed(self._updates)
        self.seconds = time.perf_counter() - started
        await self._reader.close()

    async def _feed(self, updates: Sequence[bytes]) -> None:
        """Return when the result of every reply is recorded."""
        wanted, coming = self.null.taken + len(updates), iter(updates)
        await asyncio.gather(*(self._deliver(coming) for _ in range(AT_ONCE)))
        while self.null.taken < wanted or not await asyncio.to_thread(self._idle):
            await asyncio.sleep(0.002)

    async def _deliver(self, coming: Iterator[bytes]) -> None:
        for body in coming:
            inbound = receive(updates.read(body), self._reader.bot)
            assert inbound is not None
            await self.inbox.accept([inbound])

    def _idle(self) -> bool:
        with self.db.reading() as db:
            waiting, _ = backlog.unanswered(db)
            return not waiting and not messages.undelivered(db, TELEGRAM.sender)


def compare(sizes: Sizes) -> list[Figure]:
    """Updates a second, ours on SQLite and theirs in memory."""
    with databases.sqlite() as server, databases.fresh(server) as url:
        population.populate(url, sizes.talkers, TELEGRAM, answered=False)
        rates = [asyncio.run(_round(url, sizes.talkers)) for _ in range(sizes.rounds)]
    return [
        Figure(
            "whole path on SQLite to aiogram's state machine in memory, both from raw JSON",
            median(one.ours / one.theirs for one in rates),
            0.5,
            "higher",
            command("whole-path"),
            "; ".join(str(one) for one in rates),
            "read the JSON, accept, take the turn, claim, send nowhere, record the result; on disk",
            "aiogram reads the JSON, handles it, sends nowhere, keeps state and answer in memory",
        )
    ]


async def _round(url: str, people: int) -> Rates:
    """Theirs before and after ours, since the machine's speed drifts."""
    early = people * WARM // 100
    warm, updates = _said(range(early)), _said(range(early, people))
    greetings = [json.dumps(message(n, n, "hello")).encode() for n in range(people)]
    from tests.benchmarks import memory_fsm  # it takes seconds, and only this needs it

    theirs = [await memory_fsm.rate(greetings, updates)]
    ours = await _ours(url, warm, updates)
    theirs.append(await memory_fsm.rate(greetings, updates))
    return Rates(ours, mean(theirs))


async def _ours(url: str, warm: Sequence[bytes], updates: Sequence[bytes]) -> float:
    with databases.copied(url) as copy:
        fed = Fed(copy, warm, updates)
        await fed.serve()
    return len(updates) / fed.seconds


def _said(people: range) -> list[bytes]:
    """Everybody says the one, then everybody the other; as they come from Telegram."""
    first = [message(2 * n + 1, n, population.answer(n)) for n in people]
    second = [message(2 * n + 2, n, "weekends, or tuesday after 4") for n in people]
    return [json.dumps(update).encode() for update in (*first, *second)]
