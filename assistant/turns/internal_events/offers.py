"""To a mentor: whom they are asked about, that this still stands, or that it is off."""

from typing import assert_never

from assistant.internal_events.of_match import Offered, OfferOverdue, OfferWithdrawn, OfOffer
from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import offers
from assistant.turns.internal_events import other_side, timing
from assistant.turns.offering import told
from flows.lifecycles.offer import Stage

REMINDED = 1  # then it is the coordinator's


def hear(talk: Conversation, event: OfOffer) -> None:
    match event:
        case Offered():
            _offered(talk, event)
        case OfferOverdue():
            _overdue(talk, event)
        case OfferWithdrawn():
            _withdrawn(talk, event)
        case _:
            assert_never(event)


def _offered(talk: Conversation, event: Offered) -> None:
    pair = talk.offered.get(event.match)
    if pair is not None and pair.stage is not Stage.NONE:
        return told.found(talk, pair, event)
    if pair is not None and timing.free(talk, event):
        offers.ask(talk, pair, 1)
    return None


def _overdue(talk: Conversation, event: OfferOverdue) -> None:
    """They are asked once more; silent again, a person asks them."""
    pair = talk.offered.get(event.match)
    if pair is None or pair.stage is not Stage.NONE:
        return None
    if event.count > REMINDED:
        return talk.hand_over("offer_silent", "", pair.id)
    if timing.free(talk, event) and timing.affordable(talk, event):
        talk.close_about(pair.id, (offers.FLOW,))
        talk.say(system_messages.NUDGE)
        offers.ask(talk, pair, event.count + 1)
    return None


def _withdrawn(talk: Conversation, event: OfferWithdrawn) -> None:
    asked = any(run.flow.name == offers.FLOW for run in talk.stack.runs if not run.closed)
    if asked:
        shown = {"other": event.name}
        other_side.instead(talk, event.match, system_messages.OFFER_OFF, shown, (offers.FLOW,))
