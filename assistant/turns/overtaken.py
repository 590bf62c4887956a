"""Turns whose facts others have changed since they were decided: they are taken anew.

What one person's turn decides about others is judged again at the moment of the commit, behind
a lock on those people; so are proactive texts, beside the broadcasts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from assistant.coordinators import desk
from assistant.coordinators.desk import Desk
from assistant.schedule import frequency_cap
from assistant.turns import lookups
from assistant.turns.context import Decided, Outcome
from storage import handovers, history
from storage.desk import Of
from storage.mentoring import matches
from storage.people import persons


class Overtaken(Exception):
    """Somebody has left who was brought together with somebody at that very moment."""


def leave_out(db: Connection, decided: Sequence[Decided], now: datetime) -> Sequence[Decided]:
    """Those that still hold. The others stay unanswered, and the next batch takes them."""
    touched = {person for one in decided for person in _touched(one)}
    late = set(_settled(db, decided))
    if not (touched or late):
        return decided
    persons.lock(db, touched)
    _nobody_else_paired(db, decided)
    late |= {*_paired(db, decided, now), *_spent(db, decided, now)}
    return [one for one in decided if one.known.message.id not in late]


def _touched(one: Decided) -> Iterator[int]:
    """Whose standing the turn relies on, or takes from under others."""
    outcome = one.outcome
    for row in outcome.paired:
        yield from (row.mentor_id, row.mentee_id)
    if _speaks_up(outcome) or _leaves(outcome):
        yield one.known.person.id


def _speaks_up(outcome: Outcome) -> bool:
    """Whether the frequency cap was asked."""
    return outcome.reminder and not outcome.booked and bool(outcome.prompts)


def _leaves(outcome: Outcome) -> bool:
    return outcome.stop or any(row.state == "left" for row in outcome.enrolments)


def _paired(db: Connection, decided: Sequence[Decided], now: datetime) -> Iterator[int]:
    """Who brings people together of whom one is free no more, or changes in this very batch."""
    pairing = [one for one in decided if one.outcome.paired]
    if not pairing:
        return
    changing = {one.known.person.id for one in decided if _may_go(one.outcome)}
    desks = _desks(db, pairing, now)
    for one in pairing:
        for row in one.outcome.paired:
            mentor, mentee = row.mentor_id, row.mentee_id
            whose = Of(row.programme_id, one.known.at_phone)
            if {mentor, mentee} & changing or not desks[whose].free(mentor, mentee):
                yield one.known.message.id
            else:
                desks[whose] = desks[whose].after(mentor, mentee)


def _settled(db: Connection, decided: Sequence[Decided]) -> Iterator[int]:
    """Who settles what another coordinator has settled meanwhile, or does in this very batch."""
    settling = [one for one in decided if one.outcome.done]
    if not settling:
        return
    waiting = handovers.lock_open(db, {one for turn in settling for one in turn.outcome.done})
    for one in settling:
        if not waiting.issuperset(one.outcome.done):
            yield one.known.message.id
        waiting.difference_update(one.outcome.done)


def _may_go(outcome: Outcome) -> bool:
    return _leaves(outcome) or bool(outcome.person.get("paused_until"))


def _desks(db: Connection, pairing: Sequence[Decided], now: datetime) -> dict[Of, Desk]:
    """Of each desk, those who were picked, as far as they are still ready."""
    picked: dict[Of, set[int]] = defaultdict(set)
    for one in pairing:
        for row in one.outcome.paired:
            whose = Of(row.programme_id, one.known.at_phone)
            picked[whose] |= {row.mentor_id, row.mentee_id}
    return {whose: desk.of(db, whose, now, people) for whose, people in picked.items()}


def _spent(db: Connection, decided: Sequence[Decided], now: datetime) -> Iterator[int]:
    """Who would hear something proactive though a broadcast has just come."""
    speaking = [one for one in decided if _speaks_up(one.outcome)]
    if not speaking:
        return
    people = [one.known.person.id for one in speaking]
    spent = history.spent(db, people, now - lookups.LOOKED_BACK)
    for one in speaking:
        person = one.known.person
        told = spent.get(person.id, ())
        new = set(told) - set(one.known.rare.spent.get(person.id, ()))
        if new and frequency_cap.next_at(told, now, person.zone, person.fewer) > now:
            yield one.known.message.id


def _nobody_else_paired(db: Connection, decided: Sequence[Decided]) -> None:
    """Who leaves takes leave of everybody they are together with; raises Overtaken where that
    is somebody whom the turn has not heard of."""
    going = [one for one in decided if _leaves(one.outcome)]
    if not going:
        return
    known = set(going[0].known.pairs.before)
    open_ = matches.open_of(db, [one.known.person.id for one in going])
    if not known.issuperset(open_):
        raise Overtaken
