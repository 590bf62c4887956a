"""The HTTP door: one webhook per channel; mounts the phones; health and metrics."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from assistant.channels import Forged, Inbound, Report
from assistant.channels.sms import adapter as sms
from assistant.channels.sms import calls
from assistant.channels.telegram import adapter as telegram
from assistant.channels.telegram import updates
from assistant.channels.telegram.inbound import receive
from assistant.console import headers
from assistant.ops import bodies, health, hosts, logs, refusing
from assistant.ops.config import Settings
from assistant.outbox import delivery_reports
from assistant.rendering.translations import translate
from assistant.safeguarding import texts
from storage.database import Database

log = logs.get("web")

PATIENCE = 2.0  # seconds in which a webhook is answered: Twilio is told to wait for 2.5
EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

Accept = Callable[[Sequence[Inbound]], Awaitable[None]]


class Doors:
    """The webhooks, with what they need."""

    def __init__(
        self,
        settings: Settings,
        db: Database,
        accept: Accept,
        bot: telegram.Telegram | None,
        now: Callable[[], datetime],
    ) -> None:
        self._settings, self._db, self._accept = settings, db, accept
        self._bot, self._now = bot, now
        self._ours = sms.Ours(
            settings.twilio_account_sid,
            settings.twilio_from,
            settings.twilio_messaging_service_sid,
        )
        self._answering: set[asyncio.Task[None]] = set()
        # Threads of their own: while the database is locked they wait, and nobody else does.
        self._reports = ThreadPoolExecutor(2, "reports")

    async def telegram(self, request: Request) -> Response:
        """An update: the secret is checked before anything else is read."""
        if self._bot is None or not self._settings.telegram_webhook_secret:
            return Response(status_code=404)
        secret = self._settings.telegram_webhook_secret.get_secret_value()
        telegram.check_secret(request.headers, secret)
        update = await _update(request)
        if update.callback_query:
            task = asyncio.create_task(telegram.answer_press(self._bot, update))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)
        inbound = receive(update, self._bot.bot)
        await self._keep([inbound] if inbound else [])
        return Response(status_code=200)

    async def sms(self, request: Request) -> Response:
        """A text: 200 only after it is durable."""
        form = self._ours.inbound(await self._signed(request))
        inbound = sms.receive(form, self._settings.sms_sender)
        await self._keep([inbound] if inbound else [])
        return Response(EMPTY_TWIML, media_type="application/xml")

    async def sms_status(self, request: Request) -> Response:
        """What became of a message of ours."""
        form = self._ours.status(await self._signed(request))
        told = sms.report(form, request.query_params, self._settings.sms_sender)
        if told:
            loop = asyncio.get_running_loop()
            await _in_time(loop.run_in_executor(self._reports, self._report, told))
        return Response(status_code=204)

    async def voice_key(self, request: Request) -> Response:
        """A key that was pressed in a call of ours: 200 only after it is durable."""
        fields, settings = await self._signed(request), self._settings
        ours = settings.twilio_account_sid, settings.twilio_from
        inbound = calls.pressed(fields, request.query_params, ours, settings.sms_sender)
        await self._keep([inbound] if inbound else [])
        language = request.query_params.get("language", "")
        words = translate(texts.PRESSED, language, formal=True) if inbound else ""
        return Response(calls.said(words, language), media_type="application/xml")

    def _report(self, told: Report) -> None:
        with self._db.writing() as db:
            delivery_reports.record(db, told, self._now())

    async def _signed(self, request: Request) -> Sequence[tuple[str, str]]:
        if not self._settings.sms:
            raise HTTPException(404)
        signature = request.headers.get("X-Twilio-Signature")
        if not signature:
            raise Forged("no signature")  # before anything else is read
        fields = sms.parse_form(await bodies.read(request))
        query = f"?{request.url.query}" if request.url.query else ""
        address = f"{self._settings.public_url}{request.scope['path']}{query}"
        token = self._settings.twilio_auth_token.get_secret_value()
        sms.check_signature(address, fields, signature, token)
        return fields

    async def _keep(self, inbounds: Sequence[Inbound]) -> None:
        await _in_time(self._accept(inbounds))


async def _in_time(kept: Awaitable[None]) -> None:
    """503 where it fails or takes longer than a provider waits. What is under way may be kept all
    the same: when the provider delivers it again, it is known by its id."""
    try:
        async with asyncio.timeout(PATIENCE):
            await kept
    except Exception as error:
        log.error("not accepted", code=type(error).__name__)
        raise HTTPException(503, headers={"Retry-After": "5"}) from error


def build(doors: Doors, settings: Settings, state: health.State) -> FastAPI:
    """The web application, without the console's pages."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(headers.Headers)
    app.add_middleware(hosts.Hosts, settings=settings)
    app.add_api_route("/channels/telegram", doors.telegram, methods=["POST"])
    app.add_api_route("/channels/sms", doors.sms, methods=["POST"])
    app.add_api_route("/channels/sms/status", doors.sms_status, methods=["POST"])
    app.add_api_route(calls.KEY_PATH, doors.voice_key, methods=["POST"])
    app.add_exception_handler(Forged, refusing.Webhooks().refuse)
    app.add_exception_handler(ClientDisconnect, _gone)
    app.add_exception_handler(Exception, _crashed)
    metrics = refusing.Metrics(settings)

    @app.get("/health")
    async def _health() -> JSONResponse:
        found = await state.look()
        return JSONResponse(found, status_code=200 if found["ok"] else 503)

    @app.get("/metrics")
    async def _metrics(request: Request) -> Response:
        if refusal := metrics.refusal(request):
            return refusal
        await state.look()
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    @app.get("/")
    async def _home() -> Response:
        return RedirectResponse("/phone") if settings.phones_open else PlainTextResponse("ok")

    return app


async def _crashed(_request: Request, error: Exception) -> Response:
    log.error("request failed", code=type(error).__name__, exc_info=error)
    return Response(status_code=500)


async def _gone(_request: Request, _error: Exception) -> Response:
    """Whoever asked went away before they had said it all: nobody hears this."""
    return Response(status_code=400)


async def _update(request: Request) -> updates.Update:
    try:
        return updates.read(await bodies.read(request))
    except ValueError as error:
        raise HTTPException(400) from error
