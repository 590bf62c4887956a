"""The product whose clock jumps from one thing that is due to the next; its post and its deaths."""

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Select, bindparam, exists, func, literal_column, or_, select

from assistant.broadcasts import feeder
from assistant.channels import Receipt
from assistant.inbox.arrivals import Reception
from assistant.noticing import sweep
from assistant.ops import failpoints
from assistant.outbox import send_results
from assistant.outbox.send_results import Again, Result
from assistant.programmes import definitions
from assistant.programmes.definitions import Described
from assistant.records.loop import Records
from assistant.safeguarding import paging
from assistant.safeguarding.cover import NOWHERE
from assistant.schedule import clock
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from storage.database import Database
from storage.holder import Holder
from storage.outbox import delayed, due, sends
from storage.outbox.due import Ready
from storage.tables import (
    Address,
    Broadcast,
    Concern,
    Match,
    Message,
    Recipient,
    Run,
    Timer,
    table,
)
from tests.phones import World
from tests.year.record import Sent

A, B, C, H = table(Address), table(Broadcast), table(Concern), table(Match)
M, R, T, W = table(Message), table(Run), table(Timer), table(Recipient)
SENDER = "simulated"
MOST = 500
# What is held stays where it is.
SENDING = W.c.broadcast_id.in_(select(B.c.id).where(B.c.state == "sending"))
NOW = bindparam("now", type_=T.c.due_at.type)
DUE = select(
    or_(
        exists().where(T.c.due_at <= NOW),
        exists().where(R.c.closed_at.is_(None), R.c.nudge_at <= NOW),
        exists().where(C.c.page_at <= NOW),
        exists().where(W.c.state == "waiting", W.c.due_at <= NOW, SENDING),
    )
)
ON_ITS_WAY = select(
    or_(
        exists().where(M.c.status == literal_column("'unknown'")),
        exists()
        .where(M.c.status == literal_column("'queued'"), M.c.due_at <= NOW)
        .where(or_(M.c.send_before.is_(None), M.c.send_before > NOW)),
    )
)
POINTS = ("turning", "turned", "claimed", "handed")  # where a process dies


class Killed(BaseException):
    """The process died at a named point."""


