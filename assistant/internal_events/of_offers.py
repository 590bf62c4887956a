"""What happens in an offer that both are asked about, each kind as it is told."""

from dataclasses import dataclass

from assistant.internal_events.named import Named
from assistant.internal_events.of_lines import OfLines


@dataclass(frozen=True)
class MentorFound(Named, kind="mentor_found"):
    """To who looks for help: a mentor would gladly."""

    match: int


@dataclass(frozen=True)
class OfferReminder(Named, kind="offer_reminder"):
    """A day has gone since they were asked; `by` (ISO) is the time that they still have."""

    match: int
    by: str


@dataclass(frozen=True)
class OfferLapses(Named, kind="offer_lapses"):
    """The time is over that they had."""

    match: int
    by: str


@dataclass(frozen=True)
class OfferEnded(Named, kind="offer_ended"):
    """To who looks for help: nothing comes of an offer, and the next of the list is asked; or
    nobody any more (`halt`), since the coordinator has taken it back. `waits`: they have asked
    something, and wait for the answer."""

    match: int
    programme: int
    halt: bool = False
    waits: bool = False


@dataclass(frozen=True)
class OfferWaits(Named, kind="offer_waits"):
    """To a mentor who would gladly: by now they were to hear what the other says."""

    match: int


@dataclass(frozen=True)
class LookingOn(Named, kind="looking_on"):
    """To a mentor who would gladly: it is nobody's fault, and somebody else is looked for."""

    match: int
    programme: int


@dataclass(frozen=True)
class QuestionAsked(Named, kind="offer_question"):
    """The other would like to know something first, and has `left` days when they know it."""

    match: int
    words: str
    left: int


@dataclass(frozen=True)
class QuestionAnswered(Named, kind="offer_answer"):
    """The other has answered their question, or ("") would rather not."""

    match: int
    words: str
    left: int


@dataclass(frozen=True)
class NoAnswer(Named, kind="offer_no_answer"):
    """The question that they asked has had no answer by then (ISO)."""

    match: int
    left: int
    by: str


@dataclass(frozen=True)
class StillUpOverdue(Named, kind="still_up_overdue"):
    """A mentor who waits was asked whether they are still up for it, and has not said."""

    programme: int


@dataclass(frozen=True)
class TrialAsk(Named, kind="trial", what="ask"):
    """They have met, and have not said whether they keep it, for the `count`th time; or (0) were
    not sure."""

    match: int
    count: int


@dataclass(frozen=True)
class TrialWaits(Named, kind="trial", what="waits"):
    """They keep it, and were to hear by now how it stands."""

    match: int


@dataclass(frozen=True)
class TrialKept(Named, kind="trial", what="kept"):
    """Both keep it."""

    match: int


@dataclass(frozen=True)
class TrialOver(Named, kind="trial", what="over"):
    """They do not go on; `name` is the other's, `programme` and `role` those in which they wait."""

    match: int
    name: str
    programme: int
    role: str


@dataclass(frozen=True)
class PairRecorded(Named, kind="recorded"):
    """A coordinator has recorded that they are together already."""

    match: int


OfTrial = PairRecorded | TrialAsk | TrialWaits | TrialKept | TrialOver | OfLines
OfBoth = (
    MentorFound
    | OfferReminder
    | OfferLapses
    | OfferEnded
    | OfferWaits
    | LookingOn
    | QuestionAsked
    | QuestionAnswered
    | NoAnswer
    | StillUpOverdue
)
