"""Questions about somebody who rests: until when, as both sides were told when it began."""

from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.understanding import patterns, relays
from flows import reading
from flows.engine.states import Facts
from flows.mentoring import pairs


def tell(talk: Conversation, text: str) -> bool:
    """Whether they ask when the one they meet is back, who rests until a day: that is told, unless
    it is just what the open question asks for."""
    if not talk.pairs or talk.coordinates:  # the cheap first tests
        return False
    if not reading.asks_when_back(text, talk.language):
        return False
    meant = _meant(talk.facts(), text)
    if not meant or not meant["rests_until"] or talk.answers(text):
        return False
    talk.say(system_messages.RESTS, other=meant["other"], until=meant["rests_until"])
    talk.ask_again()
    return True


def _meant(facts: Facts, text: str) -> Facts:
    """The one they meet whom they name, or the only one: "my mentor"."""
    named, theirs = pairs.named(facts, text), facts["pairs"]
    if not named and len(theirs) == 1 and not relays.MENTORS.isdisjoint(patterns.words(text)):
        return dict(theirs[0])
    return named[0] if len(named) == 1 else {}
