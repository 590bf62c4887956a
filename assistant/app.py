"""The composition root: database, channels, loops, web; start and stop."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy.exc import SQLAlchemyError

from assistant.channels import Channel, SendError
from assistant.channels.simulated import Simulated
from assistant.channels.sms.adapter import Sms
from assistant.channels.telegram.adapter import Telegram, set_webhook
from assistant.channels.telegram.polling import Poller
from assistant.console import phone
from assistant.console.streams import Streams
from assistant.inbox import webhooks
from assistant.inbox.accept import Inbox
from assistant.inbox.arrivals import Reception
from assistant.inbox.missed import Missed
from assistant.ops import health, logs, server
from assistant.ops.backups import Backups
from assistant.ops.config import BadSettings, Settings
from assistant.outbox.loop import Outbox
from assistant.programmes import codes
from assistant.schedule import clock, timekeeping
from assistant.schedule.virtual_clock import Clock
from assistant.turns.loop import Policy, Turns
from storage.database import open_database
from storage.holder import Holder, NotHeld
from storage.sealing import keys, sealed
from storage.sealing.sealed import Keyring

log = logs.get("app")

OTHERS_WAIT = 0.1  # seconds until another process's message is looked for
BACK_OFF, LONGEST_BACK_OFF = 1.0, 30.0
LONGEST = 15.0  # seconds that a database server may take for an answer
COLLECT_AFTER = 50_000  # new objects


class Part(StrEnum):
    """Which half of the product a process runs."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"


def given(settings: Settings) -> Keyring:
    """The keys that the operator keeps; raises BadSettings."""
    return keyring(settings.secret_key, settings.sealing_keys, "SEALING_KEYS")


def keyring(secret: SecretStr, keys: SecretStr, name: str) -> Keyring:
    """What follows from SECRET_KEY and from SEALING_KEYS, of this name; raises BadSettings."""
    if not keys:
        return sealed.derive(secret.get_secret_value())
    try:
        return sealed.given(secret.get_secret_value(), keys.get_secret_value())
    except ValueError as error:
        raise BadSettings(f"{name}: {error}") from error


def now() -> datetime:
    return datetime.now(UTC)


