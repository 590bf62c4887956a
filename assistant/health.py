"""How the product is: database, loops, backlog."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from assistant import metrics
from assistant.outbox import Outbox
from storage import inbox, outbox
from storage.database import Database

STUCK_AFTER = 30.0  # seconds without a step


class State:
    """What the loops say of themselves, and what the database says of the backlog."""

    def __init__(
        self,
        db: Database,
        now: Callable[[], datetime],
        outboxes: Callable[[], Sequence[Outbox]] = lambda: (),
    ) -> None:
        self._db, self._now, self._outboxes = db, now, outboxes
        self._beats: dict[str, float] = {}

    def beat(self, loop: str) -> None:
        """This loop has just taken a step."""
        self._beats[loop] = time.monotonic()

    def away(self) -> dict[str, str]:
        """The providers that do not answer, and since when."""
        return {
            box.provider: box.circuit.since.isoformat(timespec="seconds")
            for box in self._outboxes()
            if box.circuit.away and box.circuit.since
        }

    def look(self) -> dict[str, Any]:
        """Everything at a glance; `ok` is False when an operator should look."""
        loops = {name: time.monotonic() - at < STUCK_AFTER for name, at in self._beats.items()}
        try:
            backlog = self._backlog()
        except SQLAlchemyError as error:
            return {"ok": False, "database": type(error).__name__, "loops": loops}
        away = self.away()
        well = all(loops.values()) and not away
        return {"ok": well, "database": "ok", "loops": loops, "unanswered_since": away, **backlog}

    def _backlog(self) -> dict[str, Any]:
        now = self._now()
        with self._db.reading() as db:
            waiting, since = inbox.backlog(db)
            queued, due = outbox.age(db, now)
        age = (now - since).total_seconds() if since else 0.0
        late = (now - due).total_seconds() if due else 0.0
        metrics.BACKLOG.set(waiting)
        metrics.BACKLOG_AGE.set(age)
        metrics.QUEUED.set(queued)
        return {
            "inbox": {"waiting": waiting, "oldest_seconds": round(age, 1)},
            "outbox": {"due": queued, "oldest_seconds": round(late, 1)},
        }
