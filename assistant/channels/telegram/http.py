"""How python-telegram-bot reaches Telegram: each request once, its failures told apart."""

import json
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from functools import cache
from typing import Any, cast

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest, RequestData

from assistant.channels import Heard, heard
from assistant.channels.answers import LONGEST, LONGEST_LIST, WHOLE_WITHIN

# It logs addresses, and a bot's addresses hold its token.
logging.getLogger("httpx").setLevel(logging.WARNING)

API = "https://api.telegram.org"
CONNECT = 3.0  # seconds, once for the connection and once for its encryption
POOL = 1.0
AT_ONCE = 256  # connections; more than an outbox has sends under way
SLACK = 10.0  # seconds that a long poll may be late
SENT = b'{"ok": true, "result": true}'  # what a yes without more says
_trusted = cache(httpx.create_ssl_context)  # whom we take for Telegram; reading it takes long
MEANT = ("bad request: chat not found", "bad request: user not found", "bad request: peer_id")


Hook = Callable[[httpx.Response], Awaitable[None]]


class TurnedAway(Exception):
    """The server, or one before it, did not take the request."""


class Lost(Exception):
    """The server failed while it had the request."""


class Unreadable(Exception):
    """An answer that tells nothing: the request may have been obeyed."""


class Contradicted(Exception):
    """A no for no reason that we know, with the status of a yes."""


class Request(HTTPXRequest):
    """Tells what the library does not: whether a failed request may have been obeyed."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **named_timeouts: Any,
    ) -> tuple[int, bytes]:
        status, body = await super().do_request(
            url, method, request_data, *timeouts, **named_timeouts
        )
        return _judge(status, body, _told(body))


class Client(Bot):
    """The bot as a client. Its updates come as they are: the library reads all or none, and
    puts what people wrote into the log where it fails."""

    def __init__(self, token: str, api_url: str, timeout: float) -> None:
        requests = (
            _request(timeout, AT_ONCE, LONGEST, self._hear),
            _request(timeout, 2, LONGEST_LIST, self._hear),
        )
        super().__init__(
            token,
            base_url=f"{api_url or API}/bot",
            request=requests[0],
            get_updates_request=requests[1],
        )
        self._both = requests
        self._heard: Heard | None = None

    async def updates(
        self, offset: int | None, seconds: int, kinds: Sequence[str]
    ) -> list[dict[str, Any]]:
        """What has happened and is not confirmed; all before the offset is from now on."""
        asked = {
            "offset": offset,
            "timeout": seconds,
            "limit": 100,
            "allowed_updates": list(kinds),
        }
        found = await self._post("getUpdates", asked, read_timeout=seconds + SLACK)
        return cast("list[dict[str, Any]]", found)

    async def deliver(self, how: str, **message: Any) -> int | None:
        """Send a message or a document; its number, where the answer tells it. The library reads
        the whole message back, and takes a yes that it cannot read for a failure."""
        sent = await self._post(how, message)
        number = sent.get("message_id") if isinstance(sent, dict) else None
        return number if isinstance(number, int) else None

    async def ask_name(self) -> None:
        """The least that can be asked."""
        await self._post("getMe")

    async def _hear(self, answer: httpx.Response) -> None:
        self._heard = heard(answer.headers.get("Date")) or self._heard

    @property
    def heard(self) -> Heard | None:
        """What Telegram's clock said last."""
        return self._heard

    async def close_connections(self) -> None:
        for request in self._both:
            await request.shutdown()


def _request(timeout: float, connections: int, longest: int, hear: Hook) -> Request:
    return Request(
        connection_pool_size=connections,
        read_timeout=timeout,
        write_timeout=timeout,
        connect_timeout=min(CONNECT, timeout),
        pool_timeout=min(POOL, timeout),
        httpx_kwargs={
            # What is compressed could grow a thousandfold, so it is not asked for.
            "headers": {"Accept-Encoding": "identity"},
            "verify": _trusted(),
            "event_hooks": {"response": [hear, _bound(longest)]},
        },
    )


def _bound(longest: int) -> Hook:
    """Has an answer read no further than this; the library reads all of any."""

    async def bound(response: httpx.Response) -> None:
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise Lost
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _Bounded(response.stream, longest)

    return bound


class _Bounded(httpx.AsyncByteStream):
    """An answer's body, up to a length and a time."""

    def __init__(self, stream: httpx.AsyncByteStream, longest: int) -> None:
        self._stream, self._left = stream, longest
        self._until = time.monotonic() + WHOLE_WITHIN

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            self._left -= len(chunk)
            if self._left < 0 or time.monotonic() > self._until:
                raise Lost
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


def _judge(status: int, body: bytes, told: dict[str, Any]) -> tuple[int, bytes]:
    """The answer as the library can read it; raises where it says nothing that is certain."""
    if status < 300 and told.get("ok") is True:
        return status, body if "result" in told else SENT
    if status < 300 and told.get("ok") is False:
        return _judge_refusal(told, body)
    if status in (429, 503):
        if not (told.get("parameters") or {}).get("retry_after"):
            raise TurnedAway
    elif status >= 500:
        raise Lost
    elif not told or status < 300:  # not Telegram's words: some gateway's page
        raise Unreadable if status < 300 else TurnedAway
    return status, body


def _judge_refusal(told: dict[str, Any], body: bytes) -> tuple[int, bytes]:
    """A no with the status of a yes is taken as if it came with the status that it names."""
    named = told.get("error_code")
    status = named if isinstance(named, int) and 400 <= named < 600 else 400
    if status == 400 and not str(told.get("description", "")).casefold().startswith(MEANT):
        raise Contradicted
    return _judge(status, body, told)


def _told(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):  # no JSON, or brackets without end
        return {}
    return told if isinstance(told, dict) else {}
