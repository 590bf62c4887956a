"""Texts that were held up at the carrier until newer ones had been answered."""

from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import log_entries, silence
from assistant.turns.lookups.earlier import Late
from assistant.turns.replies import repeats
from assistant.understanding import keywords
from assistant.understanding.keywords import Heard, Keyword

CAME_LATE = "(came late)"  # several that came late are spoken of once


def overtaken(talk: Conversation, late: Late, heard: Heard | None) -> bool:
    """Whether newer words have decided already what this one was about."""
    match heard.word if heard and heard.sure else None:
        case Keyword.STOP:
            return any(_starts(talk, text) for text in late.said_after)
        case Keyword.START:
            stopped_at = talk.known.person.stopped_at
            return stopped_at is not None and stopped_at > talk.known.message.created_at
        case None | Keyword.BACK | Keyword.WHY | Keyword.MENU:
            return late.asked_after
        case _:
            return False


def _starts(talk: Conversation, text: str) -> bool:
    """START came after the STOP; a "yes" may have answered anything."""
    heard = keywords.hear(text, talk.language, asked=talk.stack.top is not None)
    return heard is not None and heard.word is Keyword.START and heard.rest != "yes"


def ask(talk: Conversation) -> None:
    """It stays in the thread and answers nothing; whoever wrote it is asked."""
    log_entries.add(talk, "came late")
    told = (talk.person.echo or {}).get("words") == CAME_LATE and repeats.fresh(talk)
    if talk.stopped or silence.holds(talk) or told:
        return
    talk.say(system_messages.CAME_LATE)
    talk.ask_again()
    since = talk.known.now.isoformat()
    talk.outcome.person["echo"] = {"words": CAME_LATE, "count": 1, "since": since}
