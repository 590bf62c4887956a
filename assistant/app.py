"""The composition root: database, channels, loops, web; start and stop."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from fastapi import FastAPI

from assistant import loops, site
from assistant.channels import Channel, accounts
from assistant.channels.simulated import Simulated
from assistant.console.streams import Streams
from assistant.inbox import telegram
from assistant.inbox.accept import Inbox
from assistant.inbox.arrivals import Reception
from assistant.inbox.missed import Missed
from assistant.loops import Part
from assistant.ops import health, keyrings, server
from assistant.ops.backups import Backups
from assistant.ops.config import BadSettings, Settings
from assistant.outbox.loop import Outbox, unanswered
from assistant.records.loop import Records
from assistant.schedule import timekeeping
from assistant.schedule.loop import ClockLoop
from assistant.schedule.virtual_clock import Clock
from assistant.turns.loop import Turns
from storage.database import open_database
from storage.sealing import sealed

LONGEST = 15.0  # seconds that a database server may take for an answer


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
        self.health = health.State(self.db, now, lambda: unanswered(self.outboxes), settings.limits)
        self.health.watch(self.clock.keeper.problems)
        self._stopping = asyncio.Event()
        self._turns = loops.TurnLoop(self.db, self.health, self._spoken)
        self._clock_loop = ClockLoop(
            self.db,
            self.clock,
            loops.steps(settings),
            self.health,
            self._turns.wake,
        )
        self.backups = self._backups(settings.backup_to)
        self.inbox = Inbox(self.db, Reception(self.db, now), now, self._turns.wake)
        self.streams, self._records = Streams(self.db), Records(self.db, now)
        self._simulated = Simulated()
        self.telegram = accounts.telegram(settings)
        self.sms = accounts.sms(settings)
        self.calls = accounts.calls(settings)
        self.outboxes = [Outbox(self.db, channel, now) for channel in self._channels()]
        self.missed = self._reads_missed()

    async def serve(self) -> None:
        """Run until SIGTERM or Ctrl-C; then finish what is under way, within five seconds."""
        loops.tune()
        running = [asyncio.create_task(loops.kept_alive(name, run)) for name, run in self._loops()]
        try:
            if self.part is Part.WORKER:
                await self._until_told()
            else:
                if self.missed:
                    await self.missed.opening()
                await self._serve_web()
        finally:
            self._stopping.set()
            await self._end(running)

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
        self._clock_loop.skip()
        self._records.wake()
        return self.clock.now()

    def _backups(self, folder: Path | None) -> Backups | None:
        if folder is None:
            return None
        made = Backups(self.db, folder, self.clock.now)
        self.health.watch(made.look)
        return made

    def _channels(self) -> Sequence[Channel]:
        """Those with real people first: in this order their outboxes are woken."""
        channels: list[Channel | None] = [self.telegram, self.sms, self.calls, self._simulated]
        return [channel for channel in channels if channel is not None]

    def _loops(self) -> list[tuple[str, Callable[[], Coroutine[object, object, None]]]]:
        found: list[tuple[str, Callable[[], Coroutine[object, object, None]]]] = [
            ("inbox", self.inbox.run),
            ("keys", lambda: keyrings.learn(self.db, self.settings)),
            ("time", self._watch().run),
        ]
        if self.part is not Part.WORKER:
            found.append(("streams", self.streams.run))
            found += [("missed", self.missed.run)] if self.missed else []
        if self.part is not Part.WEB:
            found += [("turns", self._take_turns), ("clock", self._clock_loop.run)]
            found.append(("records", self._records.run))
            found += [(f"outbox {n}", box.run) for n, box in enumerate(self.outboxes)]
            found.append(("telegram", self._listen_to_telegram))
            found += [("backups", self.backups.run)] if self.backups else []
        return found

    async def _take_turns(self) -> None:
        policy = loops.policy(self.settings, self._channels())
        await self._turns.run(Turns(self.db, policy, self.clock.now))

    async def _listen_to_telegram(self) -> None:
        if self.telegram:
            await telegram.listen(self.telegram, self.settings, self.db, self.inbox.accept)

    def _spoken(self) -> None:
        for box in self.outboxes:
            box.wake()
        self.streams.wake()

    def _watch(self) -> timekeeping.Watch:
        providers = [one for one in (self.telegram, self.sms) if one is not None]
        return timekeeping.Watch(self.clock.keeper, self._reference, providers, self._set_back)

    def _set_back(self) -> None:
        """It is earlier than it was: what was due by then is due now."""
        for box in self.outboxes:
            box.set_back()
        self._clock_loop.skip()

    def _reads_missed(self) -> Missed | None:
        if self.sms is None:
            return None
        return Missed(self.db, self.sms, self.inbox.accept, self.clock.now, self.inbox.refused)

    async def _serve_web(self) -> None:
        socket = server.listen(self.settings)
        self._announce()
        await server.Server(self.web(), self.settings, self.streams.close).serve([socket])

    def web(self) -> FastAPI:
        """The web application with its pages."""
        parts = site.Parts(
            self.settings,
            self.db,
            self.inbox.accept,
            self.telegram,
            self.clock,
            self.streams,
            self.health,
            self.skip if self.rehearsing else None,
            self._turns.wake,
        )
        return site.build(parts)

    async def _until_told(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stopping.set)
        await self._stopping.wait()

    async def _end(self, running: Sequence[asyncio.Task[None]]) -> None:
        await self.streams.close()
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        for channel in self._channels():
            await channel.close()
        sealed.renew_by(None)
        self.db.close()
