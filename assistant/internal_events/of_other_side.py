"""What the other side of a match did, each kind as it is told."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


@dataclass(frozen=True)
class _OtherSide(Named, kind="meeting"):
    """What the other side of a match did; `name` is theirs."""

    match: int
    name: str


@dataclass(frozen=True)
class Proposed(_OtherSide, what="proposed"):
    """`second` is another time that would suit them, too."""

    slot: str
    second: str | None = None


@dataclass(frozen=True)
class StillAsking(_OtherSide, what="asking"):
    """What they proposed has had no answer."""

    slot: str


@dataclass(frozen=True)
class Booked(_OtherSide, what="booked"):
    slot: str


@dataclass(frozen=True)
class Moved(_OtherSide, what="moved"):
    """`scope`, where it is one of a series: "skip", it alone; "move" and "end", all of them."""

    slot: str
    scope: str | None = None


@dataclass(frozen=True)
class OtherLate(_OtherSide, what="late"):
    """`minutes` is 0 where they did not say."""

    slot: str
    minutes: int


@dataclass(frozen=True)
class OtherComing(_OtherSide, what="coming"):
    slot: str
    here: bool | None = None  # is there already


@dataclass(frozen=True)
class OtherPaused(_OtherSide, what="rest"):
    """`until` is an ISO day; a meeting before it is "off" or "kept"."""

    slot: str
    until: str
    stands: str | None = None


@dataclass(frozen=True)
class OtherBack(_OtherSide, what="back"):
    slot: str


@dataclass(frozen=True)
class OtherLeft(_OtherSide, what="gone"):
    slot: str | None = None


UnderWay = OtherLate | OtherComing
FromOtherSide = (
    Proposed | StillAsking | Booked | Moved | UnderWay | OtherPaused | OtherBack | OtherLeft
)
