"""What is taken at whatever hour it comes."""

from typing import get_args

from assistant.internal_events.kinds import (
    ConcernTaken,
    CoordinatorAnswered,
    InternalEvent,
    Invited,
    NobodyYet,
    StillInDoubt,
    Stopped,
)
from assistant.internal_events.of_addresses import AddressLost, ClaimVerified
from assistant.internal_events.of_guardians import (
    GuardianSaid,
)
from assistant.internal_events.of_match import (
    Acted,
    GoesOn,
    Goodbye,
    OnHold,
    Parted,
)
from assistant.internal_events.of_offers import OfferEnded, OfferLapses
from assistant.internal_events.of_other_side import (
    Booked,
    Moved,
    OtherComing,
    OtherLate,
)
from assistant.internal_events.of_phones import PhoneConcern, PhoneStopped, PhoneTaken, Seated
from assistant.internal_events.of_questions import (
    QuestionOverdue,
)
from assistant.internal_events.of_relay import RelayBlocked, RelayFailed, TextRelayed
from assistant.internal_events.of_text_meetings import OfTextMeetings
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import meetings

# At once, or in the outbox until the morning: what is said then is for the hours of a day.
AT_ANY_TIME = (
    *(Invited, CoordinatorAnswered, Stopped, OtherLate, NobodyYet, ConcernTaken, StillInDoubt),
    *(QuestionOverdue, Seated, PhoneTaken, PhoneStopped, PhoneConcern, TextRelayed, GuardianSaid),
    *(Acted, OnHold, GoesOn, Parted, Goodbye, OfferEnded, OfferLapses, AddressLost, ClaimVerified),
    *get_args(OfTextMeetings),  # they have agreed on that hour
)


def at_any_time(talk: Conversation, event: InternalEvent) -> bool:
    """What they asked for just now, or what the morning would be too late for."""
    match event:
        case OtherComing(here=here):
            return bool(here)
        case Moved(slot=slot) | Booked(slot=slot):
            return meetings.soon(slot, talk.person.zone, talk.known.now)
        case _:
            return isinstance(event, AT_ANY_TIME)


def beside_texts(talk: Conversation, event: InternalEvent) -> bool:
    """What is taken while somebody is in a meeting by text: no question, and no reminder."""
    return isinstance(event, RelayBlocked | RelayFailed) or at_any_time(talk, event)
