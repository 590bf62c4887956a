"""One side says nothing about the terms: they are reminded, and who waits hears of it."""

from assistant.internal_events.of_agreement import TermsOverdue, TermsUnanswered
from assistant.turns import system_messages
from assistant.turns.agreements import asking, known, times
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.internal_events import timing
from assistant.turns.talk import Talk


def waits(talk: Talk, pair: Pair) -> bool:
    """Whether it is their turn to agree."""
    return not (asked := known.of(pair).asked) or pair.role(talk.person.id) not in asked.okays


def overdue(talk: Conversation, pair: Pair, event: TermsOverdue) -> None:
    """Once more in their own time; then a person has a look, and who waits for them hears that."""
    asked = known.of(pair).asked
    if asked is None or asked.number != event.version or not waits(talk, pair):
        return None
    if event.count >= len(times.OVERDUE):
        return _listed(talk, pair, event)
    if timing.rests(talk, event) or not timing.free(talk, event):
        return None
    if not timing.affordable(talk, event):
        return None
    talk.close_about(pair.id, (asking.FLOW,))
    talk.say(system_messages.NUDGE)
    return asking.put(talk, pair, count=event.count + 1)


def _listed(talk: Conversation, pair: Pair, event: TermsOverdue) -> None:
    talk.hand_over("terms_silent", "", pair.id)
    other = pair.other(talk.person.id)
    talk.tell(other.id, other.zone, TermsUnanswered(pair.id, event.version))


def unanswered(talk: Conversation, pair: Pair, event: TermsUnanswered) -> None:
    """To who has agreed, and was told that they would hear what comes of it."""
    asked = known.of(pair).asked
    if asked is None or asked.number != event.version or waits(talk, pair):
        return
    if not timing.rests(talk, event):
        talk.say(system_messages.NO_ANSWER, other=pair.other(talk.person.id).name or "?")
