"""A batch of inbound messages becomes turns: gather, decide, keep; one transaction."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from assistant.channels import Kind
from assistant.channels.simulated import SENDER
from assistant.ops import failpoints, logs, metrics
from assistant.ops.guesses import Guesses
from assistant.ops.limits import USUAL, Limits
from assistant.programmes import codes
from assistant.programmes.definitions import countries
from assistant.turns import batch_matches, joining, lookups, persist, strangers
from assistant.turns.context import Decided, Known, Outcome
from assistant.turns.decide import decide
from assistant.turns.strangers import Quota
from assistant.turns.system_messages import ASIDE
from assistant.understanding import reserved
from flows import FLOWS
from flows.states import Prompt
from storage import runs
from storage.database import Database
from storage.inbox import unanswered
from storage.inbox.unanswered import Tried, Unanswered
from storage.mentoring import goals
from storage.mentoring.goals import ActiveGoal
from storage.people import addresses, invitations, participants, persons, programmes
from storage.people.invitations import Invited
from storage.runs import OpenRun

log = logs.get("turns")

At = Callable[[str], None]

MOST = 192  # people in one batch
WRONG_CODES = 10  # an hour, of one person
WRONG_OF_ALL = 1_000
HOUR = 3600.0
TRIES = 3  # of a message that was found waiting at the start


@dataclass(frozen=True, slots=True)
class Policy:
    """What deciding needs to know of this installation."""

    stop_answered_by: frozenset[str] = frozenset()  # senders whose provider answers STOP itself
    limits: Limits = USUAL
    reaches_people: bool = False  # then nobody at a simulated phone becomes a coordinator
    guesses: Guesses = field(default_factory=lambda: Guesses(WRONG_CODES, HOUR, WRONG_OF_ALL))
    paces: Mapping[str, float] = field(default_factory=dict)  # segments a second, by sender


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
            claimed = unanswered.claim(db, MOST)
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
            self._alone(tried)
        except Exception as error:
            log.error("turn failed", message_id=tried.id, code=type(error).__name__)
            if tried.attempts >= TRIES:
                self._set_aside(tried, type(error).__name__)
        return 1

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
                known = gather(db, claimed, self._policy, now, self._at)
                persist.keep(db, [Decided(one, _aside(one), code) for one in known], now)


def decide_all(
    db: Connection, claimed: Sequence[Unanswered], policy: Policy, now: datetime, at: At
) -> list[Decided]:
    """What follows from each message. Only reads; a bug costs its own message and no other."""
    if not claimed:
        return []
    return [_decided(known) for known in gather(db, claimed, policy, now, at)]


def _decided(known: Known) -> Decided:
    try:
        return Decided(known, strangers.bounded(known, decide(known), known.shared[Quota]))
    except Exception as error:
        code = type(error).__name__
        log.exception("turn failed", message_id=known.message.id, code=code)
        return Decided(known, _aside(known), code)


def gather(
    db: Connection, claimed: Sequence[Unanswered], policy: Policy, now: datetime, at: At
) -> list[Known]:
    """One query per kind of fact, for everybody at once."""
    at("taking")
    ids = [message.person_id for message in claimed]
    # Matches come first: on PostgreSQL they are locked here, and what is read after that is new.
    theirs = batch_matches.gather(db, ids, now)
    at("locked")
    people = persons.find(db, ids)
    reached = addresses.find(db, [message.address_id for message in claimed if message.address_id])
    enrolments = participants.enrolments(db, ids)
    open_runs = runs.current(db, ids)
    active = _goals(db, open_runs)
    known = programmes.every(db)
    invited = _invitations(db, claimed, policy, now)
    rare = lookups.gather(db, claimed, enrolments, open_runs, now)
    quota = Quota(policy.limits, countries(known), paces=policy.paces)
    shared: dict[Any, Any] = {Quota: strangers.gather(db, claimed, enrolments, quota, now)}
    at("gathered")
    return [
        Known(
            message=message,
            person=people[message.person_id],
            address=reached.get(message.address_id or 0),
            enrolments=enrolments.get(message.person_id, ()),
            runs=open_runs.get(message.person_id, ()),
            goals=active.get(message.person_id, ()),
            pairs=theirs,
            programmes=known,
            invitation=invited.get(message.id),
            now=now,
            answered_by_provider=_answered(message, policy),
            rare=rare,
            shared=shared,
        )
        for message in claimed
    ]


def _answered(message: Unanswered, policy: Policy) -> bool:
    """Whether the provider has confirmed this STOP or answered this HELP itself."""
    if message.kind == Kind.KEYWORD:
        return True
    return message.sender in policy.stop_answered_by and reserved.answers(
        message.sender.partition(":")[2], message.text
    )


def _goals(
    db: Connection, open_runs: Mapping[int, Sequence[OpenRun]]
) -> Mapping[int, Sequence[ActiveGoal]]:
    """The goals of those who may speak of them in this turn."""
    needing = [
        person
        for person, theirs in open_runs.items()
        if any((flow := FLOWS.get(run.flow)) and "goals" in flow.needs for run in theirs)
    ]
    return goals.active(db, needing) if needing else {}


def _invitations(
    db: Connection, claimed: Sequence[Unanswered], policy: Policy, now: datetime
) -> dict[int, Invited]:
    """The invitation behind each code that was typed. Whoever has guessed wrongly too often is
    heard as if this one were wrong as well."""
    at, guesses = now.timestamp(), policy.guesses
    typed = {
        m: codes.digests(code)
        for m in claimed
        if (code := joining.code_in(m.text)) and not guesses.wait(m.person_id, at)
    }
    if not typed:
        return {}
    kept = invitations.find(db, list(chain.from_iterable(typed.values())), now)
    found = {}
    for message, digests in typed.items():
        one = next((kept[digest] for digest in digests if digest in kept), None)
        if one and _good_here(one, message.sender == SENDER, policy):
            found[message.id] = one
            continue
        guesses.wrong(message.person_id, at)
        if guesses.wait(message.person_id, at):
            log.warning("too many wrong codes", person_id=message.person_id)
    return found


def _good_here(invitation: Invited, simulated: bool, policy: Policy) -> bool:
    """A phone's code is good on a phone alone, and none makes one coordinate beside real people."""
    place = invitation.facts.get(codes.PLACE)
    if invitation.role == "coordinator" and simulated and policy.reaches_people:
        return False
    return not place or (place == codes.PHONES) == simulated


def _aside(known: Known) -> Outcome:
    outcome = Outcome(language=known.person.language)
    if known.message.kind != Kind.INSIDE and known.person.stopped_at is None:
        home = known.enrolments[-1].programme_id if known.enrolments else 0
        programme = known.programmes.get(home) or next(iter(known.programmes.values()), None)
        name = programme.settings["coordinator"] if programme else ""
        outcome.prompts.append(Prompt(ASIDE, {"coordinator": name}))
    return outcome
