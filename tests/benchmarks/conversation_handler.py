"""The peer in Telegram's own library: ConversationHandler, saved after every update.

500 chats stand in one state each; an update moves a chat on and is answered through a bot that
sends nothing. PicklePersistence is flushed after every update, since what it has not flushed is
lost with the process.
"""

import asyncio
import itertools
import os
import tempfile
import time
from datetime import timedelta
from pathlib import Path
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

CHATS = 500
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


def rate(updates: int) -> float:
    """Updates a second."""
    return asyncio.run(_rate(updates))


async def _rate(updates: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        application = _application(Path(folder) / "state.pickle")
        await application.initialize()
        numbers = itertools.count(1)
        for chat in range(CHATS):
            await _feed(application, next(numbers), chat)
        started = time.perf_counter()
        for number in range(updates):
            await _feed(application, next(numbers), number % CHATS)
        seconds = time.perf_counter() - started
        await application.shutdown()
    return updates / seconds


def _application(file: Path) -> Any:
    bot = ExtBot("1:token", request=_Silent(), get_updates_request=_Silent())
    persistence = PicklePersistence(file, update_interval=timedelta(hours=1))
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


async def _feed(application: Any, number: int, chat: int) -> None:
    update = Update.de_json(message(number, chat), application.bot)
    await application.process_update(update)
    await application.update_persistence()
    await application.persistence.flush()


def message(number: int, chat: int) -> dict[str, Any]:
    """An update with a text, as Telegram writes it."""
    person = {"id": 1000 + chat, "is_bot": False, "first_name": "Jay", "language_code": "en"}
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_772_550_000,
            "chat": {"id": 1000 + chat, "type": "private", "first_name": "Jay"},
            "from": person,
            "text": "I want to pass maths",
        },
    }
