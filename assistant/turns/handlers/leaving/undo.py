"""What BACK takes back for a few minutes: the last answer that binds."""

from datetime import datetime

from assistant.turns import system_messages
from assistant.turns.handlers import goals
from assistant.turns.handlers.leaving import pauses
from assistant.turns.talk import Talk
from storage.people.persons import Undo


def open_to(talk: Talk) -> Undo | None:
    """What may be taken back just now."""
    undo = talk.known.person.undo
    if not undo or "stopped" in undo:  # only START brings that back
        return None
    return undo if datetime.fromisoformat(undo["until"]) > talk.known.now else None


def take_back(talk: Talk, undo: Undo) -> None:
    if "left" in undo and not pauses.return_(talk, undo):
        return talk.say(system_messages.TOO_LATE)
    if "goal" in undo:
        goals.reopen(talk, undo["goal"])
    talk.outcome.person["undo"] = None
    return talk.say(system_messages.TAKEN_BACK)
