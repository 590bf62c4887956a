"""Whether an internal event may be spoken of now; else it comes again."""

from datetime import datetime, timedelta

from assistant.internal_events.kinds import InternalEvent, PauseOver
from assistant.schedule import frequency_cap
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation

FRESH = timedelta(minutes=30)  # a question that somebody may be answering just now
URGENT = timedelta(minutes=5)  # beside a meeting that is near
NEAR = timedelta(hours=3)
A_MOMENT = timedelta(minutes=5)


def rests(talk: Conversation, event: InternalEvent) -> bool:
    """Whether they rest; then nothing is asked before that is over."""
    until = talk.person.paused_until
    if until is None or until <= talk.known.now:
        return False
    talk.put_off(until, event)
    return True


def free(talk: Conversation, event: InternalEvent, pair: Pair | None = None) -> bool:
    """Whether no fresh question is open; else the event waits until it is answered, or old."""
    asked, now = _asked_at(talk), talk.known.now
    if asked is None:
        return True
    near = pair and datetime.fromisoformat(pair.meeting.slot) - now < NEAR
    until = asked + (URGENT if near else FRESH)
    if until <= now:
        return True
    talk.wait(min(until, now + FRESH), event)  # the clock may have been set back
    return False


def _asked_at(talk: Conversation) -> datetime | None:
    """When they were asked last, or confided something after which nothing was asked."""
    top = talk.stack.top
    at = (top.moved_at if top else None, talk.person.confided_at)
    return max((one for one in at if one), default=None)


def affordable(talk: Conversation, event: InternalEvent) -> bool:
    """Whether frequency cap and pauses allow it; else the event comes again when they do."""
    talk.outcome.reminder = True
    now, person = talk.known.now, talk.person
    spent = talk.known.rare.spent.get(person.id, ())
    at = frequency_cap.next_at(spent, now, person.zone, person.fewer)
    if person.paused_until and not isinstance(event, PauseOver):
        # Who is back hears that first, even where both are due at the same moment.
        rested = person.paused_until + A_MOMENT
        at = max(at, rested) if now < rested else at
    if at <= now:
        return True
    talk.put_off(at, event)
    return False
