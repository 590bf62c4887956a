"""What a batch of turns decided becomes rows: one bulk statement per table."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from assistant.coordinators.desk import AT_ONCE
from assistant.ops import logs, metrics
from assistant.schedule import quiet_hours
from assistant.turns import batch_matches, outbound, overtaken
from assistant.turns.context import Decided
from assistant.turns.handlers import pauses
from storage import broadcasts, entries, handovers, messages, runs, timers
from storage.inbox import inside, unanswered
from storage.inbox.unanswered import Tried
from storage.mentoring import feedback, goals, matches
from storage.people import addresses, invitations, participants, persons, worlds

log = logs.get("turns")


def keep(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """Write down a batch, but for what others have overtaken. What stops comes first, so that
    the confirmation stays."""
    decided = overtaken.leave_out(db, decided, now)
    if not decided:
        return
    _stop(db, [one.known.person.id for one in decided if _stops(one)], now)
    _each(decided, "moved", db, runs.move)
    _each(decided, "opened", db, runs.add)
    _people(db, decided, now)
    _each(decided, "entries", db, entries.add)
    _each(decided, "enrolled", db, participants.enrol)
    _each(decided, "enrolments", db, participants.change)
    _each(decided, "goals", db, goals.add)
    _each(decided, "rated", db, goals.rate)
    _each(decided, "closed_goals", db, goals.close)
    _mentoring(db, decided, now)
    _each(decided, "timers", db, timers.add)
    _each(decided, "invitations", db, invitations.use)
    _tell(db, decided, now)
    _queue(db, decided, now)
    unanswered.mark_answered(db, [one.known.message.id for one in decided], now)
    for one in decided:
        if one.fault:
            message = one.known.message
            tried = Tried(message.id, message.person_id, message.attempts)
            set_aside(db, tried, one.fault, now, message.text)
    _count(decided)


def _queue(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    if anew := [key for one in decided for key in one.outcome.asked_anew]:
        messages.take_back(db, anew, now)
    if queued := [row for one in decided for row in _outbound(one, now)]:
        messages.queue(db, queued)


def set_aside(db: Connection, tried: Tried, code: str, now: datetime, words: str = "") -> None:
    """A message on which no turn can be taken waits for the coordinator, and nobody for it."""
    unanswered.set_aside(db, tried.id, code, now)
    row = {"person_id": tried.person_id, "programme_id": None, "match_id": None, "kind": "fault"}
    handovers.add(db, [row | {"text": words, "created_at": now}])


def _count(decided: Sequence[Decided]) -> None:
    aside = sum(1 for one in decided if one.fault)
    metrics.TURNS.labels("taken").inc(len(decided) - aside)
    if unanswered := Counter(one.outcome.unanswered for one in decided if one.outcome.unanswered):
        for why, count in unanswered.items():
            metrics.STRANGERS.labels(why).inc(count)
        log.warning("strangers not answered", **unanswered)
    if aside:
        metrics.TURNS.labels("set aside").inc(aside)


def _each(decided: Sequence[Decided], name: str, db: Connection, write: Any) -> None:
    rows = list(chain.from_iterable(map(attrgetter(f"outcome.{name}"), decided)))
    if rows:
        write(db, rows)


def _stops(one: Decided) -> bool:
    # What was queued while a carrier said STOP would hold up the answer to HELP, or come after
    # a new START.
    return one.outcome.stop or one.known.person.stopped_at is not None


def _stop(db: Connection, people: list[int], now: datetime) -> None:
    if people:
        messages.suppress(db, people, now)
        timers.drop(db, people)


def _people(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    changed = [
        {"id": one.known.person.id, **one.outcome.person} for one in decided if one.outcome.person
    ]
    if changed:
        persons.change(db, changed)
    reachable = [
        {"address": one.known.address.id, "at": None if one.outcome.reachable else now}
        for one in decided
        if one.known.address and one.outcome.reachable is not None
    ]
    if reachable:
        addresses.change(db, reachable)
    moved = [
        {"address": one.known.address.id, "ours": one.known.message.sender}
        for one in decided
        if one.known.address and one.known.address.sender != outbound.sender_of(one.known)
    ]
    if moved:
        addresses.move(db, moved)


def _mentoring(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """What was decided about matches, broadcasts and people's time."""
    batch_matches.keep(db, decided[0].known.pairs, now)
    _each(decided, "feedback", db, feedback.keep)
    _each(decided, "untimed", db, timers.drop_of)
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


