"""The phone calls of a fake Twilio: they ring, are listened to, and a key is pressed."""

import re
import uuid
from collections.abc import Awaitable, Callable, Sequence
from email.utils import format_datetime
from typing import Any
from xml.etree import ElementTree

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes.twilio_account import Account, now

CALLS = "/2010-04-01/Accounts/{account}/Calls.json"

Refuses = Callable[[Request], Response | None]
Post = Callable[[str, list[tuple[str, str]]], Awaitable[tuple[int, str]]]


class Calls:
    """What was called, and what whoever picks up does."""

    def __init__(self, account: Callable[[], Account], post: Post) -> None:
        self.made: list[dict[str, Any]] = []
        self.refusing = False  # calls: 503 to each
        self._account, self._post = account, post

    def routes(self, refuses: Refuses) -> list[Route]:
        async def create(request: Request) -> Response:
            if refusal := refuses(request):
                return refusal
            if self.refusing:
                return JSONResponse({"code": 20503, "status": 503}, 503)
            form = {k: str(v) for k, v in (await request.form()).items()}
            assert form["From"] == self._account().number
            assert re.fullmatch(r"\+[1-9]\d{6,14}", form["To"])
            call = {
                "sid": "CA" + uuid.uuid4().hex,
                "to": form["To"],
                "from": form["From"],
                "twiml": form["Twiml"],
                "direction": "outbound-api",
                "status": "queued",
                "date_created": now(),
            }
            self.made.append(call)
            return JSONResponse(_shown(call), 201)

        async def listed(request: Request) -> Response:
            to = request.query_params.get("To", "")
            found = [_shown(one) for one in reversed(self.made) if to in ("", one["to"])]
            page = {"calls": found, "page": 0, "page_size": 50, "next_page_uri": None}
            return refuses(request) or JSONResponse(page)

        return [Route(CALLS, create, methods=["POST"]), Route(CALLS, listed, methods=["GET"])]

    def to(self, number: str) -> list[str]:
        """The words that were read out to a number, call by call."""
        return [
            ElementTree.fromstring(one["twiml"]).findtext("Gather/Say") or ""
            for one in self.made
            if one["to"] == number
        ]

    async def press(self, number: str, key: str) -> tuple[int, str]:
        """Press a key in the newest call to a number: what we answer."""
        call = next(one for one in reversed(self.made) if one["to"] == number)
        gather = ElementTree.fromstring(call["twiml"]).find("Gather")
        assert gather is not None
        form: Sequence[tuple[str, str]] = [
            ("AccountSid", self._account().sid),
            ("CallSid", call["sid"]),
            ("CallStatus", "in-progress"),
            ("Direction", "outbound-api"),
            ("From", call["from"]),
            ("To", number),
            ("Digits", key),
            ("msg", "Gather End"),
        ]
        return await self._post(gather.attrib["action"], list(form))


def _shown(call: dict[str, Any]) -> dict[str, Any]:
    return {**call, "date_created": format_datetime(call["date_created"])}
