"""Two siblings on one SMS number, the coordinator on Telegram: the real thing."""

import inspect
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.tables import Participant, Person, table
from tests import product
from tests.conftest import sqlite_url
from tests.product import World
from tests.test_guardians_on_two_channels import coordinated
from tests.two_channels import Talk, monday_of_june

N, P = table(Participant), table(Person)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with product.product(sqlite_url(tmp_path)) as world:
        now = world.served.clock.now()
        world.served.clock.skip(monday_of_june(now) - now)
        yield world


async def test_two_siblings_join_are_told_apart_and_stop(world: World) -> None:
    talk = Talk(world)
    phone = talk.lucia
    await coordinated(talk)
    mine = ("23", "Lucía", "1", "aprobar mates", "1", "martes por la tarde", "1", "0")
    await talk.says(phone, "bridge", "vale", *mine)
    assert "¿Quién quiere participar?" in await talk.says(phone, "mi hermano quiere entrar también")
    await talk.says(phone, "1")
    his = ("20", "Leo", "1", "un trabajo", "1", "lunes por la tarde", "1", "0")
    assert (await talk.says(phone, "vale", *his)).startswith("Leo: ")
    await world.served.skip(timedelta(hours=1))
    assert (await talk.says(phone, "MENU")).startswith("¿Quién de ustedes escribe?")
    assert (await talk.says(phone, "1")).startswith("Lucía: ")
    assert (await talk.says(phone, "leo: MENU")).startswith("Leo: ")
    if inspect.isawaitable(done := phone.says("STOP")):  # Twilio answers this word itself
        await done
    await talk.hears(talk.dana, "shares a phone that wants no more texts")
    with world.served.db.reading() as db:
        theirs = select(P.c.stopped_at).join(N, N.c.person_id == P.c.id).where(N.c.role == "mentee")
        assert all(db.execute(theirs).scalars())
