"""What somebody wants of the programme: their language, a pause, fewer texts, none at all."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LanguageChanged:
    language: str


@dataclass(frozen=True)
class ZoneTold:
    """Somebody said where they are, as the IANA zone whose clock is theirs."""

    zone: str


@dataclass(frozen=True)
class ProgrammeChosen:
    """A stranger said which programme they mean."""

    programme: int


@dataclass(frozen=True)
class HelpAsked:
    """A question for the coordinator; `unclear` when misunderstandings led to it."""

    text: str
    unclear: bool = False


@dataclass(frozen=True)
class Eased:
    """Words that sounded like harm were only an expression; or the answer to what was asked
    before."""

    answer: str = ""


@dataclass(frozen=True)
class NotSafe:
    """Words that sounded like harm meant it: those words, of which kind, about whom, and the
    match whose other side that is; 0 is none."""

    said: str
    what: str
    about: str
    match: int = 0


@dataclass(frozen=True)
class StopConfirmed:
    """Asked whether they meant it, the person did, or is not the one we write to."""

    wrong_number: bool = False


@dataclass(frozen=True)
class StopDenied:
    """Asked whether they meant it, the person did not."""


@dataclass(frozen=True)
class Paused:
    """Nothing is to happen to them before that day, in ISO, but for the meeting that is booked in
    the match they `keep`; 0 is none."""

    until: str
    keeps: int = 0


@dataclass(frozen=True)
class PauseEnded:
    """They are back before the day that they had named."""


@dataclass(frozen=True)
class FewerWanted:
    """As few proactive texts as there can be; `fewer` is False when that is over."""

    fewer: bool


@dataclass(frozen=True)
class DataForgotten:
    """All that is kept of them is to be erased: asked whether they are sure, they were."""


@dataclass(frozen=True)
class AnswerMeant:
    """What sounded like an intent was the answer to the open question after all."""

    text: str


PeopleEvent = (
    AnswerMeant
    | LanguageChanged
    | ZoneTold
    | ProgrammeChosen
    | HelpAsked
    | Eased
    | NotSafe
    | StopConfirmed
    | StopDenied
    | DataForgotten
    | Paused
    | PauseEnded
    | FewerWanted
)
