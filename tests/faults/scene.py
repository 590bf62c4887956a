"""Everything that runs during a run: the fakes, the product, its database, the people."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from storage import schema
from storage.database import open_database
from tests import phones
from tests.faults import courses, guardians, meetings, staff
from tests.faults import product as products
from tests.faults.balance import round_robin
from tests.faults.books import Books
from tests.faults.consents import Register
from tests.faults.guardians import stands
from tests.faults.people import Person
from tests.faults.processes import Fake, Launcher, end, until
from tests.faults.product import Product
from tests.faults.roles import Role
from tests.faults.servers import Server
from tests.faults.staff import Staff
from tests.faults.watch import Watch
from tests.live import go_live

NO_LIMIT = aiohttp.ClientTimeout(total=None)
TALK = 600.0  # seconds for about everybody to hear something more


@dataclass
class Scene:
    """What a run needs to reach."""

    product: Product
    server: Server
    twilio: Fake
    telegram: Fake
    watch: Watch
    books: Books
    register: Register
    staff: Sequence[Staff]  # who is on call
    people: list[Person] = field(default_factory=list)

    async def talk(self) -> None:
        """Wait until about everybody has heard something more."""
        enough = self._heard() + sum(not person.left for person in self.people)
        await until(lambda: self._heard() >= enough, "people hear something", within=TALK)

    async def word(self) -> None:
        """Wait until somebody has heard something more."""
        before = self._heard()
        await until(lambda: self._heard() > before, "somebody hears something", within=TALK)

    async def frozen(self) -> None:
        """Wait until somebody has said what freezes their match."""
        afraid = [person for person in self.people if person.role is Role.FEARS]
        await until(lambda: any(one.confided for one in afraid), "a match is frozen", TALK)

    async def crossed(self) -> None:
        """Wait until two who were offered to each other have written to each other."""
        mentees = [one for one in self.people if one.role is Role.COMES and not one.mentor]
        wrote = lambda: any(courses.wrote(one) for one in mentees)  # noqa: E731
        await until(wrote, "two write to each other", TALK)

    async def taken_back(self) -> None:
        """Wait until a guardian has taken back a consent."""
        children = [person for person in self.people if person.guardian]
        ended = lambda: any(stands(one).state == "ended" for one in children)  # noqa: E731
        await until(ended, "a consent is taken back", TALK)

    def _heard(self) -> int:
        return sum(len(one.heard) for some in (self.people, self.staff) for one in some)


@asynccontextmanager
async def scene(
    server: Server, webs: int, launcher: Launcher, folder: Path
) -> AsyncIterator[Scene]:
    """The fakes and the product, up and running; all of it gone afterwards."""
    async with AsyncExitStack() as stack:
        connector = aiohttp.TCPConnector(limit=0, force_close=True)
        session = aiohttp.ClientSession(timeout=NO_LIMIT, connector=connector)
        await stack.enter_async_context(session)
        fakes = []
        for name in ("twilio", "telegram"):
            fakes.append(Fake(name, folder / "fakes.log", session))
            stack.push_async_callback(end, fakes[-1].life)
        for fake in fakes:
            await fake.ready()
        product = products.build(server.url, webs, launcher, fakes, folder / "skew")
        stack.push_async_callback(product.end)
        doors = [one.port for one in product.processes if one.part != "worker"]
        if webs:
            await stack.enter_async_context(round_robin(product.public_port, doors))
        code = await asyncio.to_thread(_furnish, server.url)
        await products.introduce(product, fakes[0])
        await product.start_all()
        watch = Watch(doors)
        stack.push_async_callback(_stop, asyncio.create_task(watch.run()))
        books, register = Books(server.url), Register(server.url)
        on_call = staff.everybody(fakes[0], fakes[1], books)
        await on_call[-1].comes(code)
        for task in (books.run(), register.run(), *(one.attend() for one in on_call)):
            stack.push_async_callback(_stop, asyncio.create_task(task))
        yield Scene(product, server, fakes[0], fakes[1], watch, books, register, on_call)


async def _stop(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def _furnish(database_url: str) -> str:
    """A programme that may go live, with its rota; the coordinator's code."""
    db = open_database(database_url)
    try:
        schema.migrate(db)
        now = datetime.now(UTC)
        with db.writing() as connection:
            go_live(connection, now)
        meetings.place(db, meetings.midday(now))
        staff.on_rota(db)
        guardians.let_in(db)
        courses.agree(db)
        return phones.code(db, now)
    finally:
        db.close()
