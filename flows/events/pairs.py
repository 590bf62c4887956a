"""What two people who were brought together agree on, and say of it."""

from dataclasses import dataclass, field
from typing import Literal

from flows.engine.values import Facts

# "": it alone, and another time is looked for; "skip": it alone; "move": all of them, for which
# another time is looked for; "end": all of them.
Scope = Literal["", "skip", "move", "end"]


@dataclass(frozen=True)
class SlotProposed:
    """One side can do this time, there, or else the second; wall times of theirs, as are those
    that they refused instead; `place` is as it was said."""

    match: int
    slot: str
    place: str
    second: str = field(default="", repr=False)
    refused: tuple[str, ...] = field(default=(), repr=False)
    # The other's own time, but not where they said.
    elsewhere: bool = field(default=False, repr=False)
    every: str = field(default="", repr=False)  # how often from then on: see `lifecycles.series`


@dataclass(frozen=True)
class SlotAccepted:
    """One side said yes to the very time that the other had proposed; `once` to that one alone of
    a series."""

    match: int
    slot: str
    once: bool = field(default=False, repr=False)


@dataclass(frozen=True)
class MeetingMoved:
    """One side cannot make it at that time, which is an instant in UTC; how much of a series that
    is about, where it is one of a series."""

    match: int
    slot: str
    scope: Scope = field(default="", repr=False)


@dataclass(frozen=True)
class RunningLate:
    """One side will be late at a meeting; by how many minutes, or 0 where that was not said."""

    match: int
    slot: str
    minutes: int


@dataclass(frozen=True)
class OnTheWay:
    """One side says that they will be at a meeting, or that they are."""

    match: int
    slot: str
    here: bool = False


@dataclass(frozen=True)
class FeedbackGiven:
    """What one side says of a meeting or of how it goes.

    `about` is "meeting:<instant>" or "check_in:<number>"; `rating` from 1 to 5.
    """

    match: int
    about: str
    rating: int | None
    answers: Facts


@dataclass(frozen=True)
class SwitchAsked:
    """Somebody would like another person; why, only the coordinator sees."""

    match: int
    reason: str


@dataclass(frozen=True)
class ProgrammeLeft:
    """Somebody leaves the programme for good; why, only the coordinator sees."""

    reason: str


@dataclass(frozen=True)
class TextMeant:
    """Words for the other side, as they are to be passed on."""

    match: int
    words: str


@dataclass(frozen=True)
class TextsSwitched:
    """One side has switched texts between the two off, or on again."""

    match: int
    off: bool


@dataclass(frozen=True)
class GoodbyeSaid:
    """The last words to somebody after a match has ended, which was that one."""

    ended: int
    to: int
    words: str
