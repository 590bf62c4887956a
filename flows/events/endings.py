"""What people say when their time together is over."""

from dataclasses import dataclass, field

from flows.engine.values import Facts


@dataclass(frozen=True)
class SurveyGiven:
    """What one side says of a match that has ended, or months later; `about` tells which."""

    ended: int
    about: str
    rating: int | None
    answers: Facts = field(repr=False)


@dataclass(frozen=True)
class AgainWanted:
    """They would like to be brought together with somebody new."""


@dataclass(frozen=True)
class StoryTold:
    """Whether their story may be told: named, nameless, or untold (from now on)."""

    told: str
    words: str


EndingEvent = SurveyGiven | AgainWanted | StoryTold
