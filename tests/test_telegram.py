"""Telegram: the real client library against the fake, over HTTP; the webhook and its secret."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from assistant.channels import (
    Forged,
    Inbound,
    Kind,
    Outbound,
    Paused,
    SendError,
    TryLater,
    Unknown,
    Unreachable,
)
from assistant.channels.telegram import adapter as channels
from assistant.channels.telegram import updates
from assistant.channels.telegram.inbound import receive
from tests.fakes import server
from tests.fakes.telegram import Telegram as Fake

SECRET = "a-secret_of_ours"
PATIENCE = 30.0  # seconds: longer than an answer takes on a machine that is very busy


@pytest.fixture
async def fake() -> AsyncIterator[Fake]:
    fake = Fake()
    async with server.serving(fake.app) as fake.url:  # type: ignore[attr-defined]
        yield fake


@pytest.fixture
async def telegram(fake: Fake) -> AsyncIterator[channels.Telegram]:
    url: str = fake.url  # type: ignore[attr-defined]
    telegram = channels.Telegram(fake.bot.token, url, timeout=PATIENCE)
    yield telegram
    await telegram.close()


@pytest.fixture
async def hasty(fake: Fake) -> AsyncIterator[channels.Telegram]:
    """One that soon gives up waiting for an answer."""
    url: str = fake.url  # type: ignore[attr-defined]
    hasty = channels.Telegram(fake.bot.token, url, timeout=1)
    yield hasty
    await hasty.close()


def message(text: str = "Hi Ana", buttons: tuple[tuple[str, str], ...] = ()) -> Outbound:
    return Outbound(id=7, address="71", text=text, buttons=buttons)


# Sending


async def test_a_text_arrives_as_it_was_written(telegram: channels.Telegram, fake: Fake) -> None:
    receipt = await telegram.send(message("João *said* <b>hi</b> & 👋 _ok_"))
    assert fake.person(71).texts == ["João *said* <b>hi</b> & 👋 _ok_"]
    assert receipt.external_id == str(fake.bot.sent[0].message_id)  # and not whose it is
    assert telegram.sender == "telegram:4242"


async def test_a_hundred_texts_at_once_arrive_once_each(
    telegram: channels.Telegram, fake: Fake
) -> None:
    await asyncio.gather(*(telegram.send(message(str(number))) for number in range(100)))
    assert sorted(map(int, fake.person(71).texts)) == list(range(100))


ROWS = [
    (["Yes", "No"], [["Yes", "No"]]),
    (["Yes", "No", "Not sure"], [["Yes", "No"], ["Not sure"]]),
    (["Keep it", "Choose other topics"], [["Keep it"], ["Choose other topics"]]),
    (["1", "2", "3", "4", "5"], [["1", "2", "3", "4", "5"]]),
    ([str(n) for n in range(1, 8)], [["1", "2", "3", "4", "5"], ["6", "7"]]),
]


@pytest.mark.parametrize(("labels", "rows"), ROWS)
async def test_buttons_stand_in_rows_that_can_be_read(
    telegram: channels.Telegram, fake: Fake, labels: list[str], rows: list[list[str]]
) -> None:
    await telegram.send(message("Well?", tuple((label, f"v1:{label}") for label in labels)))
    shown = fake.bot.sent[0].buttons
    assert [[label for label, _ in row] for row in shown] == rows
    assert [data for row in shown for _, data in row] == [f"v1:{label}" for label in labels]


ANSWERS = [
    (401, "", Paused, "token refused"),
    (404, "", Paused, "token refused"),
    (409, "Conflict: terminated by other getUpdates request", Paused, "conflict"),
    (403, "Forbidden: bot was blocked by the user", Unreachable, "blocked"),
    (403, "Forbidden: user is deactivated", Unreachable, "deactivated"),
    (403, "Forbidden: bot can't initiate conversation with a user", Unreachable, "never started"),
    (403, "Forbidden: something new", Unreachable, "forbidden"),
    (400, "Bad Request: chat not found", Unreachable, "chat not found"),
    (400, "Bad Request: PEER_ID_INVALID", Unreachable, "chat not found"),
    (400, "Bad Request: message is too long", SendError, "rejected"),
    (400, "Bad Request: something new", SendError, "rejected"),
    (413, "Request Entity Too Large", SendError, "refused"),
    (429, "Too Many Requests", TryLater, "busy"),
    (503, "", TryLater, "busy"),
    (500, "Internal Server Error", Unknown, "server failed"),
    (502, "", Unknown, "server failed"),
    (504, "", Unknown, "server failed"),
]


@pytest.mark.parametrize("case", ANSWERS)
async def test_each_answer_says_what_to_do_next(
    telegram: channels.Telegram, fake: Fake, case: tuple[int, str, type, str]
) -> None:
    status, description, *expected = case
    fake.fail(status=status, description=description)
    with pytest.raises(SendError) as caught:
        await telegram.send(message())
    assert [type(caught.value), caught.value.code] == expected
    assert len(fake.bot.requests) == 1


async def test_a_flood_is_waited_out_to_the_second(telegram: channels.Telegram, fake: Fake) -> None:
    fake.fail(status=429, retry_after=17)
    with pytest.raises(TryLater) as caught:
        await telegram.send(message())
    assert caught.value.wait == timedelta(seconds=17)
    assert not caught.value.everybody


async def test_a_chat_that_was_blocked_is_unreachable_until_unblocked(
    telegram: channels.Telegram, fake: Fake
) -> None:
    fake.person(71).blocks()
    with pytest.raises(Unreachable):
        await telegram.send(message())
    fake.person(71).unblocks()
    await telegram.send(message())


@pytest.mark.parametrize("recorded", [True, False])
@pytest.mark.parametrize("act", ["hang", "reset"])
async def test_a_request_that_was_written_and_not_answered_is_unknown(
    hasty: channels.Telegram, fake: Fake, act: str, recorded: bool
) -> None:
    fake.fail(act=act, recorded=recorded)
    with pytest.raises(Unknown):
        await hasty.send(message())
    assert fake.person(71).texts == ["Hi Ana"] * recorded
    assert len(fake.bot.requests) == 1


async def test_a_slow_answer_is_an_answer(telegram: channels.Telegram, fake: Fake) -> None:
    fake.fail(act="slow", seconds=0.1)
    assert await telegram.send(message())


async def test_a_server_out_of_reach_was_not_written_to() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        telegram = channels.Telegram("4242:token", url, timeout=PATIENCE)
        with pytest.raises(TryLater) as caught:
            await telegram.send(message())
        await telegram.close()
    assert (caught.value.code, caught.value.wait) == ("unreached", None)


PAGES = [(200, Unknown), (302, TryLater), (403, TryLater), (404, TryLater)]


@pytest.mark.parametrize(("status", "error"), PAGES)
async def test_a_gateways_page_is_not_telegrams_word(status: int, error: type) -> None:
    async def page(_request: Request) -> Response:
        return Response("<html>Blocked by your firewall", status)

    app = Starlette(routes=[Route("/{path:path}", page, methods=["POST"])])
    async with server.serving(app) as url:
        telegram = channels.Telegram("4242:token", url)
        with pytest.raises(SendError) as caught:
            await telegram.send(message())
        await telegram.close()
    assert type(caught.value) is error


@asynccontextmanager
async def answering(body: object) -> AsyncIterator[channels.Telegram]:
    """A bot whose server says this to everything, with the status of a yes."""

    async def say(_request: Request) -> Response:
        return JSONResponse(body)

    app = Starlette(routes=[Route("/{path:path}", say, methods=["POST"])])
    async with server.serving(app) as url:
        telegram = channels.Telegram("4242:token", url)
        try:
            yield telegram
        finally:
            await telegram.close()


@pytest.mark.parametrize("result", [{}, {"result": True}, {"result": {}}, {"result": "sent"}])
async def test_a_yes_that_tells_nothing_more_is_a_yes(result: dict[str, object]) -> None:
    async with answering({"ok": True, **result}) as telegram:
        assert (await telegram.send(message())).external_id == ""


NOES: list[tuple[object, type, str]] = [
    ({"ok": False, "error_code": 403, "description": "Forbidden: x"}, Unreachable, "forbidden"),
    ({"ok": False, "description": "Bad Request: chat not found"}, Unreachable, "chat not found"),
    ({"ok": False, "error_code": 401, "description": "Unauthorized"}, Paused, "token refused"),
    ({"ok": False, "error_code": 429, "description": "Too Many Requests"}, TryLater, "busy"),
    ({"ok": False, "error_code": 500, "description": "Internal"}, Unknown, "server failed"),
    ({"ok": False, "description": "Bad Request: odd"}, TryLater, "contradicted"),
    ({"ok": False, "error_code": "x"}, TryLater, "contradicted"),
    ({"ok": "yes"}, Unknown, "unreadable"),
    ({}, Unknown, "unreadable"),
    ([], Unknown, "unreadable"),
]


@pytest.mark.parametrize(("body", "error", "code"), NOES)
async def test_a_no_with_the_status_of_a_yes_is_a_no(body: object, error: type, code: str) -> None:
    async with answering(body) as telegram:
        with pytest.raises(SendError) as caught:
            await telegram.send(message())
    assert (type(caught.value), caught.value.code) == (error, code)


KNOCKS = [(200, True), (400, True), (404, True), (401, False), (500, False), (503, False)]


@pytest.mark.parametrize(("status", "there"), KNOCKS)
async def test_a_knock_tells_whether_telegram_is_there(
    telegram: channels.Telegram, fake: Fake, status: int, there: bool
) -> None:
    if status != 200:
        fake.fail(method="getMe", status=status)
    try:
        await telegram.knock()
    except SendError:
        assert not there
    else:
        assert there


async def test_what_was_sent_cannot_be_looked_up(telegram: channels.Telegram) -> None:
    assert await telegram.look_up(message(), []) is None


async def test_nothing_that_is_logged_holds_the_token_or_words(
    telegram: channels.Telegram,
    fake: Fake,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.INFO)
    fake.fail(status=400, description='Bad Request: strange "Hi Ana"')
    for _ in range(2):
        await asyncio.gather(telegram.send(message()), return_exceptions=True)
    logged = caplog.text + capsys.readouterr().out
    assert "message rejected" in logged
    assert fake.bot.token not in logged
    assert "Ana" not in logged


# Presses


async def test_a_press_is_answered(telegram: channels.Telegram, fake: Fake) -> None:
    await telegram.send(message("Ready?", (("Yes", "v1:7:1"),)))
    fake.person(71).presses("Yes")
    (update,) = fake.bot.waiting.values()
    await channels.answer_press(telegram, updates.understand(update))
    assert fake.bot.answered == [update["callback_query"]["id"]]


@pytest.mark.parametrize("fault", [{"status": 400}, {"status": 500}, {"act": "hang"}])
async def test_a_press_that_cannot_be_answered_does_no_harm(
    hasty: channels.Telegram, fake: Fake, fault: dict[str, int | str]
) -> None:
    fake.fail(method="answerCallbackQuery", **fault)
    press = updates.understand({"update_id": 1, "callback_query": {"id": "1"}})
    await channels.answer_press(hasty, press)
    assert fake.bot.answered == []


@pytest.mark.parametrize("payload", [{}, {"callback_query": []}, {"callback_query": {"id": 5}}])
async def test_what_is_no_press_is_not_answered(
    telegram: channels.Telegram, fake: Fake, payload: dict[str, object]
) -> None:
    await channels.answer_press(telegram, updates.understand({"update_id": 1, **payload}))
    assert fake.bot.requests == []


# Webhooks


class Ours:
    """Our side of the webhook: who knows the secret is read, anybody else is turned away."""

    def __init__(self, telegram: channels.Telegram) -> None:
        self.telegram, self.away = telegram, 0
        self.kept: list[Inbound | None] = []
        self.app = Starlette(routes=[Route("/channels/telegram", self._take, methods=["POST"])])

    async def _take(self, request: Request) -> Response:
        try:
            channels.check_secret(request.headers, SECRET)
        except Forged:
            return Response(status_code=403)
        if self.away:
            self.away -= 1
            return Response(status_code=503)
        self.kept.append(receive(updates.read(await request.body()), self.telegram.bot))
        return JSONResponse({})


async def test_a_webhook_delivers_what_is_said(telegram: channels.Telegram, fake: Fake) -> None:
    ours = Ours(telegram)
    ours.away = 2
    async with server.serving(ours.app) as url:
        for _ in range(2):  # as each process does at its start
            await channels.set_webhook(telegram, f"{url}/", SECRET)
        fake.person(71).says("one")
        fake.person(71).says("two")
        await fake.webhook.settled()
    assert [(said.kind, said.text) for said in ours.kept if said] == [
        (Kind.TEXT, "one"),
        (Kind.TEXT, "two"),
    ]


async def test_a_webhook_is_asked_for_with_all_that_we_read(
    telegram: channels.Telegram, fake: Fake
) -> None:
    await channels.set_webhook(telegram, "http://127.0.0.1:9", SECRET)
    address = fake.webhook.address
    assert (address.url, address.most) == ("http://127.0.0.1:9/channels/telegram", 100)
    assert address.secret == SECRET
    assert set(fake.bot.wanted) == {"message", "edited_message", "callback_query", "my_chat_member"}


HEADER = "X-Telegram-Bot-Api-Secret-Token"
FORGED = [
    ({}, SECRET),
    ({HEADER: ""}, SECRET),
    ({HEADER: "another"}, SECRET),
    ({HEADER: SECRET + "x"}, SECRET),
    ({HEADER: "sécret"}, SECRET),
    ({"Authorization": SECRET}, SECRET),
    ({}, ""),
    ({HEADER: ""}, ""),
]


@pytest.mark.parametrize(("headers", "secret"), FORGED)
def test_who_does_not_know_the_secret_is_turned_away(headers: dict[str, str], secret: str) -> None:
    with pytest.raises(Forged):
        channels.check_secret(Headers(headers), secret)


def test_who_knows_the_secret_is_let_in_whatever_the_case_of_the_header() -> None:
    channels.check_secret(Headers({HEADER.lower(): SECRET}), SECRET)


# The fake by itself


async def test_the_fake_slows_down_who_writes_too_fast(
    telegram: channels.Telegram, fake: Fake
) -> None:
    fake.behave(limit=True)
    sent = [telegram.send(message(str(number))) for number in range(6)]
    met = await asyncio.gather(*sent, return_exceptions=True)
    waits = [one.wait for one in met if isinstance(one, TryLater)]
    assert waits == [timedelta(seconds=1)] * 3
    assert len(fake.person(71).texts) == 3


def test_the_fake_can_be_told_from_another_thread() -> None:
    fake = Fake()
    with server.threaded(fake.app) as url:
        server.tell(url, "fail", status=403, chat=72)
        assert server.tell(url, "says", chat=71, text="hello") == 1001
        server.tell(url, "sends", chat=71, thing="sticker")
        waiting = server.tell(url, "show", what="waiting")
        assert [update["update_id"] for update in waiting] == [1001, 1002]
        assert server.tell(url, "hears", chat=71, count=0) == []
        server.tell(url, "heal")
    assert fake.bot.faults == []
