"""The pages that say what the product does with people's data, and on what terms they take part."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlalchemy.exc import SQLAlchemyError

from assistant.ops import logs
from assistant.programmes import retention
from assistant.programmes.retention import Kept
from assistant.rendering.translations import LANGUAGES, closest
from storage.database import Database
from storage.people import programmes
from storage.people.programmes import Programme

log = logs.get("web")

PAGES = ("privacy", "terms")
CACHED = "public, max-age=300"

_HERE = Path(__file__).parent
_PAGES = Environment(
    loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined
)
_STYLE = (_HERE / "static" / "legal.css").read_bytes()


@dataclass(frozen=True)
class Shown:
    """What a page tells of a programme."""

    name: str
    place: str
    coordinator: str
    contact: str
    keyword: str
    minimum_age: int
    kept: Kept


def routes(db: Database) -> APIRouter:
    """/privacy and /terms, in the language of the reader or of the address; open to everybody."""
    router = APIRouter(include_in_schema=False)
    for page in PAGES:
        router.add_api_route(f"/{page}", _Page(db, page).show, methods=["GET"])
        router.add_api_route(f"/{page}/{{language}}", _Page(db, page).show_in, methods=["GET"])
    router.add_api_route("/legal.css", _style, methods=["GET"])
    return router


class _Page:
    """One of the pages."""

    def __init__(self, db: Database, page: str) -> None:
        self._db, self._page = db, page

    async def show(self, request: Request) -> Response:
        wanted = request.headers.get("Accept-Language", "")[:5]
        return await self._shown(wanted)

    async def show_in(self, language: str) -> Response:
        if language not in LANGUAGES:
            raise HTTPException(404)
        return await self._shown(language)

    async def _shown(self, wanted: str) -> Response:
        known = await asyncio.to_thread(self._programmes)
        language = closest(wanted, known[0].language if known else "en")
        text = _PAGES.get_template(f"legal_{language}.html").render(
            page=self._page,
            language=language,
            languages=LANGUAGES,
            programmes=[_shown(one, language) for one in known],
        )
        return HTMLResponse(text, headers={"Cache-Control": CACHED, "Vary": "Accept-Language"})

    def _programmes(self) -> Sequence[Programme]:
        try:
            with self._db.reading() as connection:
                return list(programmes.every(connection).values())
        except SQLAlchemyError as error:
            log.warning("page not shown", code=type(error).__name__)
            raise HTTPException(503, headers={"Retry-After": "5"}) from error


def _shown(one: Programme, language: str) -> Shown:
    contact = one.settings.get("contact", "")
    if isinstance(contact, Mapping):
        contact = contact.get(language) or contact["en"]
    return Shown(
        name=one.name,
        place=str(one.settings.get("place", "")),
        coordinator=str(one.settings.get("coordinator", "")),
        contact=str(contact),
        keyword=one.keyword.upper(),
        minimum_age=one.minimum_age,
        kept=retention.of(one),
    )


async def _style() -> Response:
    return Response(_STYLE, media_type="text/css", headers={"Cache-Control": CACHED})