def _tell(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """What others have to hear: at once as news, later as a timer."""
    told = [row for one in decided for row in one.outcome.news]
    told += _matched(db, decided, now)
    told += _handed_over(db, decided, now)
    at_once = [row for row in told if row["at"] <= now]
    later = [
        {"person_id": row["to"], "cause": row["cause"], "due_at": row["at"]}
        | {"news": row["news"], "waits": False}
        for row in told
        if row["at"] > now
    ]
    if later:
        timers.add(db, later)
    if at_once:
        reached = addresses.best(db, [row["to"] for row in at_once])
        inside.tell(db, [_inside(row, reached, now) for row in at_once])


def _inside(
    row: dict[str, Any], reached: Mapping[int, addresses.Reached], now: datetime
) -> dict[str, Any]:
    there = reached.get(row["to"])
    address = there.id if there else None
    return inside.row(row["to"], address, row["cause"], json.dumps(row["news"]), now)


def _matched(db: Connection, decided: Sequence[Decided], now: datetime) -> list[dict[str, Any]]:
    """Matches are opened, and both people of each hear of it."""
    rows = [row for one in decided for row in one.outcome.paired]
    if not rows:
        return []
    ids = matches.open_(db, rows)
    people = [row[side] for row in rows for side in ("mentor_id", "mentee_id")]
    zones = {key: side.zone for key, side in matches.sides(db, people).items()}
    return [
        {
            "to": row[side],
            "at": quiet_hours.within(now, zones[row[side]]),
            "cause": f"{side}:{match}",
        }
        | {"news": {"kind": "matched", "match": match}}
        for match, row in zip(ids, rows, strict=True)
        for side in ("mentor_id", "mentee_id")
    ]


def _handed_over(db: Connection, decided: Sequence[Decided], now: datetime) -> list[dict[str, Any]]:
    """The coordinators' lists; what should not wait is told to every coordinator with a phone,
    and what answers one of them to that one."""
    rows = [dict(row) for one in decided for row in one.outcome.handovers]
    if not rows:
        return []
    to = [row.pop("to", None) for row in rows]
    ids = handovers.add(db, rows)
    people = participants.coordinators(db, [row["programme_id"] for row in rows])
    theirs = {one for some in people.values() for one in some}
    at_phones = worlds.simulated(db, sorted(theirs | {row["person_id"] for row in rows}))
    urgent = [
        (number, row, coordinator)
        for number, row, only in zip(ids, rows, to, strict=True)
        if row["kind"] in AT_ONCE
        for coordinator in _told_of(people.get(row["programme_id"], ()), only)
        if (coordinator in at_phones) == (row["person_id"] in at_phones)
    ]
    everybody = sorted({coordinator for _, _, coordinator in urgent})
    zones = {key: side.zone for key, side in matches.sides(db, everybody).items()}
    return [
        {
            "to": coordinator,
            "at": now if row["kind"] == "worry" else quiet_hours.within(now, zones[coordinator]),
            "cause": f"handover:{number}:{coordinator}",
            "news": {"kind": "asked", "handover": number, "programme": row["programme_id"]},
        }
        for number, row, coordinator in urgent
    ]


def _told_of(coordinators: Sequence[int], only: int | None) -> Sequence[int]:
    """The one it is meant for, while they still coordinate; else all of them."""
    return [only] if only is not None and only in coordinators else coordinators


def _outbound(one: Decided, now: datetime) -> list[dict[str, Any]]:
    known, outcome, _fault = one
    if known.address is None or not outcome.prompts:
        return []
    rows = outbound.rows(known, outcome, now)
    if outcome.reminder:
        for row in rows:
            row["due_at"] = quiet_hours.within(now, known.person.zone)
            row["send_before"] = quiet_hours.until(row["due_at"], known.person.zone)
    return rows
