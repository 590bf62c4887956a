"""It is time for a goal, or the other side shows theirs."""

from typing import assert_never

from assistant.internal_events.of_goals import GoalDue, GoalReached, GoalSeen, OfGoals
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.internal_events import texts, timing
from assistant.understanding import patterns


def hear(talk: Conversation, event: OfGoals) -> None:
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return None
    match event:
        case GoalDue():
            return _due(talk, pair, event)
        case GoalSeen():
            return _seen(talk, pair, event)
        case GoalReached():
            return _reached(talk, pair, event)
        case _:
            assert_never(event)


def _due(talk: Conversation, pair: Pair, event: GoalDue) -> None:
    """A goal is made of what they hope for; one that is there already may be shown."""
    if pair.role(talk.person.id) != "mentee":
        return
    if talk.known.goals is None:
        raise Lacking("goals")
    if talk.known.goals and pair.id in talk.known.goals[-1].details.get("shown", ()):
        return
    if timing.rests(talk, event) or not timing.asks(talk, event):
        return
    flow = "goal_showing" if talk.known.goals else "hope"
    depth = talk.stack.next_depth()
    talk.open(flow, pair.programme_id, "mentee", depth, {"match": pair.id})


def _seen(talk: Conversation, pair: Pair, event: GoalSeen) -> None:
    """To who helps: they may add a word, which goes across as any text does."""
    if timing.rests(talk, event) or not timing.free(talk, event):
        return
    talk.outcome.by_day, talk.outcome.about = True, pair.id
    msgid = texts.GOAL_SEEN if event.by else texts.GOAL_SEEN_UNDATED
    talk.say(msgid, other=event.name, aim=event.goal, by=event.by)
    if event.step:
        talk.say(texts.FIRST_STEP, step=event.step)
    if not pair.quiet:
        role, depth = pair.role(talk.person.id), talk.stack.next_depth()
        talk.open("relay", pair.programme_id, role, depth, {"match": pair.id})


def _reached(talk: Conversation, pair: Pair, event: GoalReached) -> None:
    if timing.rests(talk, event):
        return
    talk.outcome.by_day, talk.outcome.about = True, pair.id
    first = next(iter(patterns.words(event.name)), "?").upper()
    talk.say(texts.GOAL_REACHED, other=event.name, aim=event.goal, first=first)
