"""What is asked some days, and some months, after a match has ended."""

from datetime import timedelta

from assistant.internal_events.of_ending import FollowUpDue, ObjectivesDue, SurveyDue
from assistant.programmes import goodbyes
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.endings import times
from assistant.turns.handlers import silence
from assistant.turns.internal_events import timing
from flows.mentoring.ending.objectives import END

FLOW, BASELINE = "objectives", "baseline"
LATER = timedelta(days=1)


def ask(talk: Conversation, event: SurveyDue | FollowUpDue) -> None:
    """Only while nothing else is going on with them."""
    if not _takes_part(talk, event) or timing.rests(talk, event):
        return
    if silence.holds(talk):
        return talk.put_off(talk.known.now + LATER, event)
    if not timing.free(talk, event) or not timing.affordable(talk, event):
        return
    given: dict[str, object] = {"ended": event.match, "other": event.name}
    flow = "follow_up"
    if isinstance(event, SurveyDue):
        flow = "survey"
        found = times.of(talk, event.programme)
        given |= {"planned": event.planned, "story": found.story and event.planned}
        if event.planned and found.objectives:
            flow = FLOW
            given |= {"about": END, "asks": goodbyes.asks(found, talk.language)}
    talk.open(flow, event.programme, event.role, talk.stack.next_depth(), given)


def ask_first(talk: Conversation, pair: Pair, event: ObjectivesDue) -> None:
    """How things are at the beginning, with what the programme is for."""
    asks = goodbyes.asks(times.of(talk, pair.programme_id), talk.language)
    if not asks or timing.rests(talk, event) or not timing.free(talk, event):
        return
    if timing.affordable(talk, event):
        role, other = pair.role(talk.person.id), pair.other(talk.person.id).name or "?"
        given = {"ended": pair.id, "other": other, "about": BASELINE, "asks": asks}
        talk.open(FLOW, pair.programme_id, role, talk.stack.next_depth(), given)


def _takes_part(talk: Conversation, event: SurveyDue | FollowUpDue) -> bool:
    return talk.agreed and any(
        (one.programme_id, one.role) == (event.programme, event.role) and one.state != "left"
        for one in talk.known.enrolments
    )
