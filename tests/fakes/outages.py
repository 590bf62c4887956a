"""A provider that is away, in each of the ways in which providers are: everything that a fake
would have answered is lost before it is read, refused, or told so that nobody can read it."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from enum import StrEnum
from typing import Any, Protocol

from starlette.responses import JSONResponse, Response

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

HTML = "<html><head><title>We will be back</title>"


class Kind(StrEnum):
    """How it is away."""

    REFUSED = "refused"  # nobody takes the connection; without a Door, each one is broken
    HANGS = "hangs"  # the request is read, and no answer ever comes
    CUT_OFF = "cut off"  # the answer begins, and the connection breaks
    FAILS = "500"
    SLOW_DOWN = "429"
    SLOW_DOWN_FOR = "429 with a wait"
    NOT_ALLOWED = "401"
    GARBAGE = "garbage"  # 200, and a page of somebody else's
    NO = "200 with an error"
    BARE_NO = "200 with an error that says nothing"


class Door(Protocol):
    """What a fake listens at."""

    def shut(self) -> None: ...

    def open(self) -> None: ...


class Outage:
    """Stands before a fake. `only` lets everything but these methods pass ("sendMessage", "POST");
    with `taken` what is asked for happens all the same."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.kind: Kind | None = None
        self.only = ""
        self.taken = False
        self.door: Door | None = None
        self.wait = 3  # seconds that a 429 names
        self.asked: Counter[str] = Counter()  # requests that met the outage, by method

    def begin(self, kind: Kind, only: str = "", taken: bool = False) -> None:
        self.kind, self.only, self.taken = kind, only, taken
        self.asked.clear()
        if kind is Kind.REFUSED and self.door:
            self.door.shut()

    def end(self) -> None:
        if self.kind is Kind.REFUSED and self.door:
            self.door.open()
        self.kind = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        kind = self.kind
        if kind is None or scope["type"] != "http" or not self._meant(scope):
            return await self._app(scope, receive, send)
        self.asked[_method(scope)] += 1
        if kind is Kind.REFUSED:
            return _abort(receive)
        if self.taken:
            await self._app(scope, receive, _nowhere)
        else:
            await _read(receive)
        return await self._answer(kind, scope, receive, send)

    def _meant(self, scope: Message) -> bool:
        if scope["path"].endswith("/control"):
            return False
        return not self.only or self.only in (_method(scope), scope["method"])

    async def _answer(self, kind: Kind, scope: Message, receive: Receive, send: Send) -> None:
        if kind is Kind.HANGS:
            while (await receive())["type"] != "http.disconnect":
                pass
            return None
        if kind is Kind.CUT_OFF:
            headers = [(b"content-type", b"application/json"), (b"content-length", b"900")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": b'{"ok": tr', "more_body": True})
            await asyncio.sleep(0)
            return _abort(receive)
        return await self._response(kind, "/bot" in scope["path"])(scope, receive, send)

    def _response(self, kind: Kind, telegram: bool) -> Response:
        match kind:
            case Kind.FAILS:
                return _error(telegram, 500, 20500, "Internal Server Error")
            case Kind.SLOW_DOWN:
                return _error(telegram, 429, 20429, "Too Many Requests")
            case Kind.SLOW_DOWN_FOR:
                return _error(telegram, 429, 20429, "Too Many Requests", self.wait)
            case Kind.NOT_ALLOWED:
                return _error(telegram, 401, 20003, "Unauthorized")
            case Kind.GARBAGE:
                return Response(HTML, 200, media_type="text/html")
            case Kind.NO:
                no = {"ok": False, "error_code": 500, "description": "Internal Server Error"}
                return JSONResponse(no if telegram else {"code": 20500, "status": 500})
            case _:
                no = {"ok": False, "description": "Something went wrong"}
                return JSONResponse(no if telegram else {"error": "Something went wrong"})


def _error(telegram: bool, status: int, code: int, words: str, wait: int = 0) -> Response:
    headers = {"Retry-After": str(wait)} if wait else None
    if not telegram:
        return JSONResponse({"code": code, "message": words, "status": status}, status, headers)
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": words}
    if wait:
        body["parameters"] = {"retry_after": wait}
    return JSONResponse(body, status, headers)


def _method(scope: Message) -> str:
    return str(scope["path"].rsplit("/", 1)[-1])


async def _read(receive: Receive) -> None:
    while (await receive()).get("more_body"):
        pass


def _abort(receive: Any) -> None:
    """Break the connection, as no well-behaved server would."""
    receive.__self__.transport.abort()


async def _nowhere(_message: Message) -> None:
    """An answer that nobody hears."""
