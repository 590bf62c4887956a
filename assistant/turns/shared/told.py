"""What those who share a phone hear because of it."""

from typing import assert_never

from assistant.internal_events.of_phones import (
    OfPhones,
    PhoneConcern,
    PhoneStopped,
    PhoneTaken,
    Seated,
)
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import consent, log_entries, suspensions
from assistant.turns.shared import texts


def hear(talk: Conversation, event: OfPhones) -> None:
    match event:
        case Seated(programme, role):
            log_entries.add(talk, "joined at a shared phone")
            return consent.ask(talk, programme, role, {})
        case PhoneTaken():
            return talk.ask_again() if talk.stack.top else talk.say(texts.HERE)
        case PhoneStopped():
            consent.stop(talk)
            talk.outcome.prompts.clear()  # it was confirmed once
            return tell_stopped(talk)
        case PhoneConcern():
            return _freeze(talk)
        case _:
            assert_never(event)


def tell_stopped(talk: Conversation) -> None:
    """The coordinator hears that it was perhaps not they who wanted it."""
    talk.hand_over("phone_stopped", "")


def _freeze(talk: Conversation) -> None:
    """Nobody knows yet which of them it was: until a person does, all of theirs stand still."""
    for pair in list(talk.pairs.values()):
        suspensions.freeze_for(talk, pair)
