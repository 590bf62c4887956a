"""What a conversation can establish."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ConsentGiven:
    """The person agreed to be written to."""


@dataclass(frozen=True)
class ConsentDeclined:
    """The person said no to being written to."""


@dataclass(frozen=True)
class WrongPerson:
    """Somebody else answered at the address of an invitation."""


@dataclass(frozen=True)
class UnderAge:
    """The person is younger than the programme takes."""


@dataclass(frozen=True)
class ProfileCompleted:
    """The intake is over; `answers` by question, None where it was left."""

    answers: Mapping[str, Any]


@dataclass(frozen=True)
class AnswerChanged:
    """One answer of the profile, given anew, with what was said beside it."""

    question: str
    answer: Any
    note: str = ""


@dataclass(frozen=True)
class LanguageChanged:
    language: str


@dataclass(frozen=True)
class ProgrammeChosen:
    """A stranger said which programme they mean."""

    programme: int


@dataclass(frozen=True)
class GoalSet:
    goal: str
    measure: str | None
    step: str | None
    by: str | None  # an ISO day
    replaces: int | None = None  # the goal that this one is in the place of


@dataclass(frozen=True)
class GoalRated:
    goal_id: int
    progress: int  # 1 to 5
    note: str = ""


@dataclass(frozen=True)
class GoalClosed:
    """`state` is achieved, changed or dropped."""

    goal_id: int
    state: str


@dataclass(frozen=True)
class HelpAsked:
    """A question for the coordinator; `unclear` when misunderstandings led to it."""

    text: str
    unclear: bool = False


@dataclass(frozen=True)
class StopConfirmed:
    """Asked whether they meant it, the person did."""


@dataclass(frozen=True)
class StopDenied:
    """Asked whether they meant it, the person did not."""


Event = (
    ConsentGiven
    | ConsentDeclined
    | WrongPerson
    | UnderAge
    | ProfileCompleted
    | AnswerChanged
    | LanguageChanged
    | ProgrammeChosen
    | GoalSet
    | GoalRated
    | GoalClosed
    | HelpAsked
    | StopConfirmed
    | StopDenied
)
