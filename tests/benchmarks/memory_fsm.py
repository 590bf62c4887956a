"""The peer that keeps nothing: aiogram's state machine in memory, fed raw updates."""

import json
import time
from collections.abc import AsyncGenerator, Sequence
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import TelegramMethod
from aiogram.types import Chat, Message


class Intake(StatesGroup):
    hopes = State()
    free = State()


class _Null(BaseSession):
    """Takes every call and sends nothing."""

    async def close(self) -> None: ...

    async def make_request(
        self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None
    ) -> Any:
        return Message(message_id=1, date=0, chat=Chat(id=1, type="private"))  # type: ignore[arg-type]

    async def stream_content(self, *given: Any, **more: Any) -> AsyncGenerator[bytes, None]:
        yield b""


async def rate(greetings: Sequence[bytes], updates: Sequence[bytes]) -> float:
    """Updates a second, each answered and its state and answer kept in memory; the greetings,
    one from everybody, come before."""
    bot, dispatcher = Bot("1:token", session=_Null()), _dispatcher()
    for update in greetings:
        await dispatcher.feed_raw_update(bot, json.loads(update))
    started = time.perf_counter()
    for update in updates:
        await dispatcher.feed_raw_update(bot, json.loads(update))
    seconds = time.perf_counter() - started
    await bot.session.close()
    return len(updates) / seconds


def _dispatcher() -> Dispatcher:
    dispatcher = Dispatcher(storage=MemoryStorage())

    @dispatcher.message(StateFilter(None))
    async def first(heard: Message, state: FSMContext) -> None:
        await state.set_state(Intake.hopes)
        await heard.answer("What would you like to be different?")

    @dispatcher.message(StateFilter(Intake.hopes))
    async def hopes(heard: Message, state: FSMContext) -> None:
        await state.update_data(hopes=heard.text)
        await state.set_state(Intake.free)
        await heard.answer("When could you usually meet someone?")

    @dispatcher.message(StateFilter(Intake.free))
    async def free(heard: Message, state: FSMContext) -> None:
        await state.update_data(free=heard.text)
        await state.set_state(Intake.hopes)
        await heard.answer("Noted. What else would you like to be different?")

    return dispatcher
