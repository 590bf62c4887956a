"""The peer in Telegram's own library: ConversationHandler, saved after every update.

500 chats stand in one state each; an update moves a chat on and is answered through a bot that
sends nothing. PicklePersistence is flushed after every update, since what it has not flushed is
lost with the process.
"""

import asyncio
import os
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("PTB_TIMEDELTA", "1")

from telegram import Update
from telegram.ext import (
    Application,
    ContextTypes,
    ConversationHandler,
    ExtBot,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.request import BaseRequest

from assistant import loops
from storage.database import open_database
from tests.benchmarks import databases, population
from tests.benchmarks.figures import Figure, Sizes, command

STATES = 6


class _Silent(BaseRequest):
    """Answers everything at once, from memory."""

    read_timeout = 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, url: str, *_given: Any, **_more: Any) -> tuple[int, bytes]:
        if url.endswith("getMe"):
            return (
                200,
                b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"b","username":"b"}}',
            )
        return 200, (
            b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}'
        )


def compare(sizes: Sizes) -> list[Figure]:
    """Our turns on SQLite and its updates, with as many people as chats."""
    with databases.sqlite() as server, databases.fresh(server) as url:
        population.populate(url, sizes.chats)
        loops.tune()
        rates = [(_ours(url, sizes), _theirs(sizes)) for _ in range(sizes.rounds)]
    return [
        Figure(
            f"turns on SQLite to ConversationHandler with PicklePersistence, {sizes.chats} people",
            median(ours / theirs for ours, theirs in rates),
            20,
            "higher",
            command("conversation-handler"),
            "; ".join(f"{ours:,.0f} turns/s, {theirs:,.0f} updates/s" for ours, theirs in rates),
            "claim, read, decide, keep and commit turns of messages accepted before, texts sealed",
            "handle updates made before, send nowhere, and flush the pickle after each",
        )
    ]


def _ours(url: str, sizes: Sizes) -> float:
    """Turns a second, over a few fresh copies."""
    taken, seconds = 0, 0.0
    for _ in range(sizes.passes):
        with databases.copied(url) as copy:
            db = open_database(copy)
            turns = population.turns(db)
            turns.step()  # statements are compiled
            started = time.perf_counter()
            while step := turns.step():
                taken += step
            seconds += time.perf_counter() - started
            db.close()
    return taken / seconds


def _theirs(sizes: Sizes) -> float:
    """Updates a second."""
    return asyncio.run(_rate(sizes))


async def _rate(sizes: Sizes) -> float:
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        application = _application(Path(folder) / "state.pickle")
        await application.initialize()
        for number in range(sizes.chats):
            await _process(application, message(number, number))
        await _save(application)
        started = time.perf_counter()
        for number in range(sizes.updates):
            await _process(application, message(sizes.chats + number, number % sizes.chats))
            await _save(application)
        seconds = time.perf_counter() - started
        await application.shutdown()
    return sizes.updates / seconds


def _application(file: Path) -> Any:
    bot = ExtBot("1:token", request=_Silent(), get_updates_request=_Silent())
    persistence = PicklePersistence(file, update_interval=3600)
    application = Application.builder().bot(bot).persistence(persistence).build()
    words = filters.TEXT
    states: dict[object, Any] = {
        state: [MessageHandler(words, _next(state))] for state in range(STATES)
    }
    application.add_handler(
        ConversationHandler(
            entry_points=[MessageHandler(words, _next(STATES - 1))],
            states=states,
            fallbacks=[],
            name="intake",
            persistent=True,
        )
    )
    return application


def _next(state: int) -> Any:
    async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        assert update.message is not None
        assert context.user_data is not None
        context.user_data[f"answer {state}"] = update.message.text
        await update.message.reply_text("Thank you. What comes next?")
        return (state + 1) % STATES

    return answer


async def _process(application: Any, update: dict[str, Any]) -> None:
    await application.process_update(Update.de_json(update, application.bot))


async def _save(application: Any) -> None:
    await application.update_persistence()
    await application.persistence.flush()


def message(number: int, chat: int, words: str = "I want to pass maths") -> dict[str, Any]:
    """An update with a text, as Telegram writes it."""
    person = {"id": 1000 + chat, "is_bot": False, "first_name": "Jay", "language_code": "en"}
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_772_550_000,
            "chat": {"id": 1000 + chat, "type": "private", "first_name": "Jay"},
            "from": person,
            "text": words,
        },
    }
