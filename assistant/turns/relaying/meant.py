"""Somebody has said that words were for the other side."""

from typing import assert_never

from assistant.turns.handlers import meetings
from assistant.turns.open_runs import Open
from assistant.turns.relaying import last_words, sending, switching, texts
from assistant.turns.talk import Talk
from flows.events import GoodbyeSaid, TextMeant, TextsSwitched


def say(talk: Talk, run: Open, event: TextMeant | TextsSwitched | GoodbyeSaid) -> None:
    match event:
        case GoodbyeSaid():
            last_words.pass_on(talk, run, event)
        case TextsSwitched():
            pair = talk.pairs.get(event.match)
            role = pair.role(talk.person.id) if pair else ""
            switching.switch(talk, pair, role, off=event.off)
        case TextMeant():
            _pass_on(talk, event)
        case _:
            assert_never(event)


def _pass_on(talk: Talk, event: TextMeant) -> None:
    """They go across, or it is said why they do not; who was asked hears that it was understood."""
    pair = talk.pairs.get(event.match)
    if pair is None:
        return meetings.gone(talk, None)
    if not sending.send(talk, pair, event.words):
        talk.say(texts.NODDED, other=pair.other(talk.person.id).name or "?")
    return None
