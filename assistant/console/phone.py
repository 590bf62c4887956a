"""The simulated phones: a page, what it sends, and the stream of what it receives."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse
from jinja2 import Environment, FileSystemLoader
from sqlalchemy.exc import SQLAlchemyError

from assistant.channels import Inbound, simulated
from assistant.console.streams import MOST_PHONES, Full, Streams
from assistant.ops import bodies, logs
from storage.database import Database
from storage.people import programmes
from storage.people.programmes import Programme

log = logs.get("phone")

HOURS = {1: 1, 24: 24}  # that can be skipped at once

Skip = Callable[[timedelta | None], Awaitable[datetime]]
Code = Callable[[int], Awaitable[str]]
Accept = Callable[[Sequence[Inbound]], Awaitable[None]]

_HERE = Path(__file__).parent
_TYPES = {
    "phone.css": "text/css",
    "phone.js": "text/javascript",
    "phone.svg": "image/svg+xml",
}
_FILES = {name: (_HERE / "static" / name).read_bytes() for name in _TYPES}
_VERSION = hashlib.sha256(b"".join(_FILES.values())).hexdigest()[:12]
_PAGES = Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=True)


@dataclass(frozen=True)
class Needs:
    """What the phones need of the product."""

    db: Database
    accept: Accept
    streams: Streams
    allowed: Callable[[Request], bool]
    code: Code | None  # a new one, with which a phone becomes a programme's coordinator's
    now: Callable[[], datetime]
    skip: Skip | None  # None: time is everybody's, and cannot be skipped


def routes(needs: Needs) -> APIRouter:
    """Everything under /phone; not found for whom it is not allowed."""

    def gate(request: Request) -> None:
        if not needs.allowed(request):
            raise HTTPException(404)

    phones = _Phones(needs)
    router = APIRouter(dependencies=[Depends(gate)], include_in_schema=False)
    router.add_api_route("/phone", phones.page, methods=["GET"])
    router.add_api_route("/phone/static/{file}", _static, methods=["GET"])
    router.add_api_route("/phone/messages", phones.receive, methods=["POST"])
    router.add_api_route("/phone/coordinator", phones.coordinate, methods=["POST"])
    router.add_api_route("/phone/clock", phones.skip, methods=["POST"])
    router.add_api_route("/phone/stream", phones.stream, methods=["GET"])
    return router


class _Phones:
    """The routes, with what they need."""

    def __init__(self, needs: Needs) -> None:
        self._db, self._accept, self._streams = needs.db, needs.accept, needs.streams
        self._code, self._now, self._skip = needs.code, needs.now, needs.skip

    async def page(self) -> Response:
        programmes = await asyncio.to_thread(self._programmes)
        page = _PAGES.get_template("phone.html").render(
            programmes=programmes,
            contact=programmes[0].name if len(programmes) == 1 else "Mentoring",
            most_phones=MOST_PHONES,
            longest=simulated.LONGEST,
            coordinates=self._code is not None,
            now=int(self._now().timestamp() * 1000),
            skips=self._skip is not None,
            version=_VERSION,
        )
        # A form of it says where it comes from, which it would not without a referrer.
        headers = {"Cache-Control": "no-cache", "Referrer-Policy": "same-origin"}
        return HTMLResponse(page, headers=headers)

    async def receive(self, request: Request) -> Response:
        """A message from a phone: 204 only after it is durable."""
        if not _from_our_page(request):
            raise HTTPException(403)
        try:
            inbound = simulated.receive(json.loads(await bodies.read(request)))
        except (ValueError, RecursionError) as error:
            raise HTTPException(422) from error
        try:
            await self._accept([inbound])
        except Exception as error:  # the page will send it again
            log.error("not accepted", code=type(error).__name__)
            raise HTTPException(503, headers={"Retry-After": "2"}) from error
        self._streams.wake()
        return Response(status_code=204)

    async def coordinate(self, request: Request) -> Response:
        """A code that makes one phone a coordinator's; there is none where people are real."""
        if not _from_our_page(request):
            raise HTTPException(403)
        if self._code is None:
            raise HTTPException(404)
        programmes = await asyncio.to_thread(self._programmes)
        try:
            wanted = json.loads(await bodies.read(request))["programme"]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise HTTPException(422) from error
        if wanted not in [one.id for one in programmes]:
            raise HTTPException(422)
        return JSONResponse({"code": await self._code(wanted)})

    async def skip(self, request: Request) -> Response:
        """Let time pass: so many hours, or up to what is due next; the new time."""
        if not _from_our_page(request):
            raise HTTPException(403)
        if self._skip is None:
            raise HTTPException(404)
        try:
            hours = json.loads(await bodies.read(request))["hours"]
            by = None if hours is None else timedelta(hours=HOURS[hours])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise HTTPException(422) from error
        now = await self._skip(by)
        self._streams.wake()
        return JSONResponse({"now": int(now.timestamp() * 1000)})

    async def stream(self, request: Request, phones: str) -> Response:
        """The live threads of a page's phones."""
        if _from_elsewhere(request):
            raise HTTPException(403)
        try:
            wanted = sorted({simulated.read_phone(one) for one in phones.split(",")})
        except ValueError as error:
            raise HTTPException(422) from error
        if len(wanted) > MOST_PHONES:
            raise HTTPException(422)
        try:
            events = self._streams.open(wanted)
        except Full as error:
            raise HTTPException(503, headers={"Retry-After": "5"}) from error
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(events, media_type="text/event-stream", headers=headers)

    def _programmes(self) -> list[Programme]:
        """The programmes whose words a phone proposes; none while the database is away."""
        try:
            with self._db.reading() as db:
                return list(programmes.every(db).values())
        except SQLAlchemyError as error:
            log.warning("programmes not read", code=type(error).__name__)
            return []


async def _static(file: str) -> Response:
    if file not in _FILES:
        raise HTTPException(404)
    # The page asks for a new address whenever one of the files has changed.
    forever = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_FILES[file], media_type=_TYPES[file], headers=forever)


def _from_our_page(request: Request) -> bool:
    """Whether a page of ours sends this, as the browser itself says, and as JSON.

    Over plain HTTP browsers tell the origin only. Who tells neither is no browser's page.
    """
    if request.headers.get("Content-Type", "").partition(";")[0].strip() != "application/json":
        return False
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    told = site == "same-origin" or (site is None and origin is not None)
    return told and not _from_elsewhere(request)


def _from_elsewhere(request: Request) -> bool:
    """Whether another site's page asks: that the browser says so in either way is enough."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("Host")
