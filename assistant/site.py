"""The web application: the webhooks, health, the pages about data, the simulated phones, and the
console."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

from fastapi import FastAPI

from assistant.channels.telegram.adapter import Telegram
from assistant.console import asked, console, legal, phone
from assistant.console.streams import Streams
from assistant.inbox import webhooks
from assistant.ops import health
from assistant.ops.config import Settings
from assistant.programmes import codes
from assistant.schedule.virtual_clock import Clock
from storage.database import Database


class Parts(NamedTuple):
    """What of the product its web application shows or calls."""

    settings: Settings
    db: Database
    accept: webhooks.Accept
    bot: Telegram | None
    clock: Clock
    streams: Streams
    state: health.State
    skip: phone.Skip | None  # time
    wake: Callable[[], None]  # whoever takes turns and sends


def build(parts: Parts) -> FastAPI:
    """The web application with its pages."""
    doors = webhooks.Doors(parts.settings, parts.db, parts.accept, parts.bot, parts.clock.now)
    app = webhooks.build(doors, parts.settings, parts.state)
    app.include_router(phone.routes(_phones(parts)))
    app.include_router(legal.routes(parts.db))
    app.include_router(console.routes(_console(parts)))
    return app


def _console(parts: Parts) -> asked.Needs:
    settings = parts.settings
    return asked.Needs(
        parts.db,
        parts.clock.now,
        parts.clock.keeper.now,
        parts.wake,
        base=settings.public_url or f"http://localhost:{settings.port}",
        secure=settings.public_url.startswith("https:"),
        reaches_people=settings.reaches_people,
        rehearsing=settings.phones_open and not (settings.public_url or settings.reaches_people),
    )


def _phones(parts: Parts) -> phone.Needs:
    async def coordinator_code(programme: int) -> str:
        """With which one phone becomes that programme's coordinator's."""
        now = parts.clock.now()
        return await asyncio.to_thread(codes.at_a_phone, parts.db, programme, now)

    return phone.Needs(
        parts.db,
        parts.accept,
        parts.streams,
        lambda _request: parts.settings.phones_open,
        None if parts.settings.reaches_people else coordinator_code,
        parts.clock.now,
        parts.skip,
    )
