"""Serves a fake over HTTP on 127.0.0.1: in the running loop, in a thread, or as a process."""

import asyncio
import json
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, cast
from urllib.request import Request, urlopen

import uvicorn

from tests import ports


class Door:
    """Where a fake of this loop listens; shut, connections are refused."""

    server: uvicorn.Server

    def shut(self) -> None:
        self._port = self.server.servers[0].sockets[0].getsockname()[1]
        while self.server.servers:
            self.server.servers.pop().close()
        for connection in list(self.server.server_state.connections):
            connection.transport.abort()  # type: ignore[union-attr]

    def open(self) -> None:
        listening = socket.create_server(("127.0.0.1", self._port), reuse_port=False)
        self._opening = asyncio.create_task(self._listen(listening))

    async def _listen(self, listening: socket.socket) -> None:
        config, state = self.server.config, self.server.server_state
        protocol = cast(Any, config.http_protocol_class)
        serve = lambda: protocol(config, state, self.server.lifespan.state)  # noqa: E731
        loop = asyncio.get_running_loop()
        self.server.servers.append(await loop.create_server(serve, sock=listening))


@asynccontextmanager
async def serving(app: Any, port: int = 0, door: Door | None = None) -> AsyncIterator[str]:
    """Serve in this event loop; the address."""
    config = uvicorn.Config(
        app,
        host="127.0.0.1",
        port=port or ports.reserve(),
        log_level="error",
        timeout_graceful_shutdown=1,
    )
    config.load()
    server = uvicorn.Server(config)
    # Without its own main loop: that one takes signals, and a tenth of a second to stop.
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    if door:
        door.server = server
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        await server.shutdown()


@contextmanager
def threaded(app: Any, port: int = 0) -> Iterator[str]:
    """Serve in a thread with a loop of its own; the address."""
    ready, done = threading.Event(), asyncio.Event()
    told: list[Any] = []

    async def serve() -> None:
        async with serving(app, port) as url:
            told.extend((url, asyncio.get_running_loop()))
            ready.set()
            await done.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(60)
    try:
        yield told[0]
    finally:
        told[1].call_soon_threadsafe(done.set)
        thread.join(60)


def tell(url: str, do: str, **given: Any) -> Any:
    """A command to a fake in another thread or process, by its control door."""
    body = json.dumps({"do": do, **given}).encode()
    request = Request(f"{url}/control", body, {"Content-Type": "application/json"})
    with urlopen(request, timeout=30) as answer:
        return json.load(answer)["result"]


def run(app: Any, port: int) -> None:
    """Serve until interrupted: the whole of a process."""
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", timeout_graceful_shutdown=1)
