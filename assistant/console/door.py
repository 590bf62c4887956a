"""The door of the console: who asks, whether they may, and whether a page of ours sent it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from hmac import compare_digest
from urllib.parse import parse_qsl, urlsplit

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from assistant.console.asked import Asked, Here, Needs, Route, to
from assistant.console.pages import rendered
from assistant.console.signing import browsers
from assistant.ops import bodies, guesses, logs
from storage.console import access, accounts, signing
from storage.console.access import Viewer
from storage.console.signing import SignedIn
from storage.people import worlds

log = logs.get("console")

MOST_FIELDS = 60
LIVE = "/console/live"  # asked for by a page again and again: nobody need be there
SIGN_IN = "/console/sign-in"
FORM = "application/x-www-form-urlencoded"


def router(needs: Needs, routes: Sequence[Route]) -> APIRouter:
    found = APIRouter(include_in_schema=False)
    for route in routes:
        found.add_api_route(route.path, _endpoint(needs, route), methods=[route.method])
    return found


def _endpoint(needs: Needs, route: Route) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        form: Mapping[str, str] = {}
        if route.method == "POST":
            if not from_our_page(request):
                return rendered.refusal(403, "elsewhere")
            form = await _form(request)
        answer = await asyncio.to_thread(_answer, needs, route, request, form)
        if route.method == "POST":
            needs.wake()
        return answer

    return endpoint


def _answer(needs: Needs, route: Route, request: Request, form: Mapping[str, str]) -> Response:
    token = request.cookies.get(browsers.cookie(needs.secure).name, "")
    try:
        here = _who(needs, token, seen=route.path != LIVE) if token else None
        asked = Asked(
            needs,
            request.path_params,
            dict(request.query_params),
            form,
            here,
            token,
            request.headers.get("User-Agent", ""),
            guesses.network(request),
            rendered.language(request.headers.get("Accept-Language", "")),
        )
        return _refusal(route, asked) or route.answer(asked)
    except SQLAlchemyError as error:
        log.error("page not shown", code=type(error).__name__)
        return rendered.refusal(503, "away")


def _refusal(route: Route, asked: Asked) -> Response | None:
    """What whoever may not take a route hears instead."""
    if not route.who.signed_in:
        return None
    if asked.here is None:
        return to(SIGN_IN)
    if route.method == "POST":
        given = asked.form.get("form_token", "")
        if not compare_digest(given.encode(), asked.here.form_token.encode()):
            return rendered.refusal(403, "stale", asked)
    if route.who.roles:
        with asked.needs.db.reading() as db:
            if not access.has(db, asked.here.viewer, route.who.roles):
                return rendered.refusal(403, "role", asked)
    return None


def _who(needs: Needs, token: str, *, seen: bool) -> Here | None:
    """Who is signed in by this cookie; whoever came in at a simulated phone is out as soon as
    anybody real can be reached."""
    now = needs.wall()
    with needs.db.reading() as db:
        signed_in = browsers.find(db, token, now)
        if signed_in is None or (signed_in.how == "phone" and not needs.rehearsing):
            return None
        found = _here(db, needs, signed_in, token)
    if seen and now - signed_in.seen_at > browsers.SEEN_EVERY:
        with needs.db.writing() as db:
            signing.seen(db, signed_in.id, now)
    return found


def _here(db: Connection, needs: Needs, signed_in: SignedIn, token: str) -> Here | None:
    account = accounts.find(db, signed_in.account_id)
    if account is None:
        return None
    person = account.person_id
    played = bool(worlds.simulated(db, [person])) if person else not needs.reaches_people
    viewer = Viewer(account.id, person, played, needs.rehearsing)
    return Here(
        viewer,
        account.name or "",
        signed_in,
        browsers.form_token(token),
        access.has(db, viewer, access.OWNS),
        access.has(db, viewer, access.SEES | access.CONCERNED),
        access.has(db, viewer, access.SEES),
    )


async def _form(request: Request) -> Mapping[str, str]:
    if request.headers.get("Content-Type", "").partition(";")[0].strip() != FORM:
        return {}
    body = (await bodies.read(request)).decode(errors="replace")
    try:
        return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return {}


def from_our_page(request: Request) -> bool:
    """Whether a page of ours sent this form, as the browser itself says. Over plain HTTP some tell
    the origin only; who tells neither is no browser's page."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None and site != "same-origin":
        return False
    if origin is not None and urlsplit(origin).netloc != request.headers.get("Host"):
        return False
    return site is not None or origin is not None
