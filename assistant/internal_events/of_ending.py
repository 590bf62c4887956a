"""The time of two people comes to its last day, and ends: when each of them hears of it."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


class _OfEnding(Named, kind="ending"):
    """About the end of a match."""


@dataclass(frozen=True)
class _Day(_OfEnding):
    """`day` is the last one (ISO), as it was agreed when this was planned."""

    match: int
    day: str


@dataclass(frozen=True)
class Halfway(_Day, what="halfway"):
    """Half of their time is over."""


@dataclass(frozen=True)
class ObjectivesDue(_Day, what="objectives"):
    """At the beginning both say how things are with what the programme is for."""


@dataclass(frozen=True)
class LastMeetingNear(_Day, what="meeting"):
    """It is time for a last meeting."""


@dataclass(frozen=True)
class LastDayCame(_Day, what="day"):
    """It is their last day."""


@dataclass(frozen=True)
class LastDayOver(_Day, what="over"):
    """It was. Both sides are given it: the first to take a turn ends the match."""


@dataclass(frozen=True)
class _Ended(_OfEnding):
    """A match has ended; `name` and `other` are the other side, `role` is their own."""

    match: int
    name: str
    programme: int
    role: str
    other: int


@dataclass(frozen=True)
class Finished(_Ended, what="finished"):
    """As planned; `late`: they rested on their last day, and were asked for no last words."""

    late: bool | None = None


@dataclass(frozen=True)
class SurveyDue(_Ended, what="survey"):
    """Some days after it; `planned`: on a day that both had agreed on."""

    planned: bool


@dataclass(frozen=True)
class FollowUpDue(_Ended, what="follow_up"):
    """Months after it."""


OfEnding = (
    ObjectivesDue
    | Halfway
    | LastMeetingNear
    | LastDayCame
    | LastDayOver
    | Finished
    | SurveyDue
    | FollowUpDue
)
