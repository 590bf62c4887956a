"""What a batch of turns decided becomes rows: one bulk statement per table."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import chain
from typing import TypeVar

from sqlalchemy import Connection

from assistant.ops import logs, metrics
from assistant.turns import outbound, overtaken
from assistant.turns.context import Decided, Outcome
from assistant.turns.guardians import asking
from assistant.turns.handlers.leaving import pauses
from assistant.turns.internal_events import delivery, paging
from assistant.turns.matches import kept
from assistant.turns.reaching import kept as reaching
from assistant.turns.relaying import kept as relaying
from assistant.turns.shared import kept as phones
from storage import broadcasts, entries, handovers, messages, runs, timers
from storage.handovers import NewHandover
from storage.inbox import unanswered
from storage.inbox.unanswered import Tried
from storage.mentoring import feedback, goals, partings, training
from storage.outbox.waiting import OutboundMessage
from storage.people import addresses, invitations, participants, persons
from storage.people.addresses import MovedAddress, ReachableAddress
from storage.records import erasures

log = logs.get("turns")

Row = TypeVar("Row")


def keep(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """Write down a batch, but for what others have overtaken. What stops comes first, so that
    the confirmation stays."""
    decided = paging.leave_out(db, overtaken.leave_out(db, decided, now), now)
    if not decided:
        return
    outcomes = [one.outcome for one in decided]
    _stop(db, [one.known.person.id for one in decided if _stops(one)], now)
    _each(db, runs.move, [one.moved for one in outcomes])
    _each(db, runs.add, [one.opened for one in outcomes])
    _people(db, decided, now)
    _each(db, entries.add, [one.entries for one in outcomes])
    _each(db, participants.enrol, [one.enrolled for one in outcomes])
    _each(db, participants.change, [one.enrolments for one in outcomes])
    _mentoring(db, decided, now)
    again = reaching.keep(db, decided, now)
    _each(db, invitations.use, [one.invitations for one in outcomes])
    delivery.deliver(db, decided, now)
    paging.keep(db, decided, now)
    _queue(db, decided, now)
    _each(db, messages.queue, [again])
    _answered(db, decided, now)
    for one in decided:
        if one.fault:
            message = one.known.message
            tried = Tried(message.id, message.person_id, message.attempts)
            set_aside(db, tried, one.fault, now, message.text)
    _count(decided)


def _answered(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """All of them are, but for those that a phone has given to whoever wrote them."""
    unanswered.mark_answered(db, [one.known.message.id for one in decided], now)
    phones.keep(db, decided, now)


def _queue(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    if anew := [key for one in decided for key in one.outcome.asked_anew]:
        messages.take_back(db, anew, now)
    if queued := [row for one in decided for row in _outbound(one, now)]:
        messages.queue(db, queued)
    if taken := [match for one in decided for match in one.outcome.taken_back]:
        messages.take_back_about(db, taken, now)  # of this very batch, too
    relaying.keep(db, decided, now)


def set_aside(db: Connection, tried: Tried, code: str, now: datetime, words: str = "") -> None:
    """A message on which no turn can be taken waits for the coordinator, and nobody for it."""
    unanswered.set_aside(db, tried.id, code, now)
    handovers.add(db, [NewHandover(tried.person_id, "fault", words, now)])


def _count(decided: Sequence[Decided]) -> None:
    aside = sum(1 for one in decided if one.fault)
    metrics.TURNS.labels("taken").inc(len(decided) - aside)
    if unanswered := Counter(one.outcome.unanswered for one in decided if one.outcome.unanswered):
        for why, count in unanswered.items():
            metrics.STRANGERS.labels(why).inc(count)
        log.warning("strangers not answered", **unanswered)
    if aside:
        metrics.TURNS.labels("set aside").inc(aside)


def _each(
    db: Connection, write: Callable[[Connection, list[Row]], object], rows: Iterable[Sequence[Row]]
) -> None:
    if found := list(chain.from_iterable(rows)):
        write(db, found)


def _stops(one: Decided) -> bool:
    # What was queued while a carrier said STOP would hold up the answer to HELP, or come after
    # a new START.
    return one.outcome.stop or one.known.person.stopped_at is not None


def _stop(db: Connection, people: list[int], now: datetime) -> None:
    if people:
        messages.suppress(db, people, now)
        timers.drop(db, people)


def _people(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    if changed := {
        one.known.person.id: one.outcome.person for one in decided if one.outcome.person
    }:
        persons.change(db, changed)
    reachable = [
        ReachableAddress(address, None if one.outcome.reachable else now)
        for one in decided
        if one.known.address and one.outcome.reachable is not None
        for address in (
            one.known.address.id,
            *(there.one.address_id for there in one.known.sharers),
        )
    ]
    if reachable:
        addresses.change(db, reachable)
    moved = [
        MovedAddress(one.known.address.id, one.known.message.sender)
        for one in decided
        if one.known.address and one.known.address.sender != outbound.sender_of(one.known)
    ]
    if moved:
        addresses.move(db, moved)


def _mentoring(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """What was decided about matches, guardians, broadcasts and people's time."""
    outcomes = [one.outcome for one in decided]
    _goals(db, outcomes)
    kept.keep(db, decided[0].known.pairs, now)
    asking.keep(db, decided, now)
    _each(db, erasures.add, [one.erased for one in outcomes])
    _each(db, feedback.keep, [one.feedback for one in outcomes])
    _each(db, training.add, [one.training for one in outcomes])
    _each(db, training.answer, [one.answered for one in outcomes])
    _each(db, partings.add, [one.parted for one in outcomes])
    _each(db, timers.drop_of, [one.untimed for one in outcomes])
    for one in decided:
        for approved in one.outcome.broadcasts:
            broadcasts.start(db, approved, now)
        for broadcast, state in one.outcome.redirected:
            broadcasts.change(db, broadcast, one.known.person.id, state)
        if one.outcome.done:
            handovers.close(db, one.outcome.done, now)
        if one.outcome.shift is not None:
            person, by = one.known.person.id, one.outcome.shift
            timers.shift(db, person, by, now, pauses.STAND_STILL)
    if idle := [one.known.person.id for one in decided if one.outcome.idle]:
        timers.hurry(db, idle, now)


def _goals(db: Connection, outcomes: Sequence[Outcome]) -> None:
    _each(db, goals.add, [one.goals for one in outcomes])
    _each(db, goals.rate, [one.rated for one in outcomes])
    _each(db, goals.date, [one.dated for one in outcomes])
    _each(db, goals.close, [one.closed_goals for one in outcomes])


def _outbound(one: Decided, now: datetime) -> list[OutboundMessage]:
    known, outcome, _fault = one
    if known.address is None or not outcome.prompts:
        return []
    return outbound.rows(known, outcome, now)
