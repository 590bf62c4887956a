"""One message in, one outcome out: keywords first, then the flows. Pure."""

import json
from datetime import timedelta

from assistant.channels import Kind
from assistant.internal_events import codec
from assistant.internal_events.kinds import InternalEvent
from assistant.internal_events.of_addresses import AddressLost
from assistant.turns import system_messages
from assistant.turns.context import Known, Outcome
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import log_entries, meetings, silence
from assistant.turns.handlers.concerns import DOUBT
from assistant.turns.internal_events import registry, timing
from assistant.turns.reaching import doubts
from assistant.turns.replies import joining, pages, repeats, texts
from assistant.turns.shared import phones
from storage.inbox.unanswered import HandedOn

CAPTION = timedelta(seconds=10)  # between the words of an album and the rest of it


def decide(known: Known) -> Outcome:
    """What follows from one message of one person."""
    if known.person.merged_id:
        return _merged(known)
    talk = Conversation(known)
    if known.message.kind == Kind.INSIDE:
        return _inside(talk, codec.read(json.loads(known.message.text)))
    _arrived(talk)
    if talk.outcome.reachable is None and not doubts.holds(talk):
        _written(talk)
    return _kept(talk)


def _inside(talk: Conversation, event: InternalEvent) -> Outcome:
    """Something has happened, or it is time. What would be said of it may have to wait until it is
    known whose phone it is."""
    registry.hear(talk, event)
    return doubts.ask(talk.known, event) if doubts.due(talk) else _kept(talk)


def _kept(talk: Conversation) -> Outcome:
    if talk.outcome.about is None and not talk.outcome.taken_back:
        talk.outcome.about = talk.stack.spoken_of
    return talk.keep()


def _arrived(talk: Conversation) -> None:
    match talk.known.message.kind:
        case _ if talk.known.sharers:
            phones.take(talk)
        case _ if doubts.holds(talk):
            doubts.take(talk)
        case Kind.TEXT | Kind.KEYWORD:
            texts.take(talk, talk.text)
        case Kind.BUTTON:
            _button(talk, talk.known.message.text)
        case Kind.BLOCKED | Kind.UNBLOCKED as kind:
            _door(talk, kind)
        case kind:
            _no_words(talk, kind, talk.text)


def _merged(known: Known) -> Outcome:
    """They have turned out to be somebody else, whose this is as well."""
    outcome = Outcome(language=known.person.language)
    if known.message.address_id and known.person.merged_id:
        on = HandedOn(known.message.id, known.person.merged_id, known.message.address_id)
        outcome.handed_on = (on,)
    return outcome


def _door(talk: Conversation, kind: str) -> None:
    """They have shut the door, so they are written to elsewhere; or opened it again."""
    talk.outcome.reachable = kind == Kind.UNBLOCKED
    log_entries.add(talk, kind)
    address = talk.known.address
    if kind == Kind.BLOCKED and address and not address.unreachable_at:
        cause = f"lost:{address.id}:{talk.known.message.id}"
        lost = AddressLost(address.id, "blocked")
        talk.tell(talk.person.id, "", lost, talk.known.now, cause)


def _written(talk: Conversation) -> None:
    """They have written: so they are reached, and may be asked again."""
    timing.heard(talk)
    if talk.known.address and talk.known.address.unreachable_at:
        talk.outcome.reachable = True


def _button(talk: Conversation, data: str) -> None:
    key, _, token = data.partition(":")
    if pages.press(talk, data):
        return None
    run = talk.stack.asked_by(key)
    if talk.stopped and not (run and run.flow.name == DOUBT):
        return None
    if talk.alone and talk.alone.asked == key:
        return meetings.gone(talk, talk.pair_of(talk.alone))
    if run:
        silence.end(talk)
        return talk.take(run, "", token)
    top = talk.stack.top
    if top is None or top.before == key:
        return None  # pressed twice, or late: the first press counts
    silence.end(talk)
    talk.say(system_messages.OLD_BUTTON)
    return talk.ask_again()


def _no_words(talk: Conversation, kind: str, caption: str) -> None:
    if caption.strip() and (kind != Kind.EDITED or texts.counts(talk, caption)):
        return texts.take(talk, caption)
    if kind == Kind.ALBUM and _just_spoke(talk):
        return None
    if talk.stopped or silence.holds(talk):
        return None
    if not talk.known.enrolments and talk.stack.top is None:
        return joining.welcome(talk)
    talk.say(system_messages.EDITED if kind == Kind.EDITED else system_messages.ONLY_WORDS)
    talk.ask_again()
    return repeats.count(talk, kind)


def _just_spoke(talk: Conversation) -> bool:
    """Whether the words under an album's first picture have just been answered."""
    before = talk.known.message.created_at - CAPTION
    return any(run.moved_at and run.moved_at > before for run in talk.stack.runs)
