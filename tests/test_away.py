"""The database locked, gone, or behind a network that swallows: webhooks are answered in time,
and afterwards everybody is answered, once, without a restart."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from assistant import app
from assistant.inbox import webhooks
from storage.tables import Message, table
from tests import product
from tests.conftest import sqlite_url
from tests.product import World, hold

M = table(Message)
ANA = "+12125550123"
NOTICED = 3.0  # seconds


@pytest.mark.parametrize("channel", ["sms", "telegram"])
async def test_a_locked_database_is_told_in_time_and_nothing_is_lost_or_doubled(
    tmp_path: Path, channel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered: list[float] = []
    monkeypatch.setattr(webhooks, "_in_time", timed(webhooks._in_time, answered))
    async with product.product(sqlite_url(tmp_path)) as world:
        person = world.telegram.person(7) if channel == "telegram" else world.twilio.person(ANA)
        await hold(person, ["bridge"])
        with closing(sqlite3.connect(tmp_path / "assistant.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            answered.clear()
            saying = asyncio.create_task(says(person, "ok"))
            async with asyncio.timeout(60):
                while len(answered) < 2:  # delivered, refused, and delivered again
                    await asyncio.sleep(0.05)
            other.execute("ROLLBACK")
        await saying
        await person.hears(2)
        await world.quiet()
        assert world.rows(M.c.text, direction="in") == ["bridge", "ok"]
        assert len(person.texts) == 2
    assert max(answered[:2]) < 2 * webhooks.PATIENCE


class Network:
    """What lies between the product and its PostgreSQL server."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._pairs: list[tuple[asyncio.StreamWriter, asyncio.StreamWriter]] = []
        self._flows = asyncio.Event()
        self._flows.set()
        self.refuses = False

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.refuses:
            return writer.close()
        theirs, ours = await asyncio.open_unix_connection(str(self._socket))
        self._pairs.append((writer, ours))
        flows = self._flows
        await asyncio.gather(pump(reader, ours, flows), pump(theirs, writer, flows))
        return None

    def cut(self) -> None:
        """Every connection ends."""
        for pair in self._pairs:
            for end in pair:
                end.close()
        self._pairs.clear()

    def swallow(self) -> None:
        """What open connections carry arrives nowhere any more; new ones are well. The server
        notices that nobody is there, as its keepalives do."""
        self._flows.clear()
        self._flows = asyncio.Event()
        self._flows.set()
        swallowed, self._pairs = self._pairs, []
        for _, ours in swallowed:
            asyncio.get_running_loop().call_later(NOTICED, ours.close)


async def pump(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, flows: asyncio.Event
) -> None:
    try:
        while data := await reader.read(65536):
            await flows.wait()
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


@asynccontextmanager
async def through(postgres: str, url: str) -> AsyncIterator[tuple[Network, str]]:
    """A network, and the address of the database behind it."""
    folder = str(make_url(postgres).query["host"])
    network = Network(Path(folder) / ".s.PGSQL.5432")
    server = await asyncio.start_server(network.carry, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    there = make_url(url).set(host="127.0.0.1", port=port).difference_update_query(["host"])
    try:
        yield network, there.render_as_string(False)
    finally:
        server.close()
        network.cut()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("how", ["terminated", "cut off", "swallowed", "restarted"])
async def test_everybody_is_answered_after_postgresql_was_away(
    postgres: str, database_url: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "LONGEST", 2.0)
    async with (
        through(postgres, database_url) as (network, url),
        product.product(url) as world,
    ):
        people = [world.telegram.person(number) for number in range(1, 5)]
        people += [world.twilio.person(f"+1212555010{number}") for number in range(4)]
        await asyncio.gather(*(hold(person, ["bridge"]) for person in people))
        saying = [asyncio.create_task(says(person, "ok")) for person in people]
        await break_it(network, database_url, how)
        await asyncio.gather(*saying)
        await asyncio.gather(*(person.hears(2, within=90) for person in people))
        await asyncio.gather(*(hold(person, ["23"]) for person in people))
        await world.quiet()
        assert {len(person.texts) for person in people} == {3}
        assert await healthy(world)


async def break_it(network: Network, url: str, how: str) -> None:
    if how == "terminated":
        await asyncio.to_thread(terminate, url)
    elif how == "cut off":
        network.cut()
    elif how == "swallowed":
        network.swallow()
    else:
        network.refuses = True
        network.cut()
        await asyncio.sleep(1)
        network.refuses = False


def terminate(url: str) -> None:
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    others = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with engine.begin() as db:
        db.execute(text(others))
    engine.dispose()


async def healthy(world: World) -> bool:
    """Whether /health says so within half a minute."""
    for _ in range(60):
        async with world.session.get(f"{world.url}/health") as answer:
            if answer.status == 200:
                return True
        await asyncio.sleep(0.5)
    return False


async def says(person: object, line: str) -> None:
    done = person.says(line)  # type: ignore[attr-defined]
    if isinstance(done, Awaitable):
        await done


def timed(
    in_time: Callable[[Awaitable[None]], Awaitable[None]], into: list[float]
) -> Callable[[Awaitable[None]], Awaitable[None]]:
    """The same, noting how long each answer took."""

    async def measured(kept: Awaitable[None]) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            await in_time(kept)
        finally:
            into.append(loop.time() - began)

    return measured
