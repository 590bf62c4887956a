"""A hand-written Telegram: the Bot API, its long polling, its webhooks, and the people behind it.

It behaves as https://core.telegram.org/bots/api describes, and goes wrong when told to:
from Python (`Telegram.fail`, `Telegram.person`) or by POST /control, a command as JSON.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict
from email.parser import BytesParser
from email.policy import HTTP
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes import server
from tests.fakes import telegram_bot as bots
from tests.fakes.outages import Kind, Outage
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_webhook import Address, Webhook

Given = Mapping[str, Any]

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


class Telegram:
    """The fake itself: `app` is what a server runs; one bot, any number of people."""

    def __init__(self, bot: bots.Bot | None = None) -> None:
        self.bot = bot or bots.Bot()
        self.webhook = Webhook(self.bot)
        self._people: dict[int, Person] = {}
        self._poller = 0  # the newest getUpdates: an older one still open is ended
        self._methods: dict[str, Callable[[Given, int], Coroutine[Any, Any, Any]]] = {
            "getMe": self._get_me,
            "sendMessage": self._send,
            "sendDocument": partial(self._file, "document"),
            "sendPhoto": partial(self._file, "photo"),
            "answerCallbackQuery": self._answer,
            "editMessageReplyMarkup": self._edit,
            "getUpdates": self._updates,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._webhook_info,
        }
        app = Starlette(
            routes=[
                Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
                Route("/control", self._control, methods=["POST"]),
            ],
            lifespan=self._lifespan,
        )
        self.app = self.outage = Outage(app)

    def person(self, chat: int, **known: str) -> Person:
        """Whoever is behind this chat id; the same person each time."""
        if known or chat not in self._people:
            self._people[chat] = Person(self.bot, chat, **known)
        return self._people[chat]

    def behave(self, **changes: Any) -> None:
        """Change how Telegram behaves from now on: see Behaviour."""
        for name, value in changes.items():
            if name not in asdict(self.bot.behaviour):
                raise ValueError(name)
            setattr(self.bot.behaviour, name, value)
        self.bot.changed.ring()

    def fail(self, **fault: Any) -> None:
        """Let the next calls go wrong: see Fault."""
        self.bot.faults.append(bots.Fault(**fault))

    def away(self, kind: str, **how: Any) -> None:
        """Be away from now on: see Outage."""
        self.outage.begin(Kind(kind), **how)

    def back(self) -> None:
        self.outage.end()

    def heal(self) -> None:
        """Let nothing go wrong that was announced."""
        self.bot.faults.clear()

    async def do(self, command: Given) -> Any:
        """One command of the control door; the names are those of this class and of Person."""
        given = {k: v for k, v in command.items() if k != "do"}
        match command["do"]:
            case "behave" | "fail" | "heal" | "away" | "back" as name:
                return getattr(self, name)(**given)
            case "release" | "redeliver" | "settled" as name:
                return await getattr(self.webhook, name)(**given)
            case "hears":
                return await self.person(given.pop("chat")).hears(**given)
            case "says" | "starts" | "sends" | "edits" | "presses" | "blocks" | "unblocks" as name:
                return getattr(self.person(given.pop("chat")), name)(**given)
            case "named":
                self.person(**given)
                return None
            case "texts" | "buttons" as name:
                return getattr(self.person(given["chat"]), name)
            case "show":  # sent, requests, answered, waiting, delivered
                return self._shown(given["what"], given.get("since", 0))
        raise ValueError(command["do"])

    def _shown(self, what: str, since: int) -> Any:
        found: Any = getattr(self.webhook if what == "delivered" else self.bot, what)
        found = list(found.values()) if isinstance(found, dict) else list(found)[since:]
        return [one if isinstance(one, str | dict) else asdict(one) for one in found]

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(self.webhook.run())
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def _call(self, request: Request) -> Response:
        name, given = request.path_params["method"], await _given(request)
        chat = int(given.get("chat_id") or 0)
        asked = {"method": name, "chat": chat, "at": time.time(), "fault": "", "status": 0}
        self.bot.requests.append(asked)
        number = len(self.bot.requests) - 1
        try:
            if request.path_params["token"] != self.bot.token:
                raise bots.Refused(401)
            if name not in self._methods:
                raise bots.Refused(404)
            fault = self.bot.fault(name, chat)
            asked["fault"] = fault.act
            answer = await self._answered(request, self._methods[name](given, number), fault)
        except bots.Refused as refused:
            answer = _error(refused)
        asked["status"] = answer.status_code
        return answer

    async def _answered(
        self, request: Request, work: Coroutine[Any, Any, Any], fault: bots.Fault
    ) -> Response:
        """The answer to a call, or what has to go wrong with it."""
        if fault.act == "slow":
            await asyncio.sleep(fault.seconds)
        if fault.act in ("", "slow"):
            patient = request.path_params["method"] == "getUpdates"
            result = await (_unless_gone(request, work) if patient else work)
            return JSONResponse({"ok": True, "result": result})
        if fault.recorded:
            await work
        work.close()
        if fault.act == "refuse":
            raise bots.Refused(fault.status, fault.description, fault.retry_after)
        if fault.act == "reset":
            request.receive.__self__.transport.abort()  # type: ignore[attr-defined]
        else:
            await _gone(request)
        return Response(status_code=299)  # nobody reads it

    async def _get_me(self, _given: Given, _number: int) -> Any:
        return self.bot.me()

    async def _send(self, given: Given, number: int) -> Any:
        chat, text = int(given["chat_id"]), str(given.get("text", ""))
        buttons = bots.rows(given.get("reply_markup"))
        self.bot.check(chat, text, buttons)
        return bots.shown(self.bot, self.bot.keep(chat, text, buttons, number))

    async def _file(self, field: str, given: Given, number: int) -> Any:
        chat, caption = int(given["chat_id"]), str(given["caption"])
        self.bot.check(chat, caption, [])
        sent = self.bot.keep(chat, caption, [], number)
        sent.file = given[field]
        return bots.shown(self.bot, sent)

    async def _answer(self, given: Given, _number: int) -> Any:
        self.bot.answer(str(given["callback_query_id"]))
        return True

    async def _edit(self, given: Given, _number: int) -> Any:
        sent = self.bot.find(int(given["chat_id"]), int(given["message_id"]))
        buttons = bots.rows(given.get("reply_markup"))
        if sent is None:
            raise bots.Refused(400, "Bad Request: message to edit not found")
        if sent.buttons == buttons:
            raise bots.Refused(400, UNCHANGED)
        sent.buttons = buttons
        return bots.shown(self.bot, sent)

    async def _updates(self, given: Given, _number: int) -> Any:
        if self.webhook.address.url:
            raise bots.Refused(409, WEBHOOK_ACTIVE)
        self._confirm(int(given.get("offset") or 0))
        self._choose(given)
        self._poller = mine = self._poller + 1
        self.bot.changed.ring()
        ended = lambda: self._poller != mine or self.webhook.address.url  # noqa: E731
        try:
            async with asyncio.timeout(float(given.get("timeout") or 0) or 0.001):
                await self.bot.changed.until(lambda: self.bot.waiting or ended())
        except TimeoutError:
            return []
        if ended():
            raise bots.Refused(409, OTHER_POLLER)
        return list(self.bot.waiting.values())[: int(given.get("limit") or 100)]

    def _confirm(self, offset: int) -> None:
        """An update before the offset is done with; a negative one keeps only so many."""
        if offset < 0:
            offset = next(iter(list(self.bot.waiting)[offset:]), 0)
        for number in [n for n in self.bot.waiting if n < offset]:
            del self.bot.waiting[number]

    async def _set_webhook(self, given: Given, _number: int) -> Any:
        most = int(given.get("max_connections") or 40)
        address = Address(str(given.get("url", "")), str(given.get("secret_token", "")), most)
        self._drop_waiting(given)
        self._choose(given)
        self.webhook.set(address)
        return True

    async def _delete_webhook(self, given: Given, _number: int) -> Any:
        self._drop_waiting(given)
        self.webhook.set(Address())
        return True

    def _choose(self, given: Given) -> None:
        if wanted := given.get("allowed_updates"):
            self.bot.wanted = json.loads(wanted) if isinstance(wanted, str) else wanted

    def _drop_waiting(self, given: Given) -> None:
        if given.get("drop_pending_updates") in (True, "true", "True"):
            self.bot.waiting.clear()

    async def _webhook_info(self, _given: Given, _number: int) -> Any:
        address = self.webhook.address
        info = {
            "url": address.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.bot.waiting),
            "max_connections": address.most,
        }
        if address.last_error:
            error = {"message": address.last_error, "date": address.last_error_at}
            info |= {f"last_error_{name}": value for name, value in error.items()}
        return info

    async def _control(self, request: Request) -> Response:
        try:
            return JSONResponse({"ok": True, "result": await self.do(await request.json())})
        except (ValueError, TypeError, KeyError, TimeoutError) as error:
            return JSONResponse({"ok": False, "error": repr(error)}, status_code=400)


async def _given(request: Request) -> dict[str, Any]:
    """The parameters of a call: a form's or a query's, whose objects are JSON, or JSON itself."""
    body = await request.body()
    if request.headers.get("content-type", "").startswith("application/json"):
        return dict(json.loads(body))
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return _parts(request.headers["content-type"], body)
    given: dict[str, Any] = dict(request.query_params)
    given.update(parse_qsl(body.decode(), keep_blank_values=True))
    if "reply_markup" in given:
        given["reply_markup"] = json.loads(given["reply_markup"])
    return given


def _parts(kind: str, body: bytes) -> dict[str, Any]:
    """The fields of a form with a file in it."""
    whole = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    given: dict[str, Any] = {}
    for part in whole.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        given[str(name)] = content if part.get_filename() else content.decode()
    return given


async def _unless_gone(request: Request, work: Coroutine[Any, Any, Any]) -> Any:
    """The result of the work; given up when nobody waits for it any more."""
    working, leaving = asyncio.create_task(work), asyncio.create_task(_gone(request))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        working.cancel()
        leaving.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


async def _gone(request: Request) -> None:
    """Wait until the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _error(refused: bots.Refused) -> Response:
    if refused.status in (502, 503, 504):  # a gateway's page, not Telegram's own words
        return Response("<html>", refused.status, media_type="text/html")
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refused.status,
        "description": refused.description,
    }
    if refused.retry_after:
        body["parameters"] = {"retry_after": refused.retry_after}
    return JSONResponse(body, refused.status)


if __name__ == "__main__":
    server.run(Telegram().app, int(sys.argv[1]))
