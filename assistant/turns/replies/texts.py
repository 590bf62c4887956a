"""A text: which part of what somebody typed is heard first."""

from collections.abc import Sequence

from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import log_entries
from assistant.turns.handlers.leaving import rights
from assistant.turns.reaching import claiming
from assistant.turns.replies import (
    concerns,
    crossing,
    joining,
    keywords,
    late,
    orders,
    outside,
    pages,
    records,
    repeats,
    words,
)
from assistant.understanding import machines, reactions
from assistant.understanding.keywords import Heard, Keyword, hear

NEVER_ANSWERS = (Keyword.STOP, Keyword.DOUBT, Keyword.START)


def take(talk: Conversation, text: str) -> None:
    if kind := _of_a_phone(talk, text):
        return log_entries.add(talk, kind)
    if pages.hear(talk, text) or records.hear(talk, text):
        return None
    if crossing.to_the_other(talk, text) or concerns.hear(talk, text):
        return None
    heard = hear(text, talk.language, asked=talk.stack.top is not None)
    held_up = talk.known.rare.late.get(talk.known.message.id)
    if held_up and late.overtaken(talk, held_up, heard):
        return late.ask(talk)
    if heard and heard.word == Keyword.START and heard.rest == "yes" and not talk.stopped:
        heard = None  # a carrier's word for coming back is an ordinary word to who never left
    if talk.stopped:
        return _of_the_stopped(talk, heard)
    return _of_a_person(talk, text, heard)


def _of_a_person(talk: Conversation, text: str, heard: Heard | None) -> None:
    if talk.coordinates and orders.given(talk, text, heard):
        return None
    if claiming.hear(talk, text):
        return None
    if crossing.told(talk, text, heard):
        return None
    if heard and (heard.word in NEVER_ANSWERS or not talk.offers(text)):
        return keywords.obey(talk, heard)
    if (joined := joining.find(talk.known, text)) is not None:
        return joining.join(talk, joined)
    return words.hear(talk, text)


def _of_a_phone(talk: Conversation, text: str) -> str:
    """What a phone wrote for somebody, or a carrier brought twice: it changes nothing, and nothing
    is said."""
    if talk.known.message.id in talk.known.rare.twice:
        return "came twice"
    if quote := reactions.find(text):
        return "reacted" if reactions.is_one(quote, _told(talk)) else ""
    if reactions.attachment(text):
        return "reacted"
    if not machines.speaks(text):
        return ""
    writes = talk.stack.top and talk.stack.top.flow.name == "broadcast"  # in whatever words
    return "" if writes else "answered by a machine"


def _told(talk: Conversation) -> Sequence[str]:
    return talk.known.rare.told.get(talk.known.message.id, ())


def _of_the_stopped(talk: Conversation, heard: Heard | None) -> None:
    """Who has stopped hears nothing, but for HELP, and START, which asks for consent anew."""
    log_entries.add(talk, "heard while stopped")
    match heard.word if heard else None:
        case Keyword.HELP:
            talk.outcome.compliance = talk.outcome.helped = True
            keywords.help_(talk)
            repeats.count(talk, talk.known.message.text)
        case Keyword.START if rights.erasing(talk):
            talk.outcome.compliance = True
            talk.say(system_messages.STILL_ERASING)
            repeats.count(talk, talk.known.message.text)
        case Keyword.START:
            talk.outcome.person["stopped_at"] = None
            log_entries.add(talk, "started again")
            joining.again(talk)
        case Keyword.BACK:
            outside.come_back(talk)
        case Keyword.INQUIRY if heard and heard.rest == "return":
            outside.come_back(talk)
        case _:
            concerns.listen(talk, talk.text)


def counts(talk: Conversation, text: str) -> bool:
    """Whether words that were changed need a person now, or say STOP, or perhaps."""
    if concerns.scan(talk, text):
        return True
    heard = hear(text, talk.language, asked=talk.stack.top is not None)
    return heard is not None and heard.word in (Keyword.STOP, Keyword.DOUBT)
