"""`assistant check`: what is missing or wrong is named, with what to do, and no secret is told."""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from assistant import readiness
from assistant.channels.sms.adapter import webhook_address
from assistant.commands import installation, invitations
from assistant.commands.invitations import Invitee
from assistant.ops import backups, config
from assistant.programmes import definitions
from assistant.readiness import here, sms, telegram, web
from assistant.readiness.findings import Finding, State
from assistant.readiness.peers import Peers
from storage.database import open_database
from storage.sealing import sealed
from tests import commands, product
from tests.conftest import SECRET
from tests.product import World

STRONG = "5c1f0a9be2d84736c1f0a9be2d847365"
PROGRAMME = Path(__file__).parent.parent / "docs/programme.toml"


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with product.product(database_url) as world:
        yield world


async def asked(part: Any, settings: Any) -> list[Finding]:
    async with Peers() as peers:
        return list(await part.look(settings, peers))


def changed(world: World, **changes: str) -> Any:
    names = {name: getattr(world.settings, name) for name in type(world.settings).model_fields}
    return type(world.settings)(**{**names, **changes})


def words(found: list[Finding]) -> str:
    return "\n".join(readiness.lines(found))


async def test_an_installation_at_a_provider_that_is_well(world: World) -> None:
    world.twilio.console.number["sms_url"] = webhook_address(world.url)
    found = await asked(sms, world.settings) + await asked(telegram, world.settings)
    assert [one.state for one in found] == [State.OK] * 4, words(found)


@pytest.mark.parametrize(
    ("entered", "told"),
    [
        ({"sms_url": ""}, "missing  webhook      enter at Twilio: http"),
        ({"sms_url": "https://elsewhere.example/sms"}, "delivers to another address"),
        ({"sms_url": "{plain}"}, "without the retries"),
        ({"sms_url": "{whole}", "sms_method": "GET"}, "must be called by POST"),
        ({"sms_url": "{whole}", "sms_application_sid": "AP1"}, "an application takes"),
    ],
)
async def test_a_webhook_at_twilio_that_is_not_ours(
    world: World, entered: dict[str, str], told: str
) -> None:
    whole = webhook_address(world.url)
    places = {"whole": whole, "plain": whole.partition("#")[0]}
    console = world.twilio.console
    console.number |= {name: value.format(**places) for name, value in entered.items()}
    assert told in words(await asked(sms, world.settings))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"twilio_auth_token": "another-auth-token-0123456789abc"},
            "TWILIO_AUTH_TOKEN is not valid",
        ),
        ({"twilio_from": "+15550001111"}, "TWILIO_FROM is no number of this account"),
        (
            {"twilio_messaging_service_sid": "MG" + "9" * 32},
            "TWILIO_MESSAGING_SERVICE_SID is no service of this account",
        ),
        ({"twilio_api_url": "http://127.0.0.1:9"}, "cannot be asked (it cannot be reached)"),
    ],
)
async def test_an_account_that_is_not_ours(
    world: World, changes: dict[str, str], told: str
) -> None:
    assert told in words(await asked(sms, changed(world, **changes)))


@pytest.mark.parametrize(("status", "kind"), [("suspended", "Full"), ("active", "Trial")])
async def test_an_account_that_cannot_text_people(world: World, status: str, kind: str) -> None:
    world.twilio.console.status, world.twilio.console.kind = status, kind
    (found,) = await asked(sms, world.settings)
    assert found.state is State.WRONG


async def test_a_service_s_webhook_is_looked_at(world: World) -> None:
    settings = changed(world, twilio_messaging_service_sid=world.twilio.account.service)
    assert "missing  webhook" in words(await asked(sms, settings))
    world.twilio.console.service["inbound_request_url"] = webhook_address(world.url)
    assert "delivers to us" in words(await asked(sms, settings))
    world.twilio.console.service["use_inbound_webhook_on_number"] = True
    assert "defers to each number" in words(await asked(sms, settings))


async def test_a_bot_that_is_not_known(world: World) -> None:
    found = await asked(telegram, changed(world, telegram_bot_token="4242:another"))
    assert "TELEGRAM_BOT_TOKEN is not valid" in words(found)


async def test_telegram_that_is_away_is_one_line(world: World) -> None:
    found = await asked(telegram, changed(world, telegram_api_url="http://127.0.0.1:9"))
    assert words(found) == "wrong    Telegram     cannot be asked (it cannot be reached); try again"


async def test_updates_that_telegram_could_not_deliver(world: World) -> None:
    address = world.telegram.webhook.address
    address.last_error, address.last_error_at = (
        "Connection refused",
        int(datetime.now(UTC).timestamp()),
    )
    assert "could not deliver" in words(await asked(telegram, world.settings))


async def test_a_webhook_where_the_product_polls(world: World) -> None:
    found = await asked(telegram, changed(world, public_url=""))
    assert "a webhook is set at Telegram" in words(found)


