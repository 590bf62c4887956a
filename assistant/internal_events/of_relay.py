"""What goes from one of a match to the other in their own words, and what has become of it."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


@dataclass(frozen=True)
class _OfRelay(Named, kind="relay"):
    """Of a text between the two of a match; `name` is the other side's."""

    match: int
    name: str


@dataclass(frozen=True)
class TextRelayed(_OfRelay, what="text"):
    """The other side's words; `message` is by which they came, `first` that none came before."""

    words: str
    message: int
    first: bool = False


@dataclass(frozen=True)
class RelayBlocked(_OfRelay, what="blocked"):
    """A coordinator has not passed on a text of theirs, of which they know that it was held."""


@dataclass(frozen=True)
class RelayFailed(_OfRelay, what="failed"):
    """A text of theirs did not arrive."""


OfRelay = TextRelayed | RelayBlocked | RelayFailed
