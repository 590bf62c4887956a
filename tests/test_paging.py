"""Pages by text, by Telegram and by phone, with a fake Twilio and a fake Telegram around it all."""

import inspect
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage import tables
from storage.people import programmes
from storage.people.programmes import Definition
from storage.tables import Json, table
from tests import product
from tests.on_call import COLE, HELPLINES, ORTIZ, UNCOVERED
from tests.phones import code
from tests.product import World, hold

JAY = "+12125550101"
ROTA = ({"name": "Mr Cole", "phone": COLE}, {"name": "Ms Ortiz", "phone": ORTIZ})
C = table(tables.Concern)


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with product.product(database_url) as world:
        on_rota(world, *ROTA)
        yield world


def on_rota(world: World, *staff: Json) -> None:
    with world.served.db.writing() as db:
        own = programmes.every(db)[1]
        more = {"rota": list(staff), "helplines": HELPLINES, "uncovered": UNCOVERED}
        programmes.change(db, 1, Definition(*own[1:-1], {**own.settings, **more}))


def taken(world: World) -> str | None:
    with world.served.db.reading() as db:
        found = db.execute(select(C.c.acknowledged_by).order_by(C.c.id.desc())).first()
        return found[0] if found else None


async def jay_says_it(world: World) -> Any:
    jay = world.twilio.person(JAY)
    await hold(jay, ["bridge", "okay", "he hits me"])
    return jay


async def after(world: World, **time: float) -> None:
    await world.served.skip(timedelta(**time))
    await world.quiet()


async def test_a_text_and_a_call_go_out_and_a_key_acknowledges(world: World) -> None:
    jay, cole = await jay_says_it(world), world.twilio.person(COLE)
    (page,) = await cole.hears(1)
    assert '"he hits me"' in page
    await world.until(lambda: world.twilio.calls.to(COLE))
    (call,) = world.twilio.calls.to(COLE)
    assert "he hits me" in call
    assert call.endswith("To take it, press 1.")
    status, said = await world.twilio.calls.press(COLE, "1")
    assert (status, "Thank you." in said) == (200, True)
    assert "you have it" in (await cole.hears(2))[1]
    assert any("Mr Cole has your message now" in text for text in await jay.hears(4))
    await after(world, minutes=21)
    assert world.twilio.calls.to(ORTIZ) == world.twilio.person(ORTIZ).texts == []


async def test_another_key_or_a_forged_one_acknowledges_nothing(world: World) -> None:
    await jay_says_it(world)
    await world.until(lambda: world.twilio.calls.to(COLE))
    assert (await world.twilio.calls.press(COLE, "2"))[0] == 200
    account = world.twilio.account
    account.token, honest = "another token", account.token
    assert (await world.twilio.calls.press(COLE, "1"))[0] == 403
    account.token = honest
    await world.quiet()
    assert taken(world) is None


async def test_nobody_answers_so_it_rings_again_and_then_the_next(world: World) -> None:
    jay = await jay_says_it(world)
    await world.until(lambda: world.twilio.calls.to(COLE))
    await after(world, minutes=10)
    await world.until(lambda: len(world.twilio.calls.to(COLE)) == 2)
    assert any("hasn't picked up yet" in text for text in await jay.hears(4))
    await after(world, minutes=10)
    await world.until(lambda: world.twilio.calls.to(ORTIZ))
    assert len(world.twilio.calls.to(COLE)) == 2
    await world.twilio.person(ORTIZ).says("1")
    await world.until(lambda: taken(world) == "Ms Ortiz")


async def test_with_texts_refused_the_call_goes_out(world: World) -> None:
    jay = world.twilio.person(JAY)
    await hold(jay, ["bridge", "okay"])
    world.twilio.fail(number=COLE, times=99, status=503, code=20503)
    await jay.says("he hits me")
    await world.until(lambda: world.twilio.calls.to(COLE))
    assert world.twilio.person(COLE).texts == []


async def test_with_calls_refused_the_text_goes_out(world: World) -> None:
    world.twilio.calls.refusing = True
    await jay_says_it(world)
    assert len(await world.twilio.person(COLE).hears(1)) == 1


async def test_with_twilio_away_telegram_carries_the_page(world: World) -> None:
    dana = world.telegram.person(8, name="Dana")
    begun = dana.starts(code(world.served.db, world.served.clock.now()))
    if inspect.isawaitable(begun):
        await begun
    await dana.hears(1)
    await hold(dana, ["[Okay]"])
    on_rota(world, {"coordinator": True}, *ROTA)
    rosa = world.telegram.person(7, name="Rosa")
    await hold(rosa, ["guide", "[Okay]"])
    world.twilio.away("refused")
    known = len(dana.texts)
    await hold(rosa, ["he hits me"])
    (page,) = (await dana.hears(known + 1))[known:]
    assert "writes on Telegram" in page
    await hold(dana, ["[I have it]"])
    await world.until(lambda: taken(world) is not None)
    world.twilio.back()
