"""What may come into somebody's inbox from inside, each kind as it is decided on."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from assistant.internal_events.named import Named
from assistant.internal_events.of_addresses import OfAddresses
from assistant.internal_events.of_agreement import OfAgreement
from assistant.internal_events.of_ending import OfEnding
from assistant.internal_events.of_goals import OfGoals
from assistant.internal_events.of_guardians import OfGuardians
from assistant.internal_events.of_learning import OfLearning
from assistant.internal_events.of_match import OfMatch, OfOffer
from assistant.internal_events.of_milestones import OfMilestones
from assistant.internal_events.of_noticing import OfNoticing
from assistant.internal_events.of_offers import OfBoth, OfTrial
from assistant.internal_events.of_other_side import FromOtherSide
from assistant.internal_events.of_phones import OfPhones
from assistant.internal_events.of_questions import OfQuestions
from assistant.internal_events.of_relay import OfRelay
from assistant.internal_events.of_text_meetings import OfTextMeetings
from flows.engine.values import Facts


@dataclass(frozen=True)
class Invited(Named, kind="invited"):
    """A coordinator has invited them into a programme."""

    programme: int
    role: str
    facts: Facts


@dataclass(frozen=True)
class FellSilent(Named, kind="silent"):
    """A question of theirs has had no answer for a day."""

    run: int


@dataclass(frozen=True)
class StatusDue(Named, kind="waiting"):
    """The day has come by which they were to hear; `since` is the day (ISO) since which they wait,
    or said last that they are still up for it."""

    programme: int | None
    role: str
    since: str | None = None


@dataclass(frozen=True)
class HandoverAdded(Named, kind="asked"):
    """To a coordinator: something has come onto the list that should not wait."""

    handover: int
    programme: int


@dataclass(frozen=True)
class Matched(Named, kind="matched"):
    """They were brought together with somebody."""

    match: int


@dataclass(frozen=True)
class ReminderDue(Named, kind="reminder"):
    """Of a booked meeting; `usual` when it may come later that day, at their usual hour; `again`
    when one came the day before, and False when one more comes."""

    match: int
    slot: str
    usual: bool = False
    again: bool | None = None


@dataclass(frozen=True)
class MeetingOver(Named, kind="after"):
    """`talked` where it is known that they met: by text, and both wrote."""

    match: int
    slot: str
    talked: bool | None = None


@dataclass(frozen=True)
class CheckInDue(Named, kind="check_in"):
    """The check-in of a number; `day` is the ISO day for which it was meant. `usual` when it may
    come later that day, at their usual hour."""

    match: int
    number: int
    day: str | None = None
    usual: bool | None = None


@dataclass(frozen=True)
class AnswerOverdue(Named, kind="unanswered"):
    """The other side has not answered what they proposed, for the `count`th time."""

    match: int
    slot: str
    count: int


@dataclass(frozen=True)
class CoordinatorAnswered(Named, kind="answer"):
    name: str
    words: str


@dataclass(frozen=True)
class PauseOver(Named, kind="back"):
    """The day has come until which they wanted a rest; `late` when this could not be said then."""

    late: bool | None = None


@dataclass(frozen=True)
class Stopped(Named, kind="stopped"):
    """Their carrier has stopped them; `shared` with all who share their phone."""

    shared: bool | None = None


@dataclass(frozen=True)
class NobodyYet(Named, kind="nobody_yet"):
    """Ten minutes after a concern of theirs nobody has it; `staff` was called first."""

    concern: int
    staff: str


@dataclass(frozen=True)
class StillInDoubt(Named, kind="still_in_doubt"):
    """An hour after words that may have meant harm; `message` is where they were written."""

    message: int


@dataclass(frozen=True)
class ConcernTaken(Named, kind="concern_taken"):
    """Somebody has a concern of theirs, and gets in touch with them by then (ISO)."""

    concern: int
    staff: str
    by: str


@dataclass(frozen=True)
class ErasureOrdered(Named, kind="forget"):
    """Whoever runs the product has been asked to erase them."""


InternalEvent = (
    Invited
    | FellSilent
    | StatusDue
    | HandoverAdded
    | Matched
    | FromOtherSide
    | OfAddresses
    | OfMatch
    | OfOffer
    | OfGoals
    | OfBoth
    | OfTrial
    | OfGuardians
    | OfAgreement
    | OfEnding
    | OfPhones
    | OfLearning
    | OfMilestones
    | OfNoticing
    | OfQuestions
    | OfRelay
    | OfTextMeetings
    | ReminderDue
    | MeetingOver
    | CheckInDue
    | AnswerOverdue
    | CoordinatorAnswered
    | PauseOver
    | Stopped
    | NobodyYet
    | StillInDoubt
    | ConcernTaken
    | ErasureOrdered
)


class EventFor(NamedTuple):
    """An internal event for somebody: its cause makes it happen once."""

    person: int
    cause: str
    at: datetime
    event: InternalEvent
    waits: bool = False  # for a question that is open; comes at once when none is
