"""Polling: updates are confirmed to Telegram only after they were accepted."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from assistant.channels import Inbound, Kind
from assistant.channels.telegram.adapter import Telegram
from assistant.channels.telegram.polling import REFUSED, Poller
from tests.fakes import server
from tests.fakes.telegram import Telegram as Fake

PATIENCE = 30.0  # seconds: longer than anything takes on a machine that is very busy


class Desk:
    """Who accepts: keeps what came, or is away."""

    def __init__(self) -> None:
        self.away = 0
        self.given: list[list[str]] = []
        self.kept: list[Inbound] = []

    async def accept(self, messages: Sequence[Inbound]) -> None:
        self.given.append([message.text for message in messages])
        if self.away:
            self.away -= 1
            raise ConnectionError("the database")
        self.kept.extend(messages)


@pytest.fixture
async def fake() -> AsyncIterator[Fake]:
    fake = Fake()
    async with server.serving(fake.app) as fake.url:  # type: ignore[attr-defined]
        yield fake


@pytest.fixture
async def telegram(fake: Fake) -> AsyncIterator[Telegram]:
    url: str = fake.url  # type: ignore[attr-defined]
    telegram = Telegram(fake.bot.token, url, timeout=2 * PATIENCE)
    yield telegram
    await telegram.close()


async def polls(fake: Fake, count: int) -> None:
    """Wait until so many polls have been asked."""
    async with asyncio.timeout(PATIENCE):
        while sum(asked["method"] == "getUpdates" for asked in fake.bot.requests) < count:
            await asyncio.sleep(0.001)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def poller(telegram: Telegram, desk: Desk) -> Poller:
    return Poller(telegram, desk.accept, long=0)


async def test_what_was_said_is_accepted_in_order(fake: Fake, poller: Poller, desk: Desk) -> None:
    for word in ("one", "two", "three"):
        fake.person(71).says(word)
    fake.person(72).sends("photo", caption="me")
    assert await poller.step() == 0
    assert [message.text for message in desk.kept] == ["one", "two", "three", "me"]


async def test_updates_are_confirmed_only_after_they_were_accepted(
    fake: Fake, telegram: Telegram
) -> None:
    waiting: list[int] = []

    async def accept(messages: Sequence[Inbound]) -> None:
        waiting.append(len(fake.bot.waiting))

    poller = Poller(telegram, accept, long=0)
    fake.person(71).says("hello")
    await poller.step()
    assert waiting == [1]
    await poller.step()
    assert not fake.bot.waiting


async def test_what_was_not_accepted_comes_again(fake: Fake, poller: Poller, desk: Desk) -> None:
    desk.away = 2
    fake.person(71).says("hello")
    assert [await poller.step() for _ in range(4)] == [1, 2, 0, 0]
    assert desk.given == [["hello"]] * 3
    assert not fake.bot.waiting


async def test_a_poller_cancelled_while_accepting_loses_nothing(
    fake: Fake, telegram: Telegram, poller: Poller, desk: Desk
) -> None:
    arrived = asyncio.Event()

    async def accept(messages: Sequence[Inbound]) -> None:
        arrived.set()
        await asyncio.Event().wait()

    dying = asyncio.create_task(Poller(telegram, accept, long=0).run())
    fake.person(71).says("hello")
    await arrived.wait()
    dying.cancel()
    await asyncio.gather(dying, return_exceptions=True)
    await poller.step()
    assert desk.given == [["hello"]]


async def test_a_poll_is_answered_as_soon_as_somebody_writes(
    fake: Fake, telegram: Telegram, desk: Desk
) -> None:
    polling = asyncio.create_task(Poller(telegram, desk.accept, long=20).step())
    await polls(fake, 1)
    fake.person(71).says("hello")
    async with asyncio.timeout(PATIENCE):
        await polling
    assert desk.given == [["hello"]]


async def test_groups_and_channels_are_confirmed_unread(
    fake: Fake, poller: Poller, desk: Desk
) -> None:
    chat = {"id": -5, "title": "Mentors", "type": "group"}
    fake.bot.put(message={"message_id": 1, "date": 1, "chat": chat, "text": "hi all"})
    fake.bot.put(message="no message at all")
    fake.person(71).says("hello")
    await poller.step()
    await poller.step()
    assert desk.given == [["hello"]]
    assert not fake.bot.waiting


async def test_a_press_is_answered_though_nothing_can_be_accepted(
    fake: Fake, poller: Poller, desk: Desk
) -> None:
    desk.away = 1
    fake.bot.keep(71, "Ready?", [[["Yes", "v1:7:1"]]], 0)
    fake.person(71).presses("Yes")
    await poller.step()
    async with asyncio.timeout(PATIENCE):
        while not fake.bot.answered:
            await asyncio.sleep(0.001)
    await poller.step()
    assert [(message.kind, message.text) for message in desk.kept] == [(Kind.BUTTON, "v1:7:1")]


async def test_a_press_that_cannot_be_answered_delays_nothing(
    fake: Fake, poller: Poller, desk: Desk
) -> None:
    fake.fail(method="answerCallbackQuery", act="hang")
    fake.bot.keep(71, "Ready?", [[["Yes", "v1:7:1"]]], 0)
    fake.person(71).presses("Yes")
    async with asyncio.timeout(PATIENCE):  # the answer would be given up after twice as long
        await poller.step()
        await poller.step()
    assert len(desk.kept) == 1
    assert not fake.bot.waiting


async def test_of_two_pollers_the_older_gives_way_and_an_operator_is_told(
    fake: Fake, telegram: Telegram, desk: Desk
) -> None:
    older = asyncio.create_task(Poller(telegram, desk.accept, long=20).step())
    await polls(fake, 1)
    newer = asyncio.create_task(Poller(telegram, desk.accept, long=20).step())
    async with asyncio.timeout(PATIENCE):
        assert await older == REFUSED
        fake.person(71).says("hello")
        assert await newer == 0
    assert desk.given == [["hello"]]


async def test_a_revoked_token_rests_the_poller(fake: Fake, poller: Poller) -> None:
    fake.fail(method="getUpdates", status=401)
    assert await poller.step() == REFUSED


async def test_an_outage_is_waited_out_with_growing_patience(fake: Fake, poller: Poller) -> None:
    fake.fail(method="getUpdates", status=502, times=8)
    pauses = [await poller.step() for _ in range(9)]
    assert pauses == [1, 2, 4, 8, 16, 20, 20, 20, 0]


async def test_a_flooded_poller_waits_as_long_as_it_is_told(fake: Fake, poller: Poller) -> None:
    fake.fail(method="getUpdates", status=429, retry_after=7)
    assert await poller.step() == 7


async def test_a_webhook_left_from_before_is_removed_and_its_updates_kept(
    fake: Fake, telegram: Telegram, poller: Poller, desk: Desk
) -> None:
    fake.behave(hold=True)
    await telegram.bot.set_webhook("http://127.0.0.1:9/channels/telegram")
    fake.person(71).says("hello")
    await poller.step()
    assert desk.given == [["hello"]]


async def test_a_webhook_set_later_is_somebodys_choice(
    fake: Fake, telegram: Telegram, poller: Poller
) -> None:
    await poller.step()
    await telegram.bot.set_webhook("http://127.0.0.1:9/channels/telegram")
    assert [await poller.step() for _ in range(2)] == [REFUSED, REFUSED]
    assert fake.webhook.address.url


async def test_ids_that_start_anew_after_a_quiet_week_are_not_missed(
    fake: Fake, poller: Poller, desk: Desk
) -> None:
    fake.person(71).says("before")
    await poller.step()
    await poller.step()
    fake.bot.last_update = 3
    fake.person(71).says("after")
    await poller.step()
    assert desk.given == [["before"], ["after"]]
