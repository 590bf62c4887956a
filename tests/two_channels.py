"""Two people on two channels, in two zones and two languages, and a coordinator: the real thing.

`tests/test_erasing.py` lives through it once on each database.
"""

import inspect
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import update

from storage.database import Database
from storage.people import programmes
from storage.tables import Programme, table
from tests import product
from tests.phones import code
from tests.product import World, hold

G = table(Programme)
LUCIA = "+34612345678"  # in Madrid, by her number; Rosa and Dana are in New York, by the programme
ROSA, DANA = 7312845501, 6948203377
READING = timedelta(seconds=6)  # the same words sooner would be the same SMS
NOON = 15  # o'clock in UTC: the middle of the day in both


def monday_of_june(now: datetime) -> datetime:
    """Noon of the first Monday of the next June: no change of the clocks is near, on either
    side of the ocean."""
    june = datetime(now.year + (now.month > 5), 6, 1, NOON, 30, tzinfo=UTC)
    return june + timedelta(days=-june.weekday() % 7)


class Talk:
    """Three people; what one of them hears next."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.lucia, self.rosa = world.twilio.person(LUCIA), world.telegram.person(ROSA, name="Rosa")
        self.dana = world.telegram.person(DANA, name="Dana")

    async def hears(self, person: Any, words: str) -> str:
        """Wait for a text with these words, letting time pass to what is due next."""
        since = max(0, len(person.texts) - 2)  # more may come at the same time
        for _ in range(25):
            await self.world.quiet()
            if found := [text for text in person.texts[since:] if words in text]:
                return str(found[-1])
            await self.world.served.skip(None)
        raise AssertionError((words, person.texts[since:]))

    async def says(self, person: Any, *lines: str) -> str:
        """Say these, each when all is quiet and was read; the last thing they hear then."""
        for line in lines:
            await self.world.served.skip(READING)
            await hold(person, [line])
            await self.world.quiet()
        return str(person.texts[-1])


def wants_agreements(db: Database) -> None:
    """The programme asks two people to agree, as few do by themselves."""
    with db.writing() as connection:
        (number, found) = next(iter(programmes.every(connection).items()))
        settings = {**found.settings, "agreement": {"on": True}}
        connection.execute(update(G).where(G.c.id == number).values(settings=settings))


@asynccontextmanager
async def talking(database_url: str) -> AsyncIterator[Talk]:
    """The three before they have said anything, on a Monday in June."""
    async with product.product(database_url) as world:
        now = world.served.clock.now()
        world.served.clock.skip(monday_of_june(now) - now)
        wants_agreements(world.served.db)
        yield Talk(world)


async def lived_through(talk: Talk) -> None:
    """They are brought together, book, move, write, tell how it was, agree, and are written to."""
    parts = (ready, together, wrote, booked_and_moved, told, agreed, trained, checked_in, broadcast)
    for part in parts:
        await part(talk)


async def ready(talk: Talk) -> None:
    token = code(talk.world.served.db, talk.world.served.clock.now())
    done = talk.dana.starts(token)
    if inspect.isawaitable(done):
        await done
    await talk.dana.hears(1)
    await talk.says(talk.dana, "[Okay]")
    asked = (
        "bridge",
        "vale",
        "23",
        "Lucía",
        "1",
        "aprobar mates",
        "1",  # what time it is where she is
        "martes y jueves por la tarde",
        "1",
        "1",  # what she hopes for becomes her goal
        "el boletín",
        "pedir ayuda al profe",
        "30 de septiembre",
        "1",
    )
    await talk.says(talk.lucia, *asked)
    said = (
        "guide",
        "[Okay]",
        "52",
        "[School]",
        "nurse",
        "tuesdays and thursdays 10 to 12",
        "[One person]",
    )
    await talk.says(talk.rosa, *said)


async def together(talk: Talk) -> None:
    names = ("menu", "[Bring two together]", "[Lucía: school]", "[Rosa: school]")
    await talk.says(talk.dana, *names, "You both love maths.", "[Ask Rosa]")
    await talk.hears(talk.rosa, "Would you like to be a mentor for")
    assert "It's settled" in await talk.says(talk.rosa, "[Gladly]")
    assert "mar" in await talk.hears(talk.lucia, "16:00")
    await talk.hears(talk.rosa, "Lucía")


async def booked_and_moved(talk: Talk) -> None:
    await talk.says(talk.lucia, "1", "3")  # so far apart a call is offered first
    assert "10 am" in await talk.hears(talk.rosa, "Does that work?")
    assert "10 am" in await talk.says(talk.rosa, "[Works for me]")
    assert "16:00" in await talk.hears(talk.lucia, "Harbor Library")
    await talk.says(talk.lucia, "no puedo ir, me salio algo")
    await talk.hears(talk.rosa, "can't make it")
    await talk.says(talk.lucia, "1")
    await talk.hears(talk.rosa, "Does that work?")
    await talk.says(talk.rosa, "sounds good, yes")
    await talk.hears(talk.lucia, "MOVER")


async def wrote(talk: Talk) -> None:
    """From SMS to Telegram and back, by no number and no handle."""
    await talk.says(talk.lucia, "dile a Rosa que gracias por esperarme")
    text = await talk.hears(talk.rosa, "gracias por esperarme")
    assert text.startswith("Lucía: gracias por esperarme\n")
    assert "612345678" not in text
    await talk.world.served.skip(READING)
    done = talk.rosa.says("TO lucia any time!")  # that it goes across is not said
    if inspect.isawaitable(done):
        await done
    assert (await talk.hears(talk.lucia, "any time!")).startswith("Rosa: any time!\n")


async def told(talk: Talk) -> None:
    await talk.hears(talk.lucia, "martes")
    await talk.hears(talk.rosa, "did you and")
    await talk.says(talk.lucia, "si", "5 muy bien", "2")
    assert "That helps" in await talk.says(talk.rosa, "[We did]", "2", "0")


async def agreed(talk: Talk) -> None:
    """Each in their own words, and to the same."""
    await talk.hears(talk.rosa, "agree on")
    await talk.says(talk.rosa, "[That suits me]", "[That suits me]", "[I agree]")
    await talk.hears(talk.lucia, "una vez al mes")
    await talk.says(talk.lucia, "si", "1", "de acuerdo")
    assert any("acordado con Rosa" in text for text in talk.lucia.texts[-4:])
    await talk.hears(talk.rosa, "It's agreed")


async def trained(talk: Talk) -> None:
    """What Rosa learnt elsewhere, as the coordinator notes it."""
    await talk.says(talk.dana, "record 30 minutes for rosa")


async def checked_in(talk: Talk) -> None:
    await talk.hears(talk.rosa, "How is it going with")
    await talk.says(talk.rosa, "3 - very quiet, not sure I'm any use", "[Please call]")
    await talk.hears(talk.dana, "would like a call")
    await talk.says(talk.dana, "[It's done]", "list")
    assert any("differ" in label for label in talk.dana.buttons)  # five and two of five


async def broadcast(talk: Talk) -> None:
    text = "No meetings next week. Have a good rest! Dana"
    preview = await talk.says(talk.dana, "broadcast", "[Everyone]", text)
    assert "People: 2." in preview
    assert "SMS parts: 1. Other language: 1." in preview
    await talk.says(talk.dana, "[Send it]")
    assert await talk.hears(talk.rosa, "Have a good rest!") == text
    assert await talk.hears(talk.lucia, "Have a good rest!") == text  # who had heard enough
    await talk.says(talk.lucia, "gracias! y la biblioteca?")
    assert "y la biblioteca?" in await talk.hears(talk.dana, "biblioteca")
    await talk.says(talk.dana, "[Answer Lucía]", "Abierta hasta las seis.")
    assert "Dana: Abierta hasta las seis." in await talk.hears(talk.lucia, "Abierta")
