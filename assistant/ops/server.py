"""The web server: listens, says what is wrong when it cannot, and ends when it is told to."""

import asyncio
import errno
import logging
import os
import signal
import socket
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import uvicorn
from fastapi import FastAPI

from assistant.ops import connections, logs
from assistant.ops.config import BadSettings, Settings
from assistant.ops.connections import Connections, Protocol

log = logs.get("server")

STOP_WITHIN = 2  # seconds that open requests get
WAITING = 2048  # connections that may wait to be accepted
AT_ONCE = 32  # that are accepted before others have their turn
QUIET = 60.0  # seconds until the same trouble is logged again

Close = Callable[[], Coroutine[Any, Any, None]]


def listen(settings: Settings) -> socket.socket:
    """The socket of this process; raises BadSettings when the port is not to be had."""
    family = socket.AF_INET6 if ":" in settings.listens_on else socket.AF_INET
    address = (settings.listens_on, settings.port)
    try:
        return socket.create_server(address, family=family, backlog=WAITING)
    except (OSError, UnicodeError) as error:
        # Below zero: the name was not found; Python says so as an OSError like the others.
        number = getattr(error, "errno", None) or -1
        if number < 0 or number == errno.EADDRNOTAVAIL:
            raise BadSettings(f"HOST {address[0]} is no address of this machine") from error
        told = os.strerror(number)
        raise BadSettings(f"PORT {settings.port} is not to be had: {told}") from error


class Unhandled:
    """What the loop itself could not handle: a line of each kind a minute.

    Where no connection can be accepted, the loop says so for each one that waits, every second.
    """

    def __init__(self) -> None:
        self._told: dict[str, float] = {}

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        code = type(error).__name__
        # No more of the message: it may quote what was received.
        words = " ".join(str(context.get("message", "")).split()[:3])
        kind = f"{words} {code}"
        if loop.time() - self._told.get(kind, -QUIET) >= QUIET:
            self._told[kind] = loop.time()
            log.error("failed in the loop", what=words, code=code, exc_info=error)


class Server(uvicorn.Server):
    """Ends the open streams as soon as it is told to stop, so that it can."""

    def __init__(self, app: FastAPI, settings: Settings, close_streams: Close) -> None:
        # Its tracebacks could show what somebody wrote; ours are logged where they are caught.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._connections = Connections(connections.room())
        protocol: Any = partial(Protocol, connections=self._connections)
        config = uvicorn.Config(
            app,
            http=protocol,
            ws="none",
            backlog=AT_ONCE,
            log_config=None,
            access_log=False,
            lifespan="off",
            proxy_headers=bool(settings.public_url),
            timeout_graceful_shutdown=STOP_WITHIN,
        )
        super().__init__(config)
        self._close_streams = close_streams
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(Unhandled())

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for one in sockets or ():
            one.listen(WAITING)  # the library lets no more wait than it accepts at once

    async def on_tick(self, counter: int) -> bool:
        self._connections.sweep(self._loop.time())
        return await super().on_tick(counter)

    def handle_exit(self, sig: int, frame: Any) -> None:
        # Not the library's own: it raises the signal again before our loops have finished.
        self._loop.call_soon_threadsafe(self._loop.create_task, self._close_streams())
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True
