"""What the product noticed about two people by itself."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


class _OfNoticing(Named, kind="noticing"):
    """Nobody did anything: that is what was noticed."""


@dataclass(frozen=True)
class Unheard(_OfNoticing, what="unheard"):
    """They have left the other side without an answer since then (ISO)."""

    match: int
    since: str


@dataclass(frozen=True)
class StillUnheard(_OfNoticing, what="still_unheard"):
    """The other side has left them without an answer since then (ISO): the `step` that is due;
    a person looks at it on that day."""

    match: int
    since: str
    step: int
    day: str = ""


@dataclass(frozen=True)
class WorthALook(_OfNoticing, what="look"):
    """To one of the two, who hears nothing of it: `about` is unbooked or no_contact."""

    match: int
    about: str
    since: str


OfNoticing = Unheard | StillUnheard | WorthALook
