"""One line from each before two meet for the first time, on what would make it good."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


@dataclass(frozen=True)
class LineAsked(Named, kind="line", what="ask"):
    """Their first meeting is booked, at that instant."""

    match: int
    slot: str


@dataclass(frozen=True)
class LineTold(Named, kind="line", what="told"):
    """The other side has written theirs, and both see both."""

    match: int


@dataclass(frozen=True)
class LinesDue(Named, kind="line", what="due"):
    """It is shortly before the meeting: what the other has written is shown, if it was not."""

    match: int
    slot: str


OfLines = LineAsked | LineTold | LinesDue
