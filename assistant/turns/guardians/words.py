"""What a guardian writes out of nothing: a person hears it."""

from assistant.turns import system_messages
from assistant.turns.guardians import texts
from assistant.turns.guardians.known import GUARDIAN
from assistant.turns.talk import Talk
from assistant.understanding import keywords
from flows import reading

PAIRS_AND_PROFILES = ("mentor", "mentee", "goal", "answers", "return", "meeting")


def is_guardian(talk: Talk) -> bool:
    """Whether they are spoken to as who answers for somebody."""
    return talk.home()[1] == GUARDIAN


def menu_over(talk: Talk) -> None:
    """MENU of who answers for nobody any more: a person is still there for them."""
    talk.say(texts.MENU_OVER)


def say(talk: Talk, text: str) -> None:
    """Thanks are thanked for; all else is for the coordinator, who can answer. A number answers
    nothing once it is over."""
    slight = keywords.is_courtesy(text, talk.language) or reading.nods(text, talk.language)
    slight = slight or (not talk.agreed and reading.only_picks(text, talk.language))
    if slight:
        return talk.say(system_messages.WELCOME) if talk.agreed else None
    talk.hand_over("ask", text)
    return talk.say(system_messages.PASSED_ON if talk.agreed else texts.NOTHING_OPEN)
