"""A tiny round-robin before several web processes: connections are shared out in turn."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def round_robin(port: int, backends: Sequence[int]) -> AsyncIterator[None]:
    """Listen here, and pass each connection to the next backend that takes it."""
    turn = itertools.cycle(range(len(backends)))
    carrying: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        carrying.add(task)
        first = next(turn)
        order = [*backends[first:], *backends[:first]]
        # A cancelled connection is no error; asyncio's own callback would take it for one.
        with suppress(asyncio.CancelledError):
            await _carry(reader, writer, order)
        carrying.discard(task)
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", port)
    try:
        yield
    finally:
        server.close()
        for task in list(carrying):
            task.cancel()
        await asyncio.gather(*carrying, return_exceptions=True)


async def _carry(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, backends: Sequence[int]
) -> None:
    for port in backends:
        with suppress(OSError):
            theirs, ours = await asyncio.open_connection("127.0.0.1", port)
            break
    else:
        return
    ways = [asyncio.create_task(_pipe(reader, ours)), asyncio.create_task(_pipe(theirs, writer))]
    try:
        # Whichever side goes first, the connection is over: both speak HTTP.
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        ours.close()


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
