"""A batch of inbound messages becomes turns: gather, decide, keep; one transaction."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from assistant.channels import Kind
from assistant.ops import failpoints, logs, metrics
from assistant.turns import persist, strangers
from assistant.turns.context import Decided, Known, Lacking, Outcome, Policy
from assistant.turns.decide import decide
from assistant.turns.gather import At, gather
from assistant.turns.lookups.rounds import complete
from assistant.turns.strangers import Quota
from assistant.turns.system_messages import ASIDE
from flows.engine.states import Prompt
from storage.database import Database
from storage.inbox import unanswered
from storage.inbox.unanswered import Tried, Unanswered

log = logs.get("turns")

MOST = 384  # people in one batch
MOST_SHARED = 192  # where others wait for the rows that a batch has locked: on PostgreSQL
ROUNDS = 4  # of reading what a turn needs beside what every turn does
TRIES = 3  # of a message that was found waiting at the start


class Turns:
    """Takes the turns of whoever waits, batch after batch.

    `at` is told of every stage: taking (messages claimed), locked (their matches), gathered,
    turning (decided and written), turned (committed).
    """

    def __init__(
        self, db: Database, policy: Policy, now: Callable[[], datetime], at: At = failpoints.reach
    ) -> None:
        self._db, self._policy, self._now, self._at = db, policy, now, at
        self._left_over: int | None = None  # the newest of those found waiting; not looked yet
        self._spared: Counter[int] = Counter()  # attempts that failed at the database, by message

    def begin(self) -> None:
        """Nothing was left over by a process that died: everything is taken in batches."""
        self._left_over = 0

    def step(self) -> int:
        """Take one batch of turns; how many were taken. 0: nothing waits."""
        if self._left_over is None:
            self._left_over = self._newest()
        if self._left_over:
            return self._step_left_over()
        started = time.perf_counter()
        try:
            taken = self._batch()
        except Exception as error:
            log.error("batch rolled back", code=type(error).__name__)
            self._left_over = self._newest()  # one by one, each attempt counted
            return 0 if not self._left_over else 1
        if taken:
            metrics.BATCH.observe(time.perf_counter() - started)
        return taken

    def _newest(self) -> int:
        with self._db.reading() as db:
            return unanswered.newest(db)

    def _batch(self) -> int:
        if self._db.embedded:
            return self._batch_of_the_only_worker()
        with self._db.writing() as db:
            claimed = unanswered.claim(db, MOST_SHARED)
            if claimed:
                self._take(db, claimed)
        self._at("turned")
        return len(claimed)

    def _take(self, db: Connection, claimed: Sequence[Unanswered]) -> None:
        """Gather what the batch needs, decide message by message, keep it all."""
        now = self._now()
        persist.keep(db, decide_all(db, claimed, self._policy, now, self._at), now)
        self._at("turning")

    def _batch_of_the_only_worker(self) -> int:
        """On SQLite nobody else takes turns, so nobody need wait while this one decides."""
        now = self._now()
        with self._db.deciding:
            with self._db.reading() as db:
                claimed = unanswered.claim(db, MOST)
                decided = decide_all(db, claimed, self._policy, now, self._at)
            if decided:
                with self._db.writing() as db:
                    persist.keep(db, decided, now)
                    self._at("turning")
        self._at("turned")
        return len(decided)

    def _step_left_over(self) -> int:
        """What waited already may have killed this process: one by one, the attempt kept first."""
        with self._db.writing() as db:
            message_id = unanswered.next_left_over(db, self._left_over or 0)
            tried = None if message_id is None else unanswered.attempt(db, message_id)
        if tried is None:
            self._left_over = 0
            return self.step()
        try:
            self._try(tried._replace(attempts=tried.attempts - self._spared[tried.id]))
        except OperationalError:
            self._spared[tried.id] += 1  # the database's trouble, and no fault of the message
            raise
        return 1

    def _try(self, tried: Tried) -> None:
        try:
            self._alone(tried)
        except OperationalError:
            raise
        except Exception as error:
            log.error("turn failed", message_id=tried.id, code=type(error).__name__)
            if tried.attempts >= TRIES:
                self._set_aside(tried, type(error).__name__)

    def _alone(self, tried: Tried) -> None:
        if tried.attempts > TRIES:
            return self._set_aside(tried, "killed")
        with self._db.writing() as db:
            claimed = unanswered.claim_one(db, tried.id)
            if claimed:
                self._take(db, claimed)
            else:
                unanswered.not_attempted(db, tried.id)
        self._at("turned")
        return None

    def _set_aside(self, tried: Tried, code: str) -> None:
        """They hear that a person will look, unless not even that can be said."""
        try:
            if tried.attempts <= TRIES + 1:
                return self._say_so(tried, code)
        except OperationalError:
            raise
        except Exception as error:
            log.error("set aside unsaid", message_id=tried.id, code=type(error).__name__)
        with self._db.writing() as db:
            persist.set_aside(db, tried, code, self._now())
        return None

    def _say_so(self, tried: Tried, code: str) -> None:
        now = self._now()
        with self._db.writing() as db:
            claimed = unanswered.claim_one(db, tried.id)
            if claimed:
                known = gather(db, claimed, self._policy, now, self._at).each
                persist.keep(db, [Decided(one, _aside(one), code) for one in known], now)


def decide_all(
    db: Connection, claimed: Sequence[Unanswered], policy: Policy, now: datetime, at: At
) -> list[Decided]:
    """What follows from each message. Only reads; a bug costs its own message and no other."""
    if not claimed:
        return []
    gathered = gather(db, claimed, policy, now, at)
    return [_decided(db, known, gathered.quota) for known in gathered.each]


def _decided(db: Connection, known: Known, quota: Quota) -> Decided:
    try:
        return Decided(known, strangers.bounded(known, _outcome(db, known), quota))
    except Exception as error:
        code = type(error).__name__
        log.exception("turn failed", message_id=known.message.id, code=code)
        return Decided(known, _aside(known), code)


def _outcome(db: Connection, known: Known) -> Outcome:
    """Until a turn is decided it has changed nothing, so it can be decided again, knowing more."""
    for _round in range(ROUNDS):
        try:
            return decide(known)
        except Lacking as lacking:
            complete(db, known, lacking)
    return decide(known)


def _aside(known: Known) -> Outcome:
    outcome = Outcome(language=known.person.language)
    if known.message.kind != Kind.INSIDE and known.person.stopped_at is None:
        home = known.enrolments[-1].programme_id if known.enrolments else 0
        programme = known.programmes.get(home) or next(iter(known.programmes.values()), None)
        name = programme.settings["coordinator"] if programme else ""
        outcome.prompts.append(Prompt(ASIDE, {"coordinator": name}))
    return outcome
