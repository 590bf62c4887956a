"""The outbox's exchange with the database: results go in, messages that are due come out."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.ops import failpoints
from assistant.outbox import send_results
from assistant.outbox.provider import Provider
from assistant.outbox.send_results import Result
from storage.database import Database
from storage.holder import Holder
from storage.outbox import delayed, due, sends
from storage.outbox.due import Ready

AT_ONCE = 128  # sends under way
TIDY = 1.0


class Exchanged(NamedTuple):
    """What one transaction gave: messages to hand over, and unknown results to look up."""

    ready: list[Ready]
    unknown: list[tuple[Ready, list[str]]]


class Exchange:
    """One sender's transactions, while this process is the one that sends for it."""

    def __init__(self, db: Database, provider: Provider) -> None:
        self.holder = Holder(db, f"outbox {provider.channel.sender}")
        self.set_back = False  # the time: what was due is due now
        self._provider, self._sender = provider, provider.channel.sender
        self._tidied = provider.ticks() - TIDY

    def step(
        self, results: Sequence[Result], allowed: int, under_way: Collection[int]
    ) -> Exchanged:
        """One transaction: what came back is recorded, what is due is claimed; raises NotHeld."""
        provider, now = self._provider, self._provider.now()
        ready: list[Ready] = []
        with self.holder.writing() as db:
            self._take_over(db, results, under_way)
            if results:
                send_results.record(db, results, now)
                send_results.slow_down(results, provider.allowance, provider.ticks())
                failpoints.reach("recording")
            if provider.is_back:
                delayed.resume(db, self._sender, now)
            if self.set_back:
                delayed.set_back(db, self._sender, now)
            unknown = self._tidy(db, now, under_way)
            if allowed > 0:
                ready = due.claim(db, self._sender, now, allowed)
            if ready:
                failpoints.reach("claiming")
        self.holder.fresh = provider.is_back = self.set_back = False
        failpoints.reach("claimed" if ready else "recorded" if results else "")
        return Exchanged(ready, unknown)

    def _take_over(
        self, db: Connection, results: Sequence[Result], under_way: Collection[int]
    ) -> None:
        """What another holder left `sending` has an unknown result."""
        if self.holder.fresh:
            ours = [*under_way, *(message.id for message, _ in results)]
            sends.leave_unknown(db, self._sender, ours)

    def _tidy(
        self, db: Connection, now: datetime, under_way: Collection[int]
    ) -> list[tuple[Ready, list[str]]]:
        ticks = self._provider.ticks()
        if ticks - self._tidied < TIDY:
            return []
        self._tidied = ticks
        delayed.withdraw(db, self._sender)
        delayed.hurry(db, self._sender, now)
        delayed.expire(db, self._sender, now)
        before = now - self._provider.channel.settles
        room = self._provider.circuit.room(len(under_way), AT_ONCE)
        if room <= 0:  # who does not answer cannot be asked either
            return []
        found = sends.unknown(db, self._sender, before, now, room)
        since = now - timedelta(days=1)
        return [
            (message, sends.taken_ids(db, message.address_id, since))
            for message in found
            if message.id not in under_way
        ]