class Product(World):
    """Everything of a process but its network: inbox, turns, clock, pages, sweep, post, records.

    It looks at the time once every `grain`. What people hear of it is told to `arrives`.
    """

    def __init__(
        self,
        db: Database,
        programme: Described,
        now: datetime,
        grain: timedelta,
        patch: pytest.MonkeyPatch,
    ) -> None:
        super().__init__(db, now)
        with db.writing() as connection:
            definitions.keep(connection, programme, now)
        self.begun, self.grain = now, grain
        self.sent: list[Sent] = []
        self.handed: Counter[int] = Counter()  # how often the provider was given each
        self.restarts, self.deaths = 0, 0
        self.arrives: Callable[[Sequence[Sent]], None] = lambda _new: None
        self._planned: list[tuple[datetime, int, Callable[[], None]]] = []
        self._number = count()
        self._deadly = ""
        patch.setattr(failpoints, "reach", self._reach)
        self.holder = Holder(db, "clock")
        self._begin()

    # The process.

    def restart(self) -> None:
        """Everything that a process remembers is gone."""
        self.restarts += 1
        self.holder.release()
        self.records.release()
        self._begin()

    def _begin(self) -> None:
        self.receive = Reception(self.db, lambda: self.now)
        self.turns = Turns(self.db, Policy(), lambda: self.now, self._reach)
        self.records = Records(self.db, lambda: self.now)
        self.holder = Holder(self.db, "clock")
        with self.db.writing() as db:
            sends.leave_unknown(db, SENDER, [])

    def dies_at(self, point: str) -> None:
        """The next time that point is reached, the process dies."""
        self._deadly = point

    def _reach(self, name: str) -> None:
        if name and name == self._deadly:
            self._deadly = ""
            raise Killed

    @contextmanager
    def _alive(self) -> Iterator[None]:
        try:
            yield
        except Killed:
            self.deaths += 1
            self.restart()

    # Time.

    def plan(self, at: datetime, what: Callable[[], None]) -> None:
        heapq.heappush(self._planned, (at, next(self._number), what))

    def run(self, until: datetime) -> None:
        """Live until then, from one thing that is due to the next."""
        while (at := self._next(until)) < until:
            self.now = max(at, self.now)
            while self._planned and self._planned[0][0] <= self.now:
                heapq.heappop(self._planned)[2]()
            self.work()
        self.now = max(until, self.now)

    def looks(self, at: datetime) -> datetime:
        """When the process looks next, from a moment on."""
        return self.begun + -(-(at - self.begun) // self.grain) * self.grain

    def _next(self, until: datetime) -> datetime:
        earliest = (
            select(func.min(T.c.due_at)).where(T.c.due_at > self.now),
            select(func.min(R.c.nudge_at)).where(R.c.nudge_at > self.now),
            select(func.min(M.c.due_at)).where(M.c.status == "queued", M.c.due_at > self.now),
            select(func.min(W.c.due_at)).where(
                W.c.state == "waiting", W.c.due_at > self.now, SENDING
            ),
            select(func.min(H.c.look_at)).where(H.c.state == "active", H.c.look_at > self.now),
        )
        paged = select(func.min(C.c.page_at)).where(C.c.page_at > self.now)
        with self.db.reading() as db:
            found = [self.looks(at) for q in earliest if (at := db.execute(q).scalar())]
            found += [at for at in db.execute(paged).scalars() if at]  # which waits for nothing
        return min([until, *found, *(at for at, _, _ in self._planned[:1])])

    def work(self) -> None:
        """What the loops do at this moment, until there is nothing left to do."""
        page, looked = partial(paging.step, senders=NOWHERE), False
        while True:
            with self._alive():
                if not looked or self._holds(DUE):
                    clock.step(self.holder, self.now, feeder.step, page, sweep.step)
                    self._tidy()
                looked = True
                self.settle()
                if self._holds(ON_ITS_WAY) and self._post():
                    continue
                if not self._holds(DUE):
                    return

    def _holds(self, whether: Select[tuple[bool]]) -> bool:
        with self.db.reading() as db:
            return db.execute(whether, {"now": self.now}).scalar_one()

    # The post.

    def _tidy(self) -> None:
        with self.db.writing() as db:
            delayed.withdraw(db, SENDER)
            delayed.hurry(db, SENDER, self.now)
            delayed.expire(db, SENDER, self.now)

    def _post(self) -> int:
        """Hand over what is due and waits for nothing; what died on its way is looked up."""
        with self.db.writing() as db:
            lost = sends.unknown(db, SENDER, self.now, self.now, MOST)
            ready = due.claim(db, SENDER, self.now, MOST)
        if not lost + ready:
            return 0
        results: list[Result] = [(one, self._looked_up(one)) for one in lost]
        if ready:
            failpoints.reach("claimed")
            self._hand_over(ready)
            failpoints.reach("handed")
        results += [(one, Receipt(f"theirs {one.id}", True)) for one in ready]
        with self.db.writing() as db:
            send_results.record(db, results, self.now)
        return len(results)

    def _looked_up(self, message: Ready) -> Receipt | Again:
        """What the provider says of something whose fate nobody knows."""
        return Receipt(f"theirs {message.id}", True) if self.handed[message.id] else Again()

    def _hand_over(self, ready: Sequence[Ready]) -> None:
        self.handed.update(one.id for one in ready)
        asking = (
            select(M, A.c.channel, A.c.handle, R.c.flow, R.c.state, R.c.data)
            .join(A, A.c.id == M.c.address_id)
            .outerjoin(R, R.c.asked == M.c.asked)
            .where(M.c.id.in_([one.id for one in ready]))
            .order_by(M.c.id)
        )
        with self.db.reading() as db:
            rows = db.execute(asking).mappings().all()
        new = [self._letter(row) for row in rows]
        self.sent += new
        self.arrives(new)

    def _letter(self, row: Any) -> Sent:
        about = str((row["data"] or {}).get("answers", {}).get("about", ""))
        return Sent(
            row["id"],
            row["person_id"],
            (row["channel"], row["handle"]),
            self.now,
            row["kind"],
            row["priority"],
            row["text"],
            tuple(token for _, token in row["buttons"] or ()),
            about,
            f"{row['flow']}.{row['state']}" if row["flow"] else "",
            row["match_id"],
            row["flagged"],
        )

    # What is kept long enough, and who is erased.

    def keep_records(self) -> None:
        while self.records.step():
            pass
