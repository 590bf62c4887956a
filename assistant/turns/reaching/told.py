"""What happens to addresses: one is lost, one is claimed, one is new."""

import json
from typing import assert_never

from assistant.internal_events.of_addresses import (
    AddressLost,
    AddressMoved,
    ClaimMade,
    ClaimRefused,
    ClaimVerified,
    OfAddresses,
    StillUnanswered,
)
from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.internal_events import timing
from assistant.turns.reaching import deciding, known, texts
from assistant.turns.reaching.outcome import Reaching
from storage.people import claims


def hear(talk: Conversation, event: OfAddresses) -> None:
    match event:
        case AddressLost():
            _lost(talk, event)
        case StillUnanswered(address):
            _unanswered(talk, address)
        case ClaimMade():
            _claimed(talk, event)
        case ClaimVerified(newcomer):
            _verified(talk, newcomer)
        case ClaimRefused():
            _refused(talk)
        case AddressMoved():
            _moved(talk, event)
        case _:
            assert_never(event)


def of_the_stopped(talk: Conversation, event: OfAddresses) -> None:
    """Who has opted out gets no text; a new number of theirs hears once how to come back."""
    match event:
        case ClaimVerified(newcomer):
            _verified(talk, newcomer)
        case AddressMoved():
            talk.outcome.compliance = True
            talk.say(system_messages.COME_BACK)


def _lost(talk: Conversation, event: AddressLost) -> None:
    """They are written to at another address of theirs, which says why; where there is none, a
    coordinator finds out."""
    there = talk.known.address
    if there and there.id == event.address:
        return None  # they have written from it since
    if there is None:
        return _nowhere(talk, event)
    talk.outcome.reaching = Reaching(lost=(event.address,), failed=event.address)
    if event.again:
        return None
    talk.outcome.by_day = True
    sms = known.is_number(there.channel)
    talk.say(texts.NOT_BY_TELEGRAM if sms else texts.NOT_BY_SMS)
    return talk.ask_again()


def _nowhere(talk: Conversation, event: AddressLost) -> None:
    talk.outcome.reaching = Reaching(dropped=event.why == "another")
    named = any(one.profile.get("invited") for one in talk.known.enrolments)
    if event.again or not (talk.agreed or named):
        return
    talk.outcome.person["echo"] = {**(talk.person.echo or {}), "unheard": True}
    talk.hand_over("no_channel", json.dumps({"why": event.why}))


def _unanswered(talk: Conversation, address: int) -> None:
    there = talk.known.address
    if there and there.id == address and there.doubted_at:
        talk.hand_over("still_silent", "")


def _claimed(talk: Conversation, event: ClaimMade) -> None:
    """Only a phone that is surely theirs is asked whether the new one is."""
    there = talk.known.address
    if there is None or there.doubted_at or there.shared_id or not talk.agreed:
        return
    if known.silent(talk) or not timing.free(talk, event):
        return
    talk.outcome.by_day = True
    given = {"newcomer": event.newcomer, "by": event.by, "ends": event.ends}
    talk.push("claimed", given)


def _verified(talk: Conversation, newcomer: int) -> None:
    found = known.claimed(talk, newcomer)
    if found and found.state == claims.OPEN:
        deciding.merge(talk, newcomer, found, claims.COORDINATOR)


def _refused(talk: Conversation) -> None:
    """The same where we know nobody of that name and where we do."""
    talk.outcome.reaching = Reaching(settled=(talk.person.id, claims.REFUSED))
    talk.outcome.person["echo"] = None
    talk.outcome.by_day = True
    if programme := next(iter(talk.known.programmes.values()), None):
        named = {"programme": programme.name, "keyword": programme.keyword.upper()}
        talk.say(texts.NOT_SURE, **named)


def _moved(talk: Conversation, event: AddressMoved) -> None:
    """To who they are known to be, where they write from now."""
    there = talk.known.address
    if there is None or there.id != event.address:
        return
    talk.outcome.reaching = Reaching(lost=tuple(event.left), anew=True)
    talk.outcome.by_day = True
    talk.say(texts.HERE_NOW)
    talk.ask_again()
