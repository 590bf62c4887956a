"""What a coordinator does from their own phone."""

from dataclasses import dataclass, field
from typing import Literal

from flows.engine.values import Kept
from flows.events.agreements import TermsApproved
from flows.events.guardians import PaperRecorded
from flows.events.learning import TrainingRecorded


@dataclass(frozen=True)
class Paired:
    """A mentor and a mentee are brought together, for a reason that both read: in the words of the
    coordinator, or for `reasons` that each is told in their own language."""

    mentee: int
    mentor: int
    reason: str
    reasons: Kept = field(default=(), repr=False)
    # Who is asked next, one after the other, and for which reasons, should they not be able to.
    then: tuple[tuple[int, Kept], ...] = field(default=(), repr=False)
    since: str = field(default="", repr=False)  # they are together already, since that day (ISO)


@dataclass(frozen=True)
class HandoverAnswered:
    """Somebody's question is answered, in the coordinator's own words."""

    handover: int
    text: str
    seen: int = 0  # the newest of its repeats that was shown; 0 where that is not known


@dataclass(frozen=True)
class HandoverClosed:
    """Something on the list is done."""

    handover: int
    seen: int = 0


@dataclass(frozen=True)
class HeldSettled:
    """A text between two people that was held goes across, or is kept back."""

    handover: int
    released: bool
    seen: int = 0


@dataclass(frozen=True)
class BroadcastApproved:
    """One text goes to an audience: mentees, mentors, everyone, unmet."""

    audience: str
    text: str


@dataclass(frozen=True)
class BroadcastChanged:
    """A broadcast under way is `held`, goes on (`sending`), or its rest is `dropped`."""

    broadcast: int
    state: str


@dataclass(frozen=True)
class PersonSeen:
    """A coordinator looks up all there is about somebody."""

    person: int


@dataclass(frozen=True)
class TextsRead:
    """A coordinator reads what somebody and those they meet have written to each other."""

    person: int


@dataclass(frozen=True)
class TextWritten:
    """A coordinator's own words to somebody."""

    person: int
    text: str


@dataclass(frozen=True)
class MatchActed:
    """A match is frozen, goes on, or is ended for a reason that only coordinators see; an offered
    one is withdrawn; or texts between the two are switched off, and on again."""

    match: int
    step: Literal["freeze", "lift", "end", "withdraw", "quiet", "loud"]
    people: tuple[int, int]
    reason: str = ""
    safety: bool = False


DeskEvent = (
    Paired
    | HandoverAnswered
    | HandoverClosed
    | HeldSettled
    | BroadcastApproved
    | BroadcastChanged
    | PersonSeen
    | TextWritten
    | TextsRead
    | MatchActed
    | PaperRecorded
    | TermsApproved
    | TrainingRecorded
)
