"""Serves a fake over HTTP on 127.0.0.1: in the running loop, in a thread, or as a process."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any
from urllib.request import Request, urlopen

import uvicorn
from starlette.applications import Starlette


@asynccontextmanager
async def serving(app: Starlette, port: int = 0) -> AsyncIterator[str]:
    """Serve in this event loop; the address."""
    config = uvicorn.Config(
        app, host="127.0.0.1", port=port, log_level="error", timeout_graceful_shutdown=1
    )
    config.load()
    server = uvicorn.Server(config)
    # Without its own main loop: that one takes signals, and a tenth of a second to stop.
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        await server.shutdown()


@contextmanager
def threaded(app: Starlette, port: int = 0) -> Iterator[str]:
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
    assert ready.wait(10)
    try:
        yield told[0]
    finally:
        told[1].call_soon_threadsafe(done.set)
        thread.join(10)


def tell(url: str, do: str, **given: Any) -> Any:
    """A command to a fake in another thread or process, by its control door."""
    body = json.dumps({"do": do, **given}).encode()
    request = Request(f"{url}/control", body, {"Content-Type": "application/json"})
    with urlopen(request, timeout=30) as answer:
        return json.load(answer)["result"]


def run(app: Starlette, port: int) -> None:
    """Serve until interrupted: the whole of a process."""
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", timeout_graceful_shutdown=1)