async def test_the_doors_turn_strangers_away(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """By https in earnest: here a proxy would be needed, so the addresses alone are asked."""
    async with Peers() as peers:
        found = [
            await web._door(world.settings, peers, "Telegram", "/channels/telegram"),
            await web._door(world.settings, peers, "SMS", "/channels/sms"),
            await web._health(world.settings, peers),
            await web._door(world.settings, peers, "SMS", "/nowhere"),
        ]
    assert [one.state for one in found] == ["ok", "ok", "ok", "wrong"], words(found)


async def test_a_public_address_without_encryption_is_wrong(world: World) -> None:
    (found,) = await asked(web, world.settings)
    assert "must begin with https://" in found.words


@pytest.mark.parametrize(("ahead", "state"), [(0.4, "ok"), (7200.0, "wrong"), (-7200.0, "wrong")])
def test_a_clock_that_is_wrong(ahead: float, state: str) -> None:
    async def told() -> list[Finding]:
        async with Peers() as peers:
            peers.ahead = [ahead, ahead]
            return list(web.clock(peers))

    (found,) = asyncio.run(told())
    assert found.state == state


def test_a_new_installation_is_led_through_what_is_missing(
    database_url: str, tmp_path: Path
) -> None:
    settings = config.read(database_url=database_url, secret_key=STRONG)
    sealed.use(sealed.derive(STRONG))
    try:
        installation.prepare(settings)
        told = {one.about: one.state for one in here.look(settings)}
        assert told["programme"] == told["coordinator"] == told["BACKUP_TO"] == "missing"
        assert told["SECRET_KEY"] == told["database"] == told["time zones"] == "ok"
        _set_up(settings, tmp_path)
        by_sms = {"twilio_account_sid": "AC" + "0" * 32, "twilio_from": "+15550009999"}
        ready = settings.model_copy(update={"backup_to": tmp_path / "backups", **by_sms})
        assert readiness.ready(list(here.look(ready))), words(list(here.look(ready)))
    finally:
        sealed.use(sealed.derive(SECRET))


def _set_up(settings: Any, tmp_path: Path) -> None:
    """A programme, a coordinator who is asked, a backup."""
    word = definitions.read(PROGRAMME).keyword
    installation.describe(settings, PROGRAMME)
    invitations.invite(settings, Invitee(word, "coordinator", "Dana", "", "", None))
    db = open_database(settings.database_url.get_secret_value())
    backups.make(db, tmp_path / "backups", datetime.now(UTC).date())
    db.close()


def test_a_database_under_another_key(database_url: str) -> None:
    installation.prepare(config.read(database_url=database_url, secret_key=SECRET))
    other = config.read(database_url=database_url, secret_key=STRONG)
    try:
        found = [one for one in here.look(other) if one.state is State.WRONG]
    finally:
        sealed.use(sealed.derive(SECRET))
    assert "not the one this database was sealed with" in words(found)


def test_tables_that_are_behind(tmp_path: Path) -> None:
    settings = config.read(database_url=f"sqlite:///{tmp_path}/new.db", secret_key=SECRET)
    assert "assistant migrate" in words(list(here.look(settings)))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # root may write any file
def test_a_database_that_may_only_be_read(database_url: str) -> None:
    installation.prepare(config.read(database_url=database_url, secret_key=SECRET))
    db = open_database(database_url)
    with db.writing() as connection:
        name = connection.engine.url.database
        connection.execute(text(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'))
    db.close()
    found = list(here.look(config.read(database_url=database_url, secret_key=SECRET)))
    assert "wrong    database     the database: the server can only be read" in words(found)


def test_the_command_says_it_and_no_secret(tmp_path: Path) -> None:
    secrets = {
        "SECRET_KEY": "sentinel-1-5c1f0a9be2d84736c1f0a9be2d8",
        "TELEGRAM_BOT_TOKEN": "4242:sentinel-2-AAHdqTcvCH1vGWJxfSeofSAs0K5",
        "TELEGRAM_WEBHOOK_SECRET": "sentinel-3-5c1f0a9be2d84736",
        "TWILIO_AUTH_TOKEN": "sentinel-4-5c1f0a9be2d84736c1f0a9be",
    }
    nowhere = "http://127.0.0.1:9"
    given = secrets | {
        "TELEGRAM_API_URL": nowhere,
        "TWILIO_API_URL": nowhere,
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_FROM": "+12125550100",
        "PUBLIC_URL": "https://127.0.0.1:9",
        "DATABASE_URL": f"sqlite:///{tmp_path}/assistant.db",
    }
    ran = commands.run(tmp_path, "check", env={**os.environ, **given})
    assert ran.returncode == 1, ran.stderr
    assert "sentinel" not in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stdout.count("it cannot be reached") == 5
