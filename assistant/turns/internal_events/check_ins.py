"""Check-ins: the questions that come in a match at set days."""

from dataclasses import replace
from datetime import timedelta

from assistant.internal_events.kinds import CheckInDue
from assistant.programmes import days_off
from assistant.schedule import quiet_hours
from assistant.turns.agreements import times
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.guardians import children
from assistant.turns.handlers import reminders
from assistant.turns.internal_events import timing
from flows.lifecycles.match import MatchState
from flows.lifecycles.offer import Stage

TRIAL = timedelta(days=3)  # until it is looked at again
UNDECIDED = timedelta(days=21)


def due(talk: Conversation, event: CheckInDue) -> None:
    pair = talk.pairs.get(event.match)
    if pair and pair.state is MatchState.SUSPENDED:  # the plan stands, should it be lifted
        return _next(talk, pair, event)
    if pair is None or pair.closed:
        return None
    if _too_early(talk, pair):
        at = talk.known.now + TRIAL
        return talk.put_off(at, replace(event, day=at.date().isoformat()))
    programme = talk.known.programmes.get(pair.programme_id)
    zone = talk.person.zone
    if day := days_off.over(programme, quiet_hours.local(talk.known.now, zone).date()):
        return talk.put_off(quiet_hours.morning(day, zone), event)
    if timing.hushed(talk):
        return _next(talk, pair, event)
    if not timing.asks(talk, event):
        return _next(talk, pair, event) if timing.told(talk) else None
    given = {"match": pair.id, "about": f"check_in:{event.number}"}
    role, depth = pair.role(talk.person.id), talk.stack.next_depth()
    talk.open("check_in", pair.programme_id, role, depth, given)
    children.check_in(talk, pair)
    if not pair.last_day:
        times.after_check_in(talk, pair, event.number)
    return _next(talk, pair, event)


def _too_early(talk: Conversation, pair: Pair) -> bool:
    """Whether two who meet once to see have not decided yet: they are asked about that alone, as
    long as it takes no longer than it should."""
    together = talk.known.now - (pair.since or talk.known.now)
    return pair.stage is Stage.TRIAL and together < UNDECIDED


def _next(talk: Conversation, pair: Pair, event: CheckInDue) -> None:
    reminders.check_in(talk, pair.id, talk.person.id, event.number + 1, event.day or "")
