"""A probe of the database: a row is written, and what waits is looked at."""

import asyncio
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from assistant.ops.database_errors import understood
from storage import backlog, pulse
from storage.backlog import Clocks
from storage.database import Database
from storage.outbox import strangers
from storage.outbox.strangers import Spent

EVERY = 3.0  # seconds: however often it is asked, the database is not asked more often
DEADLINE = 4.0  # seconds that an answer may take: a probe has given up by then, or hangs
LATE = timedelta(minutes=2)  # a message that waits longer should be looked at
LEAST_SPACE = 50 * 1024 * 1024  # bytes on the disk of an SQLite file


class Problem(NamedTuple):
    """Something that an operator should look at; the name is stable, the reason is for people."""

    name: str
    reason: str


class Found(NamedTuple):
    """What a probe found."""

    problems: tuple[Problem, ...] = ()
    answered: bool = True
    waiting: int = 0  # inbound messages without a turn
    oldest: float = 0.0  # seconds
    due: int = 0  # outbound messages
    overdue: float = 0.0
    strangers: Spent = Spent(0, 0)


class Probe:
    """Looks at most every few seconds, in a thread of its own: who asks waits for no other."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now
        self._started, self._began = now(), time.monotonic()
        self._thread = ThreadPoolExecutor(1, "probe")
        self._looking: asyncio.Future[Found] | None = None
        self._looked: float | None = None

    async def look(self) -> Found:
        """What the newest probe found; a probe that hangs is a finding, too."""
        now = time.monotonic()
        if self._looking is None or (self._looking.done() and now - (self._looked or 0) > EVERY):
            self._looked = now
            loop = asyncio.get_running_loop()
            self._looking = loop.run_in_executor(self._thread, self._probe)
        done, _ = await asyncio.wait([self._looking], timeout=DEADLINE)
        if not done:
            return Found((Problem("database", "it does not answer"),), answered=False)
        return self._looking.result()

    def _probe(self) -> Found:
        try:
            with self._db.probing() as db:
                pulse.beat(db, self._now())
                found = _count(db, self._clocks())
        except (SQLAlchemyError, TimeoutError) as error:
            trouble = understood(error)
            reason = f"{trouble.reason}: {trouble.remedy}"
            return Found((Problem("database", reason),), answered=False)
        return found._replace(problems=(*found.problems, *_space(self._db)))

    def _clocks(self) -> Clocks:
        """The clock on the wall, and one that nobody has set since this process began."""
        steady = self._started + timedelta(seconds=time.monotonic() - self._began)
        return Clocks(self._now(), steady)


def _count(db: Connection, clocks: Clocks) -> Found:
    waiting, arrived = backlog.unanswered(db)
    due, since = backlog.due(db, clocks.wall)
    problems = []
    if arrived and not clocks.younger(arrived, LATE):
        minutes = clocks.age(arrived) / 60
        problems.append(Problem("inbox", f"a message has waited {minutes:.0f} min for its turn"))
    for sender in backlog.late(db, clocks, LATE):
        reason = f"what {sender.kind} is to deliver waits for more than {LATE.seconds // 60} min"
        if sender.refused:
            reason = f"{sender.kind} has delivered nothing since {sender.since:%H:%M} UTC"
        problems.append(Problem("outbox", reason))
    return Found(
        tuple(problems),
        waiting=waiting,
        oldest=round(clocks.age(arrived), 1) if arrived else 0.0,
        due=due,
        overdue=round(clocks.age(since), 1) if since else 0.0,
        strangers=strangers.spent(db, clocks.wall),
    )


def _space(db: Database) -> list[Problem]:
    """A disk that is nearly full, before it is."""
    folder = Path(db.engine.url.database or ".").parent
    if not db.embedded or shutil.disk_usage(folder).free >= LEAST_SPACE:
        return []
    return [Problem("disk", "less than 50 MB are free: free some space")]
