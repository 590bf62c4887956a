"""A pupil and the mother by SMS in Spanish, the mentor on Telegram in English: the real thing."""

import inspect
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests import product
from tests.conftest import sqlite_url
from tests.phones import code
from tests.product import World
from tests.two_channels import Talk, monday_of_june

MUM = "+34612345679"


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with product.product(sqlite_url(tmp_path)) as world:
        now = world.served.clock.now()
        world.served.clock.skip(monday_of_june(now) - now)
        with world.served.db.writing() as db:
            db.execute(text("UPDATE programme SET minimum_age = 13"))
        yield world


async def test_a_pupil_of_15_joins_and_the_mothers_stop_ends_it(world: World) -> None:
    talk = Talk(world)
    mum = world.twilio.person(MUM)
    await coordinated(talk)
    await talk.says(talk.lucia, "bridge", "vale", "15", "1", "612 34 56 79", "2")
    await talk.hears(mum, "¿Da su permiso?")
    assert "15 años" in mum.texts[0]
    await talk.says(mum, "sí, claro")
    assert any("¡Gracias!" in one for one in mum.texts)
    await talk.hears(talk.lucia, "llam")
    said = ("Lucía", "1", "aprobar mates", "1", "martes y jueves por la tarde", "1", "0")
    await talk.says(talk.lucia, *said)
    await mentored(talk)
    names = ("menu", "[Bring two together]", "[Lucía: school]", "[Rosa: school]")
    await talk.says(talk.dana, *names, "You both love maths.", "[Ask Rosa]")
    await talk.hears(talk.rosa, "Lucía")
    await talk.says(talk.rosa, "[Gladly]")
    await talk.hears(talk.lucia, "Rosa")
    if inspect.isawaitable(done := mum.says("STOP")):  # Twilio answers this word itself
        await done
    await talk.hears(talk.lucia, "Tu familia me ha pedido terminar")
    assert "nothing to do with you" in await talk.hears(talk.rosa, "Lucía has left")
    await talk.hears(talk.dana, "A parent of Lucía ended it")


async def coordinated(talk: Talk) -> None:
    done = talk.dana.starts(code(talk.world.served.db, talk.world.served.clock.now()))
    if inspect.isawaitable(done):
        await done
    await talk.dana.hears(1)
    await talk.says(talk.dana, "[Okay]")


async def mentored(talk: Talk) -> None:
    said = ("guide", "[Okay]", "52", "[School]", "nurse")
    await talk.says(talk.rosa, *said, "tuesdays and thursdays 10 to 12", "[One person]")
