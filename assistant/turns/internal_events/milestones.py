"""A mentor hears of a goal that was reached: once, when nothing else is going on."""

from assistant.internal_events.of_milestones import MilestoneReached
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import milestones
from assistant.turns.internal_events import timing


def hear(talk: Conversation, event: MilestoneReached) -> None:
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed or timing.rests(talk, event):
        return
    if timing.free(talk, event) and timing.affordable(talk, event):
        talk.say(milestones.REACHED, other=event.name)
        talk.resume()