def tune() -> None:
    """What was loaded stays: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 20, 100)


class App:
    """The product, put together from its settings; `serve` runs it until it is told to stop."""

    def __init__(
        self,
        settings: Settings,
        part: Part = Part.ALL,
        announce: Callable[[], None] = lambda: None,
    ) -> None:
        self.settings, self.part, self._announce = settings, part, announce
        self.db = open_database(settings.database_url.get_secret_value(), LONGEST)
        if self.db.embedded and part is not Part.ALL:
            raise BadSettings("DATABASE_URL is SQLite, which one process serves: leave --only out")
        self._reference = timekeeping.shared(self.db)
        self.clock = Clock(timekeeping.Timekeeper(self._reference))
        if self.rehearsing:
            self.clock.catch_up(self.db)
        else:
            self.clock.go_on(self.db)
        now = self.clock.now
        self.health = health.State(self.db, now, lambda: self.outboxes, settings.limits)
        self.health.watch(self.clock.keeper.problems)
        self._arrived = asyncio.Event()
        self._stopping = asyncio.Event()
        self._skipped = asyncio.Event()
        self.backups = self._backups(settings.backup_to)
        self.inbox = Inbox(self.db, Reception(self.db, now), now, self._arrived.set)
        self.streams = Streams(self.db)
        self._simulated = Simulated()
        self.telegram = _telegram(settings)
        self.sms = _sms(settings)
        self.outboxes = [Outbox(self.db, channel, now) for channel in self._channels()]
        self.missed = self._reads_missed()

    async def serve(self) -> None:
        """Run until SIGTERM or Ctrl-C; then finish what is under way, within five seconds."""
        tune()
        loops = [asyncio.create_task(self._kept_alive(name, run)) for name, run in self._loops()]
        try:
            if self.part is Part.WORKER:
                await self._until_told()
            else:
                if self.missed:
                    await self.missed.opening()
                await self._serve_web()
        finally:
            self._stopping.set()
            await self._end(loops)

    @property
    def rehearsing(self) -> bool:
        """Whether nobody real is here: then time may be skipped."""
        return not (self.settings.public_url or self.settings.reaches_people)

    async def skip(self, by: timedelta | None) -> datetime:
        """Let time pass, or go to the moment at which something is due next; the new time."""
        if by is None:
            await asyncio.to_thread(self.clock.skip_to_next, self.db)
        else:
            self.clock.skip(by)
        self._skipped.set()
        return self.clock.now()

    def _backups(self, folder: Path | None) -> Backups | None:
        if folder is None:
            return None
        made = Backups(self.db, folder, self.clock.now)
        self.health.watch(made.look)
        return made

    def _channels(self) -> Sequence[Channel]:
        """Those with real people first: in this order their outboxes are woken."""
        channels: list[Channel | None] = [self.telegram, self.sms, self._simulated]
        return [channel for channel in channels if channel is not None]

    def _loops(self) -> list[tuple[str, Callable[[], Coroutine[Any, Any, None]]]]:
        loops: list[tuple[str, Callable[[], Coroutine[Any, Any, None]]]] = [
            ("inbox", self.inbox.run),
            ("keys", self._learn_keys),
            ("time", self._watch().run),
        ]
        if self.part is not Part.WORKER:
            loops.append(("streams", self.streams.run))
            loops += [("missed", self.missed.run)] if self.missed else []
        if self.part is not Part.WEB:
            loops += [("turns", self._take_turns), ("clock", self._keep_time)]
            loops += [(f"outbox {n}", box.run) for n, box in enumerate(self.outboxes)]
            loops.append(("telegram", self._listen_to_telegram))
            loops += [("backups", self.backups.run)] if self.backups else []
        return loops

    async def _kept_alive(self, name: str, run: Callable[[], Awaitable[None]]) -> None:
        """A loop that fails is logged and begins again; nothing ends the product but its end."""
        while True:
            try:
                return await run()
            except Exception as error:
                log.exception("loop failed", loop=name, code=type(error).__name__)
                await asyncio.sleep(BACK_OFF)

    async def _take_turns(self) -> None:
        turns, loop = Turns(self.db, self._policy(), self.clock.now), asyncio.get_running_loop()
        self.health.beat("turns")
        while True:
            self._arrived.clear()
            try:
                taken = await loop.run_in_executor(self.db.steps, turns.step)
            except SQLAlchemyError as error:
                log.warning("turns wait", code=type(error).__name__)
                await asyncio.sleep(BACK_OFF)
                continue
            self.health.beat("turns")
            if taken:
                self._spoken()
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._arrived.wait(), OTHERS_WAIT)

    def _spoken(self) -> None:
        for box in self.outboxes:
            box.wake()
        self.streams.wake()

    def _policy(self) -> Policy:
        answering = {self.sms.sender} if self.sms and self.settings.sms_answers_stop else set()
        reaches = self.settings.reaches_people
        paces = {channel.sender: channel.per_second for channel in self._channels()}
        return Policy(frozenset(answering), self.settings.limits, reaches, paces=paces)

    async def _learn_keys(self) -> None:
        """A rotation in another process makes a new key: from then on it seals here, too."""
        sealed.renew_by(self._read_keys)
        while True:
            await asyncio.sleep(keys.LEARNT_AFTER)
            try:
                sealed.use(await asyncio.to_thread(self._read_keys))
            except (SQLAlchemyError, keys.WrongKey) as error:
                log.warning("keys not read", code=type(error).__name__)

    def _read_keys(self) -> Keyring:
        with self.db.reading() as db:
            return keys.read(db, given(self.settings))

    def _watch(self) -> timekeeping.Watch:
        providers = [one for one in (self.telegram, self.sms) if one is not None]
        return timekeeping.Watch(self.clock.keeper, self._reference, providers, self._set_back)

    def _set_back(self) -> None:
        """It is earlier than it was: what was due by then is due now."""
        for box in self.outboxes:
            box.set_back()
        self._skipped.set()

    async def _keep_time(self) -> None:
        holder = Holder(self.db, "clock")
        self.health.beat("clock")
        try:
            while True:
                self._skipped.clear()
                pause = await self._clock_step(holder)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._skipped.wait(), pause)
        finally:
            holder.release()

    async def _clock_step(self, holder: Holder) -> float:
        try:
            again = await asyncio.to_thread(clock.step, holder, self.clock.now())
        except NotHeld:
            self.health.beat("clock")  # another process keeps the time
            return BACK_OFF
        except SQLAlchemyError as error:
            log.warning("clock waits", code=type(error).__name__)
            return BACK_OFF
        self.health.beat("clock")
        self._arrived.set()
        pause = again - self.clock.now()  # which may be set back meanwhile
        return min(max(0.0, pause.total_seconds()), clock.PAUSE.total_seconds())

    async def _listen_to_telegram(self) -> None:
        if self.telegram is None:
            return
        if self.settings.public_url:
            secret = self.settings.telegram_webhook_secret.get_secret_value()
            await self._set_webhook(self.telegram, secret)
            return
        holder = Holder(self.db, f"polling {self.telegram.sender}")

        async def held() -> bool:
            return await asyncio.to_thread(_holds, holder)

        try:
            await Poller(self.telegram, self.inbox.accept, held=held).run()
        finally:
            holder.release()

    def _reads_missed(self) -> Missed | None:
        if self.sms is None:
            return None
        return Missed(self.db, self.sms, self.inbox.accept, self.clock.now, self.inbox.refused)

    async def _set_webhook(self, bot: Telegram, secret: str) -> None:
        """Once Telegram is there."""
        wait = BACK_OFF
        while True:
            try:
                return await set_webhook(bot, self.settings.public_url, secret)
            except SendError as error:
                log.warning("webhook not set", code=type(error).__name__)
            await asyncio.sleep(wait)
            wait = min(LONGEST_BACK_OFF, wait * 2)

    async def _serve_web(self) -> None:
        socket = server.listen(self.settings)
        self._announce()
        await server.Server(self.web(), self.settings, self.streams.close).serve([socket])

    def web(self) -> FastAPI:
        """The web application with its pages."""
        doors = webhooks.Doors(
            self.settings, self.db, self.inbox.accept, self.telegram, self.clock.now
        )
        app = webhooks.build(doors, self.settings, self.health)
        app.include_router(phone.routes(self._phones()))
        return app

    def _phones(self) -> phone.Needs:
        return phone.Needs(
            self.db,
            self.inbox.accept,
            self.streams,
            lambda _request: self.settings.phones_open,
            None if self.settings.reaches_people else self._coordinator_code,
            self.clock.now,
            self.skip if self.rehearsing else None,
        )

    async def _coordinator_code(self, programme: int) -> str:
        """With which one phone becomes that programme's coordinator's."""
        return await asyncio.to_thread(self._issue_code, programme)

    def _issue_code(self, programme: int) -> str:
        facts, times = {codes.PLACE: codes.PHONES}, codes.Times(self.clock.now(), codes.AT_A_PHONE)
        with self.db.writing() as db:
            return codes.issue(db, programme, "coordinator", facts, times)

    async def _until_told(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stopping.set)
        await self._stopping.wait()

    async def _end(self, loops: Sequence[asyncio.Task[None]]) -> None:
        await self.streams.close()
        for task in loops:
            task.cancel()
        await asyncio.gather(*loops, return_exceptions=True)
        for channel in self._channels():
            await channel.close()
        sealed.renew_by(None)
        self.db.close()


def _holds(holder: Holder) -> bool:
    """Whether this process is the one that polls."""
    try:
        with holder.writing():
            return True
    except NotHeld:
        return False


def _telegram(settings: Settings) -> Telegram | None:
    if not settings.telegram:
        return None
    return Telegram(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url)


def _sms(settings: Settings) -> Sms | None:
    if not settings.sms:
        return None
    return Sms(
        settings.twilio_account_sid,
        settings.twilio_auth_token.get_secret_value(),
        settings.twilio_from,
        settings.twilio_messaging_service_sid,
        settings.twilio_api_url,
        settings.public_url,
        per_second=settings.sms_per_second,
    )
