"""A hand-written Twilio: its Messages API, its signed webhooks, and the phones behind it.

It behaves as https://www.twilio.com/docs/messaging describes, and goes wrong when told to:
from Python (`Twilio.fail`, `Twilio.person`) or by POST /control, a command as JSON.
"""

import asyncio
import base64
import random
import sys
import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs, urlencode

import aiohttp
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes import server
from tests.fakes import twilio_account as accounts
from tests.fakes.outages import Kind, Outage
from tests.fakes.twilio_calls import Calls
from tests.fakes.twilio_console import Console

MESSAGES = "/2010-04-01/Accounts/{account}/Messages.json"


class Person:
    """Somebody with a phone, by number."""

    def __init__(self, twilio: "Twilio", number: str) -> None:
        self.twilio = twilio
        self.number = number

    async def says(
        self, text: str, media: Sequence[str] = (), copies: int = 1, opt_out_type: str = ""
    ) -> str:
        """Text our number, `media` being content types; the message's sid, its webhook answered."""
        return await self.twilio.inbound(self.number, text, media, copies, opt_out_type)

    @property
    def texts(self) -> list[str]:
        """What the phone has received so far."""
        return list(self.twilio.account.heard.get(self.number, []))

    async def hears(self, count: int, within: float = 60.0) -> list[str]:
        """The texts received, as soon as there are so many."""
        news = self.twilio.account.news
        async with asyncio.timeout(within), news:
            await news.wait_for(lambda: len(self.texts) >= count)
        return self.texts


