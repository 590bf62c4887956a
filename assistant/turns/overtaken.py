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
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Decided, Outcome
from assistant.turns.reaching import kept as reaching
from flows.lifecycles.offer import Stage
from storage import handovers, history
from storage.desk import Of
from storage.mentoring import matches
from storage.people import persons


class Overtaken(Exception):
    """Somebody has left, or rests, who was brought together with somebody at that very moment; or
    of a list somebody was asked who has no room any more. The batch is taken anew, one by one."""


def leave_out(db: Connection, decided: Sequence[Decided], now: datetime) -> Sequence[Decided]:
    """Those that still hold. The others stay unanswered, and the next batch takes them."""
    settled = set(_settled(db, decided))
    decided = [one for one in decided if one.known.message.id not in settled]
    asked = [after for before, after in _changed(decided) if _asked_next(before, after)]
    touched = {person for one in decided for person in _touched(one)}
    touched |= {pair.mentor.id for pair in asked}
    if not touched:
        return decided
    persons.lock(db, touched)
    _all_have_room(db, decided, asked, now)
    _nobody_else_paired(db, decided)
    late = {*_paired(db, decided, now), *_spent(db, decided, now)}
    late |= {*reaching.overtaken(db, decided)}
    return [one for one in decided if one.known.message.id not in late]


def _settled(db: Connection, decided: Sequence[Decided]) -> Iterator[int]:
    """Who settles what somebody else has settled meanwhile, or in this very batch."""
    settling = [one for one in decided if one.outcome.done]
    if not settling:
        return
    waiting = handovers.lock(db, {number for one in settling for number in one.outcome.done})
    for one in settling:
        if waiting.issuperset(one.outcome.done):
            waiting.difference_update(one.outcome.done)
        else:
            yield one.known.message.id


def _changed(decided: Sequence[Decided]) -> Iterator[tuple[Pair, Pair]]:
    return decided[0].known.pairs.changed() if decided else iter(())


def _asked_next(before: Pair, after: Pair) -> bool:
    """Whether the next of a list is asked, who may be the next of other lists as well."""
    return before.stage is Stage.LISTED and after.stage is Stage.MENTOR and after.offered


def _all_have_room(
    db: Connection, decided: Sequence[Decided], asked: Sequence[Pair], now: datetime
) -> None:
    """Raises Overtaken where a mentor is asked of whom another list has asked meanwhile."""
    phones = {one.known.person.id: one.known.at_phone for one in decided}
    desks: dict[Of, Desk] = {}
    for pair in asked:
        whose = Of(pair.programme_id, phones.get(pair.mentee.id, False))
        if whose not in desks:
            desks[whose] = desk.of(db, whose, now, {one.mentor.id for one in asked})
        mentors = (one for one in desks[whose].mentors if one.person_id == pair.mentor.id)
        if not any(map(desks[whose].has_room, mentors)):
            raise Overtaken
        desks[whose] = desks[whose].after(pair.mentor.id, pair.mentee.id)


def _touched(one: Decided) -> Iterator[int]:
    """Whose standing the turn relies on, or takes from under others."""
    outcome = one.outcome
    for row in outcome.paired:
        yield from (row.mentor_id, row.mentee_id)
    if _speaks_up(outcome) or _may_go(outcome):
        yield one.known.person.id
    yield from reaching.touched(one)


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
    """Who leaves or rests takes leave of everybody they are together with, or asked about; raises
    Overtaken where that is somebody whom the turn has not heard of."""
    going = [one for one in decided if _may_go(one.outcome)]
    if not going:
        return
    known = set(going[0].known.pairs.before)
    open_ = matches.open_of(db, [one.known.person.id for one in going])
    if not known.issuperset(open_):
        raise Overtaken
