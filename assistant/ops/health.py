"""How the product is: database, loops, backlog; and in plain words what an operator should see."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from assistant.ops import metrics
from assistant.ops.database_errors import Trouble, understood
from assistant.ops.limits import USUAL, Limits
from assistant.ops.probe import Found, Probe, Problem
from storage.database import Database

STUCK_AFTER = 30.0  # seconds without a step

Check = Callable[[], Sequence[Problem]]
Unanswered = Callable[[], Mapping[str, datetime]]


class State:
    """What the loops say of themselves, what the database says, and what others watch."""

    def __init__(
        self,
        db: Database,
        now: Callable[[], datetime],
        unanswered: Unanswered = dict,  # the providers that do not answer, and since when
        limits: Limits = USUAL,
    ) -> None:
        self._limits = limits
        self._probe, self._unanswered = Probe(db, now), unanswered
        self._beats: dict[str, float] = {}
        self._troubles: dict[str, Trouble] = {}  # with the database, by loop
        self._checks: list[Check] = []

    def beat(self, loop: str) -> None:
        """This loop has just taken a step, and it succeeded."""
        self._beats[loop] = time.monotonic()
        self._troubles.pop(loop, None)

    def failed(self, loop: str, error: SQLAlchemyError) -> None:
        """A step of this loop has just failed at the database."""
        self._troubles[loop] = understood(error)

    def away(self) -> dict[str, str]:
        """The providers that do not answer, and since when."""
        since = self._unanswered()
        return {provider: at.isoformat(timespec="seconds") for provider, at in since.items()}

    def watch(self, check: Check) -> None:
        """Something else to be told of: asked at every look, so it must not wait."""
        self._checks.append(check)

    async def look(self) -> dict[str, object]:
        """Everything at a glance; `ok` is False when an operator should look."""
        found = await self._probe.look()
        loops = {name: time.monotonic() - at < STUCK_AFTER for name, at in self._beats.items()}
        away = self.away()
        problems = [*found.problems, *self._stuck(loops), *_unanswered(away)]
        problems += [problem for check in self._checks for problem in check()]
        _measure(found)
        return {
            "ok": not problems,
            "problems": [problem._asdict() for problem in problems],
            "database": "ok" if found.answered else "failing",
            "loops": loops,
            "unanswered_since": away,
            "inbox": {"waiting": found.waiting, "oldest_seconds": found.oldest},
            "outbox": {"due": found.due, "oldest_seconds": found.overdue},
            # No reason for a 503: a flood would have the product taken off the net.
            "warnings": _flooded(self._limits, found),
            "strangers": found.strangers._asdict(),
        }

    def _stuck(self, loops: Mapping[str, bool]) -> list[Problem]:
        """Each loop that does not move, and what keeps it where that is known: the probe may
        still find room for its one row on a disk that is full."""
        stuck = [name for name, moves in loops.items() if not moves]
        problems = [
            Problem(name, f"no step has succeeded for {STUCK_AFTER:.0f} s") for name in stuck
        ]
        causes = {self._troubles[name] for name in stuck if name in self._troubles}
        return problems + [Problem("database", f"{one.reason}: {one.remedy}") for one in causes]


def _unanswered(away: Mapping[str, str]) -> list[Problem]:
    return [Problem(one, f"the provider has not answered since {at}") for one, at in away.items()]


def _flooded(limits: Limits, found: Found) -> list[dict[str, str]]:
    if not limits.reached(*found.strangers):
        return []
    reason = "so many write who have not agreed that some are not answered: STRANGERS_PER_HOUR"
    return [Problem("strangers", reason)._asdict()]


def _measure(found: Found) -> None:
    metrics.BACKLOG.set(found.waiting)
    metrics.BACKLOG_AGE.set(found.oldest)
    metrics.QUEUED.set(found.due)
