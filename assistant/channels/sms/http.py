"""How requests to Twilio travel: pooled, timed, and clear about what may have arrived."""

import base64
import json
import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

import aiohttp
from twilio.http import AsyncHttpClient  # type: ignore[import-untyped]
from twilio.http.response import Response  # type: ignore[import-untyped]

from assistant.channels import Heard, TryLater, Unknown, heard
from assistant.channels.answers import LONGEST, LONGEST_LIST
from assistant.channels.sms import errors


class Transport(AsyncHttpClient):  # type: ignore[misc]
    """Twilio's HTTP client, by aiohttp; every failure leaves it as a SendError.

    The library's own forgets its timeout, takes no other address, logs numbers, and does not
    tell a request that never left from one whose answer is missing.
    """

    def __init__(self, api_url: str, timeout: float) -> None:
        super().__init__(logging.getLogger("twilio"), True, timeout)
        self._api_url = api_url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None
        self.heard: Heard | None = None

    async def request(self, method: str, uri: str, **given: Any) -> Response:
        """The answer to a request, if it is a good one; the library passes all by name."""
        status, text, headers = await self._exchange(method, self._address(uri), given)
        self.heard = heard(headers.get("Date")) or self.heard
        if status >= 300:
            raise errors.refusal(status, _code(text), _wait(headers.get("Retry-After", "")))
        return Response(status, text, headers)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def _exchange(
        self, method: str, url: str, given: dict[str, Any]
    ) -> tuple[int, str, Mapping[str, str]]:
        try:
            async with self._open_session().request(
                method,
                url,
                params=given.get("params"),
                data=_form(given.get("data")),
                headers={**given["headers"], "Authorization": _basic(*given["auth"])},
                allow_redirects=False,
            ) as answer:
                longest = LONGEST_LIST if method == "GET" else LONGEST
                return answer.status, await _text(answer, longest), answer.headers
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise TryLater("unreached", everybody=True) from error
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise Unknown("unanswered") from error

    def _open_session(self) -> aiohttp.ClientSession:
        # Made at the first request: aiohttp wants the running loop.
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=self.timeout, connect=self.timeout / 2),
                cookie_jar=aiohttp.DummyCookieJar(),
                # What is compressed could grow a thousandfold, so it is not asked for.
                headers={"Accept-Encoding": "identity"},
            )
        return self._session

    def _address(self, uri: str) -> str:
        if not self._api_url:
            return uri
        asked = urlsplit(uri)
        return f"{self._api_url}{asked.path}" + (f"?{asked.query}" if asked.query else "")


async def _text(answer: aiohttp.ClientResponse, longest: int) -> str:
    """An answer's body; it is not read to its end where that is too far."""
    body = bytearray()
    async for chunk in answer.content.iter_any():
        body += chunk
        if len(body) > longest:
            raise ValueError("too long")
    return body.decode("utf-8", "replace")


def _basic(name: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


def _form(data: dict[str, Any] | None) -> bytes | None:
    return urlencode(data, errors="replace").encode() if data else None


def _code(text: str) -> int:
    try:
        return int(json.loads(text)["code"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0


def _wait(header: str) -> timedelta | None:
    try:
        return timedelta(seconds=max(0.0, float(header)))
    except (ValueError, OverflowError):
        return None
