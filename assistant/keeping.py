"""What a batch of turns decided becomes rows: one bulk statement per table."""

import json
from collections.abc import Sequence
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection

from assistant import hours, metrics, speech
from assistant.known import Known, Outcome
from storage import mentoring, messages, participants, runs
from storage.messages import Tried


class Decided(NamedTuple):
    known: Known
    outcome: Outcome
    fault: str = ""  # why no turn could be taken


def keep(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """Write down a batch. What stops comes first, so that the confirmation stays."""
    _stop(db, [one.known.person.id for one in decided if _stops(one)], now)
    messages.hurry(db, {one.known.person.id for one in decided}, now)
    _each(decided, "moved", db, runs.move)
    _each(decided, "opened", db, runs.add)
    _people(db, decided, now)
    _each(decided, "entries", db, mentoring.record)
    _each(decided, "enrolled", db, participants.enrol)
    _each(decided, "enrolments", db, participants.change_enrolments)
    _each(decided, "goals", db, mentoring.set_goals)
    _each(decided, "rated", db, mentoring.rate_goals)
    _each(decided, "closed_goals", db, mentoring.close_goals)
    _each(decided, "timers", db, mentoring.set_timers)
    _each(decided, "invitations", db, participants.use_invitations)
    _hand_over(db, decided, now)
    queued = [row for one in decided for row in _outbound(one, now)]
    if queued:
        messages.queue(db, queued)
    messages.mark_answered(db, [one.known.message.id for one in decided], now)
    for one in decided:
        if one.fault:
            message = one.known.message
            tried = Tried(message.id, message.person_id, message.attempts)
            set_aside(db, tried, one.fault, now, message.text)
    _count(decided)


def set_aside(db: Connection, tried: Tried, code: str, now: datetime, words: str = "") -> None:
    """A message on which no turn can be taken waits for the coordinator, and nobody for it."""
    messages.set_aside(db, tried.id, code, now)
    row = {"person_id": tried.person_id, "programme_id": None, "kind": "fault", "text": words}
    mentoring.hand_over(db, [row | {"created_at": now}])


def _count(decided: Sequence[Decided]) -> None:
    aside = sum(1 for one in decided if one.fault)
    metrics.TURNS.labels("taken").inc(len(decided) - aside)
    if aside:
        metrics.TURNS.labels("set aside").inc(aside)


def _each(decided: Sequence[Decided], name: str, db: Connection, write: Any) -> None:
    rows = list(chain.from_iterable(getattr(one.outcome, name) for one in decided))
    if rows:
        write(db, rows)


def _stops(one: Decided) -> bool:
    # What was queued while a carrier said STOP would hold up the answer to HELP, or come after
    # a new START.
    return one.outcome.stop or one.known.person.stopped_at is not None


def _stop(db: Connection, people: list[int], now: datetime) -> None:
    if people:
        messages.suppress(db, people, now)
        mentoring.drop_timers(db, people)


def _people(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    changed = [
        {"id": one.known.person.id, **one.outcome.person} for one in decided if one.outcome.person
    ]
    if changed:
        participants.change_people(db, changed)
    reachable = [
        {"address": one.known.address.id, "at": None if one.outcome.reachable else now}
        for one in decided
        if one.known.address and one.outcome.reachable is not None
    ]
    if reachable:
        participants.change_addresses(db, reachable)
    moved = [
        {"address": one.known.address.id, "ours": one.known.message.sender}
        for one in decided
        if one.known.address and one.known.address.sender != speech.sender_of(one.known)
    ]
    if moved:
        participants.move_addresses(db, moved)


def _hand_over(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """The coordinator's list, and a word to every coordinator who has a phone."""
    rows = [(one.known, row) for one in decided for row in one.outcome.handovers]
    if not rows:
        return
    mentoring.hand_over(db, [row for _, row in rows])
    coordinators = participants.coordinators(db, [row["programme_id"] for _, row in rows])
    reached = participants.best_addresses(db, list(chain.from_iterable(coordinators.values())))
    news = [
        messages.inside(
            person,
            reached[person].id,
            f"handover:{known.message.id}:{person}",
            _asked(known, row["text"]),
            now,
        )
        for known, row in rows
        if row["kind"] in ("ask", "unclear")
        for person in coordinators.get(row["programme_id"], ())
        if person in reached
    ]
    if news:
        messages.tell(db, news)


def _asked(known: Known, words: str) -> str:
    return json.dumps({"kind": "asked", "name": known.person.name or "?", "words": words})


def _outbound(one: Decided, now: datetime) -> list[dict[str, Any]]:
    known, outcome, _fault = one
    if known.address is None or not outcome.prompts:
        return []
    rows = speech.rows(known, outcome, now)
    if outcome.reminder:
        for row in rows:
            row["due_at"] = hours.within(now, known.person.zone)
            row["send_before"] = hours.until(row["due_at"], known.person.zone)
    return rows
