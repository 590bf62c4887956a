"""The other side's words arrive, or somebody hears what became of theirs."""

from typing import assert_never

from assistant.internal_events.of_relay import OfRelay, RelayBlocked, RelayFailed, TextRelayed
from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.internal_events import timing
from assistant.turns.relaying import sending, texts
from assistant.turns.text_meetings import known as text_meetings
from assistant.understanding import patterns
from storage.mentoring.relayed import SettledRelayed
from storage.people.persons import Echo


def hear(talk: Conversation, event: OfRelay) -> None:
    match event:
        case TextRelayed():
            _arrives(talk, event)
        case RelayBlocked():
            _told(talk, event, texts.BLOCKED)
        case RelayFailed():
            _failed(talk, event)
        case _:
            assert_never(event)


def _arrives(talk: Conversation, event: TextRelayed) -> None:
    """It begins with who speaks; what was frozen, ended or switched off meanwhile stays here."""
    pair, crossing = talk.pairs.get(event.match), sending.crossing_of(talk)
    if pair is None or pair.closed or pair.quiet:
        dropped = SettledRelayed(event.message, "dropped", talk.known.now)
        return crossing.settled.append(dropped)
    if timing.rests(talk, event):
        return None
    if talk.known.address is None:  # nobody is left waiting for an answer to it
        writer = pair.other(talk.person.id)
        failed = RelayFailed(event.match, talk.person.name or "?")
        return talk.tell(writer.id, writer.zone, failed)
    crossing.others_words = True
    talk.outcome.by_day = not text_meetings.on(pair, talk.known.now)
    talk.outcome.about = event.match
    name = next(iter(patterns.words(event.name)), "").upper()
    msgid = texts.FIRST if event.first and name else system_messages.RELAYED
    talk.say(msgid, from_name=event.name, words=event.words, first=name)
    echo = (talk.person.echo or Echo()).copy()
    echo["relayed"] = [str(event.match), talk.known.now.isoformat()]
    talk.outcome.person["echo"] = echo
    return None


def _told(talk: Conversation, event: RelayBlocked | RelayFailed, msgid: str) -> None:
    pair = talk.pairs.get(event.match)
    if pair and not pair.closed:
        talk.outcome.about = event.match
        talk.say(msgid, other=event.name)


def _failed(talk: Conversation, event: RelayFailed) -> None:
    pair = talk.pairs.get(event.match)
    if pair and not pair.closed:
        talk.hand_over("unreached", "", event.match)
        _told(talk, event, texts.FAILED)