class Twilio:
    """The fake itself: `app` is what a server runs; one account, any number of people."""

    def __init__(self, account: accounts.Account | None = None) -> None:
        self.account = account or accounts.Account()
        self.console = Console()
        self.calls = Calls(lambda: self.account, self._press)
        self._pending: list[tuple[dict[str, Any], list[str], int]] = []
        self._tasks: set[asyncio.Task[Any]] = set()
        self._session: aiohttp.ClientSession | None = None
        app = Starlette(
            routes=[
                Route(MESSAGES, self._create, methods=["POST"]),
                Route(MESSAGES, self._list, methods=["GET"]),
                Route("/control", self._control, methods=["POST"]),
                *self.calls.routes(self._not_allowed),
                *self.console.routes(lambda: self.account, self._not_allowed),
            ],
            lifespan=self._lifespan,
        )
        self.app = self.outage = Outage(app)

    def person(self, number: str) -> Person:
        """Whoever has this number."""
        return Person(self, number)

    def behave(self, **changes: Any) -> None:
        """Change how Twilio behaves from now on: see Behaviour."""
        for name, value in changes.items():
            if name not in asdict(self.account.behaviour):
                raise ValueError(name)
            setattr(self.account.behaviour, name, value)

    def fail(self, **fault: Any) -> None:
        """Let the next sends go wrong: see Fault."""
        self.account.faults.append(accounts.Fault(**fault))

    def away(self, kind: str, **how: Any) -> None:
        """Be away from now on: see Outage."""
        self.outage.begin(Kind(kind), **how)

    def back(self) -> None:
        self.outage.end()

    async def inbound(
        self, number: str, text: str, media: Sequence[str], copies: int, opt_out_type: str
    ) -> str:
        """Somebody texts our number."""
        account, behaviour = self.account, self.account.behaviour
        given = {"NumMedia": str(len(media))}
        message = account.add("inbound", number, account.number, text, given)
        message.update(status="received", date_sent=accounts.now())
        keyword = account.keyword(text) if behaviour.answers_stop else ""
        form = _inbound_form(account, message, media)
        kind = opt_out_type or (keyword if behaviour.advanced_opt_out else "")
        form += [("OptOutType", kind)] if kind else []
        await self._hear_keyword(number, keyword)
        token = uuid.uuid4().hex
        url = behaviour.inbound_url
        if url:
            await asyncio.gather(*(self._post(url, form, token) for _ in range(copies)))
        return str(message["sid"])

    async def release(self, shuffle: bool = False, copies: int = 1, seed: int = 0) -> int:
        """Let what was held happen, and call it all back; how many calls that were."""
        held, self._pending = self._pending, []
        calls = []
        for message, statuses, code in held:
            calls += [(message, status, code) for status in statuses] * copies
            await self._arrive(message, statuses, code)
        if shuffle:
            random.Random(seed).shuffle(calls)
        for call in calls:
            await self._call_back(*call)
        return len(calls)

    @property
    def busy(self) -> bool:
        """Whether callbacks are under way."""
        return bool(self._tasks)

    async def settled(self) -> None:
        """Wait until every callback under way has been answered."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    def clear(self) -> None:
        """Forget all that was sent and said, and behave again."""
        self._pending.clear()
        kept = self.account
        self.account = accounts.Account(kept.sid, kept.token, kept.number, kept.service)

    async def do(self, command: Mapping[str, Any]) -> Any:
        """One command of the control door; the names are those of this class."""
        given = {k: v for k, v in command.items() if k != "do"}
        match command["do"]:
            case "behave" | "fail" | "clear" | "away" | "back" as name:
                return getattr(self, name)(**given)
            case "release" | "settled" as name:
                return await getattr(self, name)(**given)
            case "says" | "hears" as name:
                return await getattr(self.person(given.pop("number")), name)(**given)
            case "texts":
                return self.person(given["number"]).texts
            case "show":  # requests, called, heard, messages
                return _plain(getattr(self.account, given["what"]))
        raise ValueError(command["do"])

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        timeout = aiohttp.ClientTimeout(total=15)  # as long as Twilio waits
        async with aiohttp.ClientSession(timeout=timeout) as self._session:
            yield
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _create(self, request: Request) -> Response:
        if refusal := self._not_allowed(request):
            return refusal
        form = {k: str(v) for k, v in (await request.form()).items()}
        fault = self.account.fault(form.get("To", "")) or accounts.Fault(act="")
        asked = {"to": form.get("To"), "body": form.get("Body"), "fault": fault.act, "sid": None}
        self.account.requests.append(asked)
        if fault.act == "reset":
            request.receive.__self__.transport.abort()  # type: ignore[attr-defined]
            return Response()
        try:
            return await self._take(request, form, fault, asked)
        except accounts.Refused as refused:
            asked["code"] = refused.code
            return _error(refused)

    async def _take(
        self, request: Request, form: dict[str, str], fault: accounts.Fault, asked: dict[str, Any]
    ) -> Response:
        if fault.act == "refuse" and not fault.recorded:
            raise accounts.Refused(fault.status, fault.code, fault.retry_after)
        message = self.account.take(form)
        asked["sid"] = message["sid"]
        answer = JSONResponse(accounts.shown(message), status_code=201)
        await self._follow(message, fault.code if fault.act == "undeliver" else 0)
        if fault.act == "refuse":
            raise accounts.Refused(fault.status, fault.code, fault.retry_after)
        while fault.act == "hang" and (await request.receive())["type"] != "http.disconnect":
            pass
        return answer

    async def _follow(self, message: dict[str, Any], code: int) -> None:
        behaviour = self.account.behaviour
        statuses = ["sent", "undelivered"] if code else list(behaviour.statuses)
        calls = statuses * behaviour.copies
        if behaviour.shuffle:
            random.Random(message["sid"]).shuffle(calls)
        if behaviour.hold:
            self._pending.append((message, statuses, code))
            return
        await self._arrive(message, statuses, code)
        task = asyncio.create_task(self._call_all_back(message, calls, code))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if behaviour.early:
            await task

    async def _arrive(self, message: dict[str, Any], statuses: list[str], code: int) -> None:
        self.account.happen(message, statuses, code)
        if not code:
            await self.account.deliver(message["to"], message["body"])

    async def _call_all_back(self, message: dict[str, Any], calls: list[str], code: int) -> None:
        for status in calls:
            await self._call_back(message, status, code)

    async def _call_back(self, message: dict[str, Any], status: str, code: int) -> None:
        if message["_callback"]:
            form = _status_form(message, status, code)
            await self._post(message["_callback"], form, uuid.uuid4().hex)

    async def _hear_keyword(self, number: str, keyword: str) -> None:
        out = number in self.account.opted_out
        if keyword == "STOP":
            self.account.opted_out.add(number)
        elif keyword == "START":
            self.account.opted_out.discard(number)
        # Nobody is told twice that they are out, nor that they are in again without having left.
        if keyword == "HELP" or (keyword == "STOP" and not out) or (keyword == "START" and out):
            await self.account.deliver(number, accounts.OWN_WORDS[keyword])

    async def _post(self, url: str, form: list[tuple[str, str]], token: str) -> None:
        address, _, fragment = url.partition("#")
        overrides = parse_qs(fragment)
        signature = self.account.sign(address, form)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "X-Twilio-Signature": signature,
            "I-Twilio-Idempotency-Token": token,
        }
        called: dict[str, Any] = {"url": address, "form": form, "token": token, "answers": []}
        self.account.called.append(called)
        for attempt in range(1 + int(overrides.get("rc", ["1"])[0])):
            if attempt:
                await asyncio.sleep(self.account.behaviour.retry_wait * 2 ** (attempt - 1))
            status = await self._post_once(address, urlencode(form).encode(), headers)
            called["answers"].append(status)
            if not _repeats(status, overrides.get("rp", ["ct"])[0]):
                return

    async def _post_once(self, address: str, body: bytes, headers: dict[str, str]) -> int:
        assert self._session is not None
        try:
            async with self._session.post(address, data=body, headers=headers) as answer:
                await answer.read()
                return answer.status
        except (aiohttp.ClientError, TimeoutError, OSError):
            return 0

    async def _press(self, url: str, form: list[tuple[str, str]]) -> tuple[int, str]:
        """A key was pressed: signed as ever; the answer is what is said next."""
        assert self._session is not None
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "X-Twilio-Signature": self.account.sign(url, form),
        }
        async with self._session.post(url, data=urlencode(form), headers=headers) as answer:
            return answer.status, await answer.text()

    async def _list(self, request: Request) -> Response:
        if refusal := self._not_allowed(request):
            return refusal
        if not self.account.behaviour.lists:
            return _error(accounts.Refused(503, 20503))
        query = dict(request.query_params)
        try:
            listed = self.account.listed(query, request.url.path)
            date = format_datetime(accounts.now(), usegmt=True)
            return JSONResponse(listed, headers={"Date": date})
        except accounts.Refused as refused:
            return _error(refused)

    async def _control(self, request: Request) -> Response:
        try:
            return JSONResponse({"ok": True, "result": await self.do(await request.json())})
        except (ValueError, TypeError, KeyError, TimeoutError) as error:
            return JSONResponse({"ok": False, "error": repr(error)}, status_code=400)

    def _not_allowed(self, request: Request) -> Response | None:
        pair = f"{self.account.sid}:{self.account.token}".encode()
        if request.headers.get("Authorization") != "Basic " + base64.b64encode(pair).decode():
            return _error(accounts.Refused(401, 20003))
        if request.path_params["account"] != self.account.sid:
            return _error(accounts.Refused(404, 20404))
        return None


def _inbound_form(
    account: accounts.Account, message: Mapping[str, Any], media: Sequence[str]
) -> list[tuple[str, str]]:
    sid = message["sid"]
    form = {
        "ToCountry": "US",
        "SmsMessageSid": sid,
        "NumMedia": str(len(media)),
        "SmsSid": sid,
        "SmsStatus": "received",
        "Body": message["body"],
        "To": message["to"],
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": account.sid,
        "From": message["from"],
        "ApiVersion": "2010-04-01",
    }
    for place, content_type in enumerate(media):
        form[f"MediaContentType{place}"] = content_type
        form[f"MediaUrl{place}"] = f"https://api.twilio.com/Messages/{sid}/Media/ME{place}"
    return list(form.items())


def _status_form(message: Mapping[str, Any], status: str, code: int) -> list[tuple[str, str]]:
    form = {
        "SmsSid": message["sid"],
        "SmsStatus": status,
        "MessageStatus": status,
        "To": message["to"],
        "MessageSid": message["sid"],
        "AccountSid": message["account_sid"],
        "From": message["from"],
        "ApiVersion": "2010-04-01",
    }
    if message["messaging_service_sid"]:
        form["MessagingServiceSid"] = message["messaging_service_sid"]
    if code and status in ("undelivered", "failed"):
        form["ErrorCode"] = str(code)
    return list(form.items())


def _repeats(status: int, policy: str) -> bool:
    names = {0: ("all", "ct", "rt"), 4: ("all", "4xx"), 5: ("all", "5xx")}.get(status // 100, ())
    return any(name in policy.split(",") for name in names)


def _error(refused: accounts.Refused) -> Response:
    body = {
        "code": refused.code,
        "message": "refused",
        "more_info": f"https://www.twilio.com/docs/errors/{refused.code}",
        "status": refused.status,
    }
    headers = {"Retry-After": refused.retry_after} if refused.retry_after else None
    if not refused.code:  # a gateway's page, not Twilio's own words
        return Response("<html>", refused.status, headers, "text/html")
    return JSONResponse(body, refused.status, headers)


def _plain(shown: Any) -> Any:
    if isinstance(shown, list):
        return [accounts.shown(one) if "sid" in one and "body" in one else one for one in shown]
    return shown


if __name__ == "__main__":
    server.run(Twilio().app, int(sys.argv[1]))
