"""What time it is, on a machine whose clock may be set while the product runs, or be wrong."""

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from assistant.channels import Heard, SendError
from assistant.ops import logs
from assistant.ops.probe import Problem
from storage import times
from storage.database import Database

log = logs.get("time")

SAME = timedelta(seconds=2)  # what clocks drift apart, and how late one is read
AGREE = timedelta(seconds=30)  # a provider's clock tells whole seconds, after a journey
ON_PURPOSE = timedelta(days=1)  # a clock that is further off was set so by somebody
EVERY = 2.0  # seconds between two looks
ASKED_EVERY = 30.0  # seconds between two questions to witnesses
PROOF = 600.0  # seconds until a clock that jumped is believed without a witness


def machine() -> datetime:
    return datetime.now(UTC)


class Timekeeper:
    """Runs on by a clock that nobody sets, and follows its reference (the machine's clock, or the
    database's where several machines share one) in small steps. When that jumps, time goes on as
    it went: a witness, the clock of a provider, tells who is right; without one the reference is
    believed after ten minutes."""

    def __init__(
        self,
        reference: Callable[[], datetime] = machine,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ticks = ticks
        self._from = reference(), ticks()  # a moment, and when it was
        self._jumped_at: float | None = None  # when the reference was first seen elsewhere
        self.astray = timedelta(0)  # how far the reference is ahead of the time kept here

    def now(self) -> datetime:
        moment, at = self._from
        return moment + timedelta(seconds=self._ticks() - at)

    def start_at(self, moment: datetime) -> None:
        """Never begin before what was kept already, unless that was long ago or never."""
        if timedelta(0) < moment - self.now() <= ON_PURPOSE:
            self._set(moment)

    def in_doubt(self, reference: datetime) -> bool:
        """Follow the reference; whether it has jumped, so that a witness is needed."""
        self.astray = reference - self.now()
        if abs(self.astray) <= SAME:
            self._follow(reference)
            return False
        if self._jumped_at is None:
            self._jumped_at = self._ticks()
            log.warning("clock jumped", seconds=round(self.astray.total_seconds()))
        return True

    def decide(self, reference: datetime, witness: datetime | None) -> timedelta:
        """Whose time it is; by how much the time kept here was changed."""
        before = self.now()
        if witness is None or abs(witness - reference) > ON_PURPOSE:
            waited = 0.0 if self._jumped_at is None else self._ticks() - self._jumped_at
            if waited >= PROOF:
                self._follow(reference)
        elif abs(witness - reference) <= AGREE:
            self._follow(reference)
        elif abs(witness - before) > AGREE:
            self._set(witness)
        self.astray = reference - self.now()
        changed = self.now() - before
        if abs(changed) > SAME:
            log.warning("time set", seconds=round(changed.total_seconds()))
        return changed

    def problems(self) -> list[Problem]:
        """What an operator should see: a clock that nothing else agrees with."""
        off = round(self.astray.total_seconds())
        if abs(self.astray) <= AGREE:
            return []
        way = "ahead" if off > 0 else "behind"
        return [Problem("clock", f"the clock is {abs(off)} s {way}: set it, and keep it set")]

    def _follow(self, reference: datetime) -> None:
        self._set(reference)
        self._jumped_at = None

    def _set(self, moment: datetime) -> None:
        self._from = moment, self._ticks()


class Witness(Protocol):
    """A provider, whose answers tell what time it is there."""

    @property
    def heard(self) -> Heard | None: ...

    async def knock(self) -> None: ...


class Watch:
    """Looks at the clocks now and then, and asks the providers where they differ.

    `set_back` is told when the time was changed to an earlier one.
    """

    def __init__(
        self,
        keeper: Timekeeper,
        reference: Callable[[], datetime],
        witnesses: Sequence[Witness],
        set_back: Callable[[], None],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._keeper, self._reference, self._ticks = keeper, reference, ticks
        self._witnesses, self._set_back = witnesses, set_back
        self._asked_at, self._doubted = ticks(), False

    async def run(self) -> None:
        """Look for ever."""
        while True:
            await self.step()
            await asyncio.sleep(EVERY)

    async def step(self) -> None:
        try:
            reference = await asyncio.to_thread(self._reference)
        except SQLAlchemyError:
            return  # nothing is decided while the database is away
        doubt = self._keeper.in_doubt(reference)
        new, self._doubted = doubt and not self._doubted, doubt
        if new or self._ticks() - self._asked_at >= ASKED_EVERY:
            self._asked_at = self._ticks()
            if doubt:
                await self._ask()
            self._decide(doubt)

    def _decide(self, doubt: bool) -> None:
        reference, witness = self._keeper.now() + self._keeper.astray, self._newest()
        if (doubt or witness) and self._keeper.decide(reference, witness) < -SAME:
            self._set_back()

    async def _ask(self) -> None:
        for witness in self._witnesses:
            try:
                await witness.knock()
            except SendError:
                continue

    def _newest(self) -> datetime | None:
        """What time it is at the provider that was heard last, if that was just now."""
        heard = [one.heard for one in self._witnesses if one.heard]
        newest = max(heard, key=lambda one: one.ticks, default=None)
        if newest is None or (age := self._ticks() - newest.ticks) > ASKED_EVERY:
            return None
        return newest.moment + timedelta(seconds=age)


def shared(db: Database) -> Callable[[], datetime]:
    """The clock that all machines of an installation share: the database's."""
    return machine if db.embedded else lambda: times.told(db)
