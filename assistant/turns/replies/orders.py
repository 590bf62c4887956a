"""A coordinator's orders about somebody by name: WHO tasha, TO tasha see you at five."""

from assistant.turns.conversation import Conversation
from assistant.turns.handlers import silence
from assistant.understanding import orders
from assistant.understanding.intents import INTENTS
from assistant.understanding.keywords import Heard, Keyword
from assistant.understanding.orders import Order
from flows.engine.states import Choice

# What participants would mean by such words.
GIVES_WAY = (Keyword.RELAY, Keyword.INQUIRY, Keyword.ABOUT)


def given(talk: Conversation, text: str, heard: Heard | None) -> bool:
    """Whether the text is an order, which is then followed."""
    if not talk.agreed or (heard and heard.word not in (*GIVES_WAY, *INTENTS)):
        return False
    order = orders.find(text)
    if order is None or not _meant(talk, order, text):
        return False
    _follow(talk, order)
    return True


def _meant(talk: Conversation, order: Order, text: str) -> bool:
    """Where she is writing something only a word in capitals is an order, and never an answer."""
    run = talk.stack.spoken_to()
    if run is None or order.loud:
        return True
    state = run.flow.states[run.standing.state]
    picks = isinstance(state, Choice) and state.other is None
    return picks and not talk.answers(text)


def _follow(talk: Conversation, order: Order) -> None:
    silence.end(talk)
    talk.stack.leave_asides()
    opens = INTENTS[order.intent]
    said = {"said": order.rest} | ({"guessed": True} if order.likely else {})
    talk.push(opens.flow, {**opens.intent.given, **said})
