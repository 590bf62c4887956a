"""The whole product with a clock that moves only when told, and three people around it."""

import asyncio
import inspect
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import select

from assistant.commands import installation
from assistant.schedule.timekeeping import Timekeeper
from storage import times
from storage.sealing.sealed import find_by
from storage.tables import Address, Run, table
from tests import product

A, R = table(Address), table(Run)
PROGRAMME = Path(__file__).parent / "programme.toml"
READING = timedelta(seconds=40)  # from a text to its answer, where nobody takes their time
PATIENT = 60.0  # seconds that a provider may take, on a machine that is very busy
LONGEST = timedelta(days=25)  # until something that somebody waits for


class Standing(Timekeeper):
    """A time that stands still, so that the same happens at the same moments whenever it is
    played."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(lambda: moment)
        self._moment = moment

    def now(self) -> datetime:
        return self._moment

    def in_doubt(self, reference: datetime) -> bool:
        return False


class Said(NamedTuple):
    """A text of somebody, or to somebody, with the buttons below it."""

    at: datetime
    who: str
    own: bool  # theirs, and not ours
    text: str
    buttons: tuple[str, ...] = ()
    file: str = ""


class Scene(NamedTuple):
    """Where a part of it begins in all that was said."""

    begins: int
    title: str
    quiet: bool


@dataclass
class Somebody:
    """Who has a phone on a channel, somewhere."""

    name: str
    person: Any
    channel: str
    address: str
    zone: ZoneInfo
    language: str
    read: int = 0


@dataclass
class Stage:
    """Three people, the time, and all that was said."""

    world: product.World
    people: dict[str, Somebody] = field(default_factory=dict)
    log: list[Said] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        return self.world.served.clock.now()

    # Time.

    async def settle(self) -> None:
        """Wait until nothing more follows from what was said, and read it."""
        await self.world.quiet()
        for one in self.people.values():
            self._read(one)

    async def passes(self, **time: float) -> None:
        """Let time go by, and all that is due in it come."""
        await self._until(self.now + timedelta(**time))

    async def comes(self, who: str, day: int, hour: int, minute: int = 0) -> None:
        """Until it is so late where somebody is, that many days from today."""
        there = self.now.astimezone(self.people[who].zone)
        at = there.replace(hour=hour, minute=minute, second=0, microsecond=0)
        await self._until((at + timedelta(days=day)).astimezone(UTC))

    async def goes_on(self, end: datetime) -> None:
        """To what is due next, or to the end."""
        due = self._due()
        await self._until(min(due, end) if due else end)

    async def _until(self, at: datetime) -> None:
        while (due := self._due()) is not None and due <= at:
            await self.world.served.skip(due - self.now)
            await self.settle()
        self.world.served.clock.skip(at - self.now)  # nothing is due by then

    def _due(self) -> datetime | None:
        with self.world.served.db.reading() as db:
            return times.next_due(db, self.now)

    async def asked(self, who: str, place: str, within: timedelta = LONGEST) -> None:
        """Let time go by until somebody is asked this, as "flow.state"."""
        end = self.now + within
        while (found := self.place(who)) != place:
            due = self._due()
            if due is None or due > end:
                raise AssertionError((who, place, found, self.now, self.told()))
            await self.world.served.skip(due - self.now)
            await self.settle()

    def scene(self, title: str, quiet: bool = False) -> None:
        """From here on something else is told, or where it is quiet, how much there was."""
        begins = len(self.log)
        while begins and self.log[begins - 1].at == self.now and not self.log[begins - 1].own:
            begins -= 1  # what has just arrived belongs to it
        self.scenes.append(Scene(begins, title, quiet))

    # What somebody does.

    async def says(self, who: str, *lines: str) -> None:
        """Write these one after the other, each once all is read."""
        for line in lines:
            await self.passes(seconds=READING.total_seconds())
            self.log.append(Said(self.now, who, True, line))
            done = self.people[who].person.says(line)
            if inspect.isawaitable(done):
                await done
            await self.settle()

    async def presses(self, who: str, *tokens: str) -> None:
        """Press the button of this option, or that says this."""
        for token in tokens:
            await self.passes(seconds=READING.total_seconds())
            label = self._label(who, token)
            self.log.append(Said(self.now, who, True, label, (label,)))
            self.people[who].person.presses(label)
            await self.settle()

    def _label(self, who: str, token: str) -> str:
        """What the newest buttons say of this option, or a label that begins so."""
        person = self.people[who].person
        shown = next(
            sent.buttons for sent in reversed(person.bot.chats[person.chat]) if sent.buttons
        )
        for label, data in (pair for row in shown for pair in row):
            if token == data.rpartition(":")[2] or (len(token) > 1 and label.startswith(token)):
                return str(label)
        raise AssertionError((who, token, self.told()))

    # What is known of it.

    def place(self, who: str) -> str:
        """Where their newest open run stands."""
        one = self.people[who]
        query = (
            select(R.c.flow, R.c.state)
            .join(A, A.c.person_id == R.c.person_id)
            .where(A.c.digest == find_by(one.channel, one.address), R.c.closed_at.is_(None))
            .order_by(R.c.depth.desc())
        )
        with self.world.served.db.reading() as db:
            found = db.execute(query).first()
        return f"{found.flow}.{found.state}" if found else ""

    def said_to(self, who: str, words: str, last: int = 9) -> bool:
        """Whether these words stand among what somebody has read of late."""
        theirs = [one.text for one in self.log if one.who == who and not one.own]
        return any(words in text for text in theirs[-last:])

    def told(self, last: int = 6) -> str:
        return "\n".join(
            f"{one.who} {'<' if one.own else '>'} {one.text}" for one in self.log[-last:]
        )

    def _read(self, one: Somebody) -> None:
        for text, buttons, file in _received(one)[one.read :]:
            self.log.append(Said(self.now, one.name, False, text, buttons, file))
            one.read += 1


def _received(one: Somebody) -> list[tuple[str, tuple[str, ...], str]]:
    if one.channel == "sms":
        return [(text, (), "") for text in one.person.texts]
    return [
        (
            sent.text,
            tuple(label for row in sent.buttons for label, _ in row),
            "png" if sent.file else "",
        )
        for sent in one.person.bot.chats[one.person.chat]
    ]


@asynccontextmanager
async def set_up(database_url: str, begins: datetime) -> AsyncIterator[Stage]:
    """The product as an operator sets it up, and nobody there yet."""
    async with (
        product.around() as world,
        product.serving(
            world, database_url, waits=product.Waits(answer=PATIENT), keeper=Standing(begins)
        ),
    ):
        world.leads_on = product.leads_on(product.DUE_BY_NOW)
        await asyncio.to_thread(installation.describe, world.settings, PROGRAMME)
        yield Stage(world)


def joins(stage: Stage, name: str, address: str | int, zone: str, language: str) -> None:
    """Somebody with a number, or with an account of Telegram."""
    if isinstance(address, str):
        person: Any = stage.world.twilio.person(address)
        channel = "sms"
    else:
        person, channel = (
            stage.world.telegram.person(address, name=name, language=language),
            "telegram",
        )
    stage.people[name] = Somebody(name, person, channel, str(address), ZoneInfo(zone), language)
