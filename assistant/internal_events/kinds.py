"""What may come into somebody's inbox from inside, each kind as it is decided on."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, NamedTuple

from assistant.internal_events.of_guardians import OfGuardians
from assistant.internal_events.of_match import OfMatch, OfOffer
from assistant.internal_events.of_other_side import FromOtherSide
from flows.engine.values import Facts


@dataclass(frozen=True)
class Invited:
    """A coordinator has invited them into a programme."""

    kind: ClassVar[str] = "invited"
    programme: int
    role: str
    facts: Facts


@dataclass(frozen=True)
class FellSilent:
    """A question of theirs has had no answer for a day."""

    kind: ClassVar[str] = "silent"
    run: int


@dataclass(frozen=True)
class StatusDue:
    """The day has come by which they were to hear."""

    kind: ClassVar[str] = "waiting"
    programme: int | None
    role: str


@dataclass(frozen=True)
class HandoverAdded:
    """To a coordinator: something has come onto the list that should not wait."""

    kind: ClassVar[str] = "asked"
    handover: int
    programme: int


@dataclass(frozen=True)
class Matched:
    """They were brought together with somebody."""

    kind: ClassVar[str] = "matched"
    match: int


@dataclass(frozen=True)
class ReminderDue:
    """Of a booked meeting; `usual` when it may come later that day, at their usual hour."""

    kind: ClassVar[str] = "reminder"
    match: int
    slot: str
    usual: bool = False


@dataclass(frozen=True)
class MeetingOver:
    kind: ClassVar[str] = "after"
    match: int
    slot: str


@dataclass(frozen=True)
class CheckInDue:
    """The check-in of a number; `day` is the ISO day for which it was meant."""

    kind: ClassVar[str] = "check_in"
    match: int
    number: int
    day: str | None = None


@dataclass(frozen=True)
class AnswerOverdue:
    """The other side has not answered what they proposed, for the `count`th time."""

    kind: ClassVar[str] = "unanswered"
    match: int
    slot: str
    count: int


@dataclass(frozen=True)
class CoordinatorAnswered:
    kind: ClassVar[str] = "answer"
    name: str
    words: str


@dataclass(frozen=True)
class PauseOver:
    """The day has come until which they wanted a rest; `late` when this could not be said then."""

    kind: ClassVar[str] = "back"
    late: bool | None = None


@dataclass(frozen=True)
class Stopped:
    """Their carrier has stopped them."""

    kind: ClassVar[str] = "stopped"


@dataclass(frozen=True)
class NobodyYet:
    """Ten minutes after a concern of theirs nobody has it; `staff` was called first."""

    kind: ClassVar[str] = "nobody_yet"
    concern: int
    staff: str


@dataclass(frozen=True)
class StillInDoubt:
    """An hour after words that may have meant harm; `message` is where they were written."""

    kind: ClassVar[str] = "still_in_doubt"
    message: int


@dataclass(frozen=True)
class ConcernTaken:
    """Somebody has a concern of theirs, and gets in touch with them by then (ISO)."""

    kind: ClassVar[str] = "concern_taken"
    concern: int
    staff: str
    by: str


@dataclass(frozen=True)
class ErasureOrdered:
    """Whoever runs the product has been asked to erase them."""

    kind: ClassVar[str] = "forget"


InternalEvent = (
    Invited
    | FellSilent
    | StatusDue
    | HandoverAdded
    | Matched
    | FromOtherSide
    | OfMatch
    | OfOffer
    | OfGuardians
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
