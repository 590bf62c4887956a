"""Whether an internal event may be spoken of now; else it comes again."""

from datetime import datetime, timedelta

from assistant.internal_events.kinds import InternalEvent, PauseOver
from assistant.programmes import noticing
from assistant.schedule import frequency_cap
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.internal_events import texts
from assistant.turns.talk import Talk
from flows.engine.states import Prompt

FRESH = timedelta(minutes=30)  # a question that somebody may be answering just now
URGENT = timedelta(minutes=5)  # beside a meeting that is near
NEAR = timedelta(hours=3)
A_MOMENT = timedelta(minutes=5)
SITTING = timedelta(minutes=10)  # after they wrote
HUSHED = 1000  # unanswered questions: they were told that nothing more is asked


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


def affordable(talk: Conversation, event: InternalEvent, *, sitting: bool = False) -> bool:
    """Whether frequency cap and pauses allow it; else the event comes again when they do. What
    is asked in one `sitting` with what they have just written goes on with that, as a reply does,
    which counts for nothing."""
    talk.outcome.reminder = True
    now, person = talk.known.now, talk.person
    spent = talk.known.rare.spent.get(person.id, ())
    at = frequency_cap.next_at(spent, now, person.zone, person.fewer)
    if sitting and at > now and not person.fewer and _sits(talk):
        at, talk.outcome.reminder = now, False
    rested = now
    if person.paused_until and not isinstance(event, PauseOver):
        # Who is back hears that first, even where both are due at the same moment.
        rested = max(now, person.paused_until + A_MOMENT)
    at = max(at, rested)
    if at <= now:
        return True
    if sitting and rested <= now:
        talk.wait(at, event)
    else:
        talk.put_off(at, event)
    return False


def _sits(talk: Conversation) -> bool:
    """Whether they wrote just now, and nothing is asked of them."""
    person = talk.person.id
    if person not in talk.known.rare.heard:
        raise Lacking("heard")
    heard = talk.known.rare.heard[person]
    return talk.stack.top is None and heard is not None and talk.known.now - heard <= SITTING


def asks(talk: Conversation, event: InternalEvent) -> bool:
    """Whether they may be asked something that nobody has asked for. It counts until they write;
    after some that came to nothing they are told once that nothing more is asked."""
    if hushed(talk) or not free(talk, event):
        return False
    if not affordable(talk, event, sitting=True):
        return False
    most = noticing.of(talk.known.programmes.get(talk.home()[0] or 0)).questions
    if most and talk.person.unanswered >= most:
        talk.outcome.person["unanswered"] = HUSHED
        talk.hand_over("hushed", "")
        talk.say(texts.HUSHED)
        return False
    talk.outcome.person["unanswered"] = talk.person.unanswered + 1
    return True


def hushed(talk: Talk) -> bool:
    """Whether nothing is asked before they write."""
    return talk.person.unanswered >= HUSHED


def told(talk: Talk) -> bool:
    """Whether this very turn tells them that nothing more is asked."""
    return talk.outcome.person.get("unanswered") == HUSHED


def heard(talk: Talk) -> None:
    """They have written: questions may come again, which they are told if they were told of it."""
    if not talk.person.unanswered:
        return
    talk.outcome.person["unanswered"] = 0
    outcome = talk.outcome
    if hushed(talk) and outcome.prompts and not (talk.stopped or outcome.stop or outcome.urgent):
        outcome.prompts.insert(0, Prompt(texts.ASKS_AGAIN, talk.facts()))
