"""Accept: an inbound message is durable before the provider hears 200."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy.exc import InterfaceError, OperationalError

from assistant.channels import Inbound
from assistant.ops import failpoints, logs, metrics
from storage.database import Database, away
from storage.inbox import late, received
from storage.inbox.received import Arrival

log = logs.get("inbox")

MOST = 128  # messages in one commit
LONGEST = 10_000  # characters kept of a text; the longest any provider delivers is 4,096

Group = list[tuple[Sequence[Inbound], "asyncio.Future[None]"]]


class Inbox:
    """Takes what arrived while the last commit was under way and keeps it with the next."""

    def __init__(
        self,
        db: Database,
        receive: Callable[[Sequence[Inbound]], list[Arrival]],
        now: Callable[[], datetime],
        wake: Callable[[], None],
    ) -> None:
        self._db, self._receive, self._now, self._wake = db, receive, now, wake
        self._waiting: Group = []
        self._arrived = asyncio.Event()
        self.refused = asyncio.Event()  # set when somebody was told to deliver again

    async def accept(self, messages: Sequence[Inbound]) -> None:
        """Return once the messages are committed; raises when the database cannot be reached."""
        if not messages:
            return
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((messages, kept))
        self._arrived.set()
        try:
            await kept
        except BaseException:  # whoever waited may have gone, too
            self.refused.set()
            raise

    async def run(self) -> None:
        """Commit group after group, for ever."""
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            while self._waiting:
                await self._commit(self._group())

    def _group(self) -> Group:
        size = end = 0
        while end < len(self._waiting) and (not end or size < MOST):
            size += len(self._waiting[end][0])
            end += 1
        group, self._waiting = self._waiting[:end], self._waiting[end:]
        return group

    async def _commit(self, group: Group) -> None:
        arrived = [message for some, _ in group for message in some]
        error: Exception | None = None
        try:
            await asyncio.get_running_loop().run_in_executor(self._db.steps, self._keep, arrived)
        except Exception as failed:
            error = failed
            log.error("group not kept", code=type(error).__name__, messages=len(arrived))
        else:
            metrics.ACCEPTED.inc(len(arrived))
            self._wake()
        for _, kept in group:
            if kept.done():  # whoever waited has gone
                continue
            if error:
                kept.set_exception(error)
            else:
                kept.set_result(None)

    def _keep(self, arrived: Sequence[Inbound]) -> None:
        keep(self._db, self._receive(arrived), self._now())


def keep(db: Database, arrivals: Sequence[Arrival], now: datetime) -> None:
    """One commit for all; where that fails, one for each, so that none spoils the others'."""
    try:
        _keep(db, arrivals, now)
    except Exception as error:
        if away(error):  # one by one, each of them would wait as long
            raise
        for arrival in arrivals:
            _keep_alone(db, arrival, now)
    failpoints.reach("accepted")


def _keep(db: Database, arrivals: Sequence[Arrival], now: datetime) -> None:
    with db.writing() as connection:
        if known := late.not_erased(connection, arrivals):
            received.keep(connection, known, now)
        failpoints.reach("accepting")


def _keep_alone(db: Database, arrival: Arrival, now: datetime) -> None:
    try:
        _keep(db, [arrival], now)
    except Exception as error:
        if isinstance(error, OperationalError | InterfaceError):
            raise  # the provider shall deliver again
        # It would fail for ever, and the provider would repeat it for ever.
        with db.writing() as connection:
            received.give_up(connection, arrival, type(error).__name__, now)
        log.error("message refused", sender=arrival.sender, code=type(error).__name__)


def storable(text: str) -> str:
    """The text without what a database cannot hold: NUL and lone surrogates."""
    clean = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return clean[:LONGEST]
