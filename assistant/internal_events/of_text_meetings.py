"""A meeting by text begins, is to be longer, and ends."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


@dataclass(frozen=True)
class TextMeetingBegins(Named, kind="text_meeting", what="begins"):
    """The time has come: from now on what they write goes straight across."""

    match: int
    slot: str


@dataclass(frozen=True)
class TextMeetingLonger(Named, kind="text_meeting", what="longer"):
    """The other side, whose name it is, would like more time: it ends then (ISO)."""

    match: int
    name: str
    ends: str


@dataclass(frozen=True)
class TextMeetingEnds(Named, kind="text_meeting", what="ends"):
    """It ends then (ISO), unless one of the two has wished for more time since."""

    match: int
    slot: str
    ends: str


OfTextMeetings = TextMeetingBegins | TextMeetingLonger | TextMeetingEnds
