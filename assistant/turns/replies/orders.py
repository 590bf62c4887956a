"""A coordinator's orders about somebody by name: WHO tasha, TO tasha see you at five."""

from dataclasses import replace

from assistant.turns.conversation import Conversation
from assistant.turns.handlers import silence
from assistant.understanding import orders
from assistant.understanding.intents import INTENTS
from assistant.understanding.keywords import Heard, Keyword, is_courtesy
from assistant.understanding.orders import Order
from flows.coordinator import naming
from flows.engine.states import Choice

# What participants would mean by such words.
GIVES_WAY = (Keyword.RELAY, Keyword.INQUIRY, Keyword.ABOUT)
ASKS_FOR_A_NAME = (("person", "name"), ("training", "name"))


def given(talk: Conversation, text: str, heard: Heard | None) -> bool:
    """Whether the text is an order, which is then followed."""
    if not talk.agreed or (heard and not _gives_way(heard)):
        return False
    order = orders.find(text)
    order = order and _meant(talk, order, text)
    if order is None:
        return False
    _follow(talk, order)
    return True


def _gives_way(heard: Heard) -> bool:
    """Whether it is an order that was meant and not what was heard: "text everyone" is heard
    surely, and is about nobody."""
    if heard.word not in INTENTS:
        return heard.word in GIVES_WAY
    intent = INTENTS[heard.word].intent
    return not (heard.sure and intent.coordinator) or bool(intent.printed and heard.rest)


def _meant(talk: Conversation, order: Order, text: str) -> Order | None:
    """The order, if it is one. Where she is writing something only a word in capitals is, and
    never an answer; where her own words would be sent, one about somebody whom she names."""
    run = talk.stack.spoken_to()
    if order.named and not _names(talk, order):
        return None
    if run is None or order.loud or (run.flow.name, run.standing.state) in ASKS_FOR_A_NAME:
        return order
    state = run.flow.states[run.standing.state]
    if not isinstance(state, Choice):
        return None
    if state.other is not None:
        return replace(order, likely=True) if _names(talk, order, only=True) else None
    return None if talk.answers(text) else order


def _names(talk: Conversation, order: Order, *, only: bool = False) -> bool:
    """Whether somebody's name comes after the word of an order; and nothing else than names, or
    what is to be told them."""
    programme = talk.home()[0]
    known = talk.everybody(programme).known if programme is not None else ()
    people = [{"name": one.name} for one in known if one.name]
    found = naming.find(order.rest, people)
    if not found.people or not found.sure:
        return False
    after = naming.with_more(found, people).rest
    return not only or order.intent == "to" or is_courtesy(after, talk.language)


def _follow(talk: Conversation, order: Order) -> None:
    silence.end(talk)
    talk.stack.leave_looks()
    opens = INTENTS[order.intent]
    said: dict[str, object] = {"said": order.rest}
    said |= {"guessed": True} if order.likely else {}
    said |= {"each": True} if order.intent == "to" else {}
    talk.push(opens.flow, {**opens.intent.given, **said})
