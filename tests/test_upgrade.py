"""An installation of release 0.1 goes on where it stood: everybody in the middle of something.

What it held was left by tests/data/make_release.py, run in that release, on both databases.
"""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import create_engine, func, select, text

from storage import schema
from storage.database import open_database
from storage.tables import Message, Participant, Person, Run, metadata, table
from tests import product
from tests.data.make_release import ANA, BEN, CARA, DANA
from tests.product import World

RELEASE = Path(__file__).parent / "data" / "release_0_1"
N, P, M, R = table(Participant), table(Person), table(Message), table(Run)


@pytest.fixture(params=["sqlite", "postgresql"])
def released(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database as 0.1 left it."""
    script = _lately((RELEASE / f"{request.param}.sql").read_text())
    if request.param == "sqlite":
        with closing(sqlite3.connect(tmp_path / "assistant.db")) as db:
            db.executescript(script)
        return f"sqlite:///{tmp_path / 'assistant.db'}"
    url = request.getfixturevalue("postgresql").blank()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(script.encode())
    return str(url)


def _lately(script: str) -> str:
    """As if it had been left yesterday, and nobody were to be nudged today."""
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    return script.replace("2026-11-29", "2999-11-29").replace("2026-11-28", f"{yesterday}")


@pytest.fixture
async def world(released: str) -> AsyncIterator[World]:
    async with product.around() as world:
        world.telegram.bot.last_update = world.telegram.bot.last_id = (
            5000  # it has gone on counting
        )
        async with product.serving(world, released):
            yield world


def counts(url: str) -> dict[str, int]:
    """How many rows each table has that was there in 0.1."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as db:
        db.execute(text("SELECT 1"))
        names = [name for name in metadata.tables if engine.dialect.has_table(db, name)]
        found = {
            name: db.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in names
        }
    engine.dispose()
    return found


def test_every_row_is_still_there_and_can_be_read(released: str) -> None:
    before = counts(released)
    db = open_database(released)
    schema.migrate(db)
    with db.reading() as connection:
        names = connection.execute(select(P.c.name).order_by(P.c.id)).scalars().all()
        profiles = connection.execute(select(N.c.profile)).scalars().all()
        words = connection.execute(select(M.c.text)).scalars().all()
        assert schema.differences(connection) == []
    db.close()
    after = counts(released)
    assert before["message"] > 20
    assert {name: after[name] for name in before} == before
    assert {"Ana", "Dana"} <= {name for name in names if name}
    assert profiles
    assert {"STOP", "22", "okay"} <= set(words)


async def test_who_was_in_a_conversation_goes_on_with_it(world: World) -> None:
    ana = world.telegram.person(ANA)
    ana.says("I know what comes after school")  # which is what she was asked
    await world.until(lambda: any("usually meet" in text for text in ana.texts))
    with world.served.db.reading() as db:
        runs = select(func.count()).where(R.c.person_id == _person(world, ANA))
        assert db.execute(runs.where(R.c.flow == "intake")).scalar() == 1


async def test_what_could_not_leave_leaves_now(world: World) -> None:
    cara = world.twilio.person(CARA)
    await world.until(lambda: any("call you" in text for text in cara.texts))
    await cara.says("Cara")
    await world.until(lambda: any("Cara" in text for text in cara.texts))


async def test_who_had_stopped_hears_nothing_until_they_say_so(world: World) -> None:
    ben = world.twilio.person(BEN)
    await ben.says("hello?")
    await world.quiet()
    assert ben.texts == []
    await ben.says("START")
    await ben.hears(1)


async def test_what_telegram_delivers_again_is_known(world: World) -> None:
    """It had been answered by 0.1, and the provider did not hear of that."""
    taken = world.rows(M.c.id, direction="in")
    for update in json.loads((RELEASE / "updates.json").read_text()):
        assert await _deliver(world, update) == 200
    await world.quiet()
    assert world.rows(M.c.id, direction="in") == taken
    assert not world.telegram.person(ANA).texts


async def test_the_coordinator_still_is_one(world: World) -> None:
    dana = world.telegram.person(DANA)
    dana.says("LIST")
    await dana.hears(1)
    await world.quiet()
    with world.served.db.reading() as db:
        role = select(N.c.role).where(N.c.person_id == _person(world, DANA))
        assert db.execute(role).scalar() == "coordinator"


def _person(world: World, chat: int) -> int:
    """Who sent the newest message of this chat, by what the fake was told."""
    found = world.rows(M.c.person_id, direction="in", sender="telegram:4242")
    return int(found[-1] if chat == ANA else found[0])


async def _deliver(world: World, update: dict[str, Any]) -> int:
    headers = {"X-Telegram-Bot-Api-Secret-Token": product.BOT_SECRET}
    address = f"{world.url}/channels/telegram"
    async with world.session.post(address, json=update, headers=headers) as answer:
        return answer.status
