"""What follows from what is said of addresses: whose a phone is, who writes from a new one."""

from typing import assert_never

from assistant.internal_events.of_addresses import (
    AddressLost,
    AddressMoved,
    ClaimRefused,
    ClaimVerified,
)
from assistant.schedule import quiet_hours
from assistant.turns import settled
from assistant.turns.handlers import log_entries
from assistant.turns.open_runs import Open
from assistant.turns.reaching import claiming, known, texts
from assistant.turns.reaching.outcome import Reaching
from assistant.turns.talk import Talk
from flows.events.addresses import (
    AddressesEvent,
    ClaimAnswered,
    ClaimSettled,
    NumberClaimed,
    PhoneConfirmed,
)
from storage.people import claims
from storage.people.claims import Claimed
from storage.people.merging import Merge


def apply(talk: Talk, run: Open, event: AddressesEvent) -> None:
    match event:
        case NumberClaimed(name):
            claiming.claim(talk, run, name)
        case PhoneConfirmed(theirs):
            _theirs(talk) if theirs else _not_theirs(talk)
        case ClaimAnswered():
            _answered(talk, event)
        case ClaimSettled():
            _settle(talk, event)
        case _:
            assert_never(event)


def _theirs(talk: Talk) -> None:
    """What was withheld goes out, in its order."""
    talk.outcome.reaching = Reaching(doubted=False, anew=True)


def _not_theirs(talk: Talk) -> None:
    """Nothing more goes there; what comes from there is from somebody else."""
    if address := talk.known.address:
        talk.outcome.reaching = Reaching(left=(address.id,))
        lost = AddressLost(address.id, "another")
        talk.tell(talk.person.id, "", lost, talk.known.now, f"lost:{address.id}")
        log_entries.add(talk, "phone of somebody else")


def _settle(talk: Talk, event: ClaimSettled) -> None:
    """A coordinator knows who it is, or that it is nobody."""
    asked = talk.waiting(event.handover)
    if asked is None or asked.kind != "claim":
        return
    talk.outcome.done += tuple(one.id for one in settled.shown(talk, event.handover, event.seen))
    if event.person:
        talk.tell(event.person, "", ClaimVerified(asked.person_id), talk.known.now)
    else:
        talk.tell(asked.person_id, "", ClaimRefused(), talk.known.now)


def _answered(talk: Talk, event: ClaimAnswered) -> None:
    found = known.claimed(talk, event.newcomer)
    if found is None or found.state != claims.OPEN:
        return talk.say(texts.SETTLED_ALREADY)
    if not event.mine:
        return talk.hand_over("claim_denied", "")
    if merge(talk, event.newcomer, found, claims.PHONE):
        talk.hand_over("number_moved", "")
    return None


def merge(talk: Talk, newcomer: int, found: Claimed, by: str) -> bool:
    """They are one: whoever writes from the new address is them. Whether that can be."""
    if found.own or found.stopped or newcomer == talk.person.id:
        talk.outcome.reaching = Reaching(settled=(newcomer, claims.VOID))
        talk.hand_over("claim_void", "")
        return False
    alike = known.is_number(found.channel)
    left = tuple(one.id for one in known.own(talk) if known.is_number(one.channel) == alike)
    one = Merge(talk.person.id, newcomer, found.address_id, left, by)
    talk.outcome.reaching = Reaching(merge=one)
    for run in talk.stack.runs:
        if run.flow.name == "claimed":
            run.close()
    if by == claims.PHONE or _hears(talk):
        address, talk.outcome.compliance = talk.known.address, True  # it stays where it is
        talk.say(texts.MOVES_ON if address and address.id in left else texts.BESIDE)
    moved = AddressMoved(found.address_id, list(left))
    at = quiet_hours.within(talk.known.now, talk.person.zone)
    talk.tell(talk.person.id, "", moved, at, f"moved:{found.address_id}:{talk.known.message.id}")
    log_entries.add(talk, "address moved")
    return True


def _hears(talk: Talk) -> bool:
    """Whether the old phone is told: not where it is perhaps somebody else's, or shared."""
    address = talk.known.address
    if address is None or address.doubted_at or address.shared_id or talk.stopped:
        return False
    talk.outcome.by_day = True
    return not known.silent(talk)
