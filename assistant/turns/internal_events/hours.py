"""What is taken at whatever hour it comes."""

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
from assistant.internal_events.of_relay import TextRelayed
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import meetings


def at_any_time(talk: Conversation, event: InternalEvent) -> bool:
    """What they asked for just now, or what the morning would be too late for."""
    match event:
        case Invited() | CoordinatorAnswered() | Stopped() | OtherLate() | OtherComing(here=True):
            return True
        case NobodyYet() | ConcernTaken() | StillInDoubt() | QuestionOverdue():
            return True
        case Seated() | PhoneTaken() | PhoneStopped() | PhoneConcern() | TextRelayed():
            return True  # the other's words wait for the morning in the outbox, in their order
        case GuardianSaid():
            return True  # it holds at once, and is said in the hours of a day
        case Acted() | OnHold() | GoesOn() | Parted() | Goodbye() | AddressLost() | ClaimVerified():
            return True  # what is said then waits for the morning
        case OfferEnded() | OfferLapses():
            return True  # the same
        case Moved(slot=slot) | Booked(slot=slot):
            return meetings.soon(slot, talk.person.zone, talk.known.now)
        case _:
            return False
