"""What the other side of a match did, each kind as it is told."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class _OtherSide:
    """What the other side of a match did; `name` is theirs."""

    kind: ClassVar[str] = "meeting"
    match: int
    name: str


@dataclass(frozen=True)
class Proposed(_OtherSide):
    """`second` is another time that would suit them, too."""

    what: ClassVar[str] = "proposed"
    slot: str
    second: str | None = None


@dataclass(frozen=True)
class StillAsking(_OtherSide):
    """What they proposed has had no answer."""

    what: ClassVar[str] = "asking"
    slot: str


@dataclass(frozen=True)
class Booked(_OtherSide):
    what: ClassVar[str] = "booked"
    slot: str


@dataclass(frozen=True)
class Moved(_OtherSide):
    what: ClassVar[str] = "moved"
    slot: str


@dataclass(frozen=True)
class OtherLate(_OtherSide):
    """`minutes` is 0 where they did not say."""

    what: ClassVar[str] = "late"
    slot: str
    minutes: int


@dataclass(frozen=True)
class OtherComing(_OtherSide):
    what: ClassVar[str] = "coming"
    slot: str


@dataclass(frozen=True)
class OtherPaused(_OtherSide):
    """`until` is an ISO day; a meeting before it is "off" or "kept"."""

    what: ClassVar[str] = "rest"
    slot: str
    until: str
    stands: str | None = None


@dataclass(frozen=True)
class OtherBack(_OtherSide):
    what: ClassVar[str] = "back"
    slot: str


@dataclass(frozen=True)
class OtherLeft(_OtherSide):
    what: ClassVar[str] = "gone"
    slot: str | None = None


UnderWay = OtherLate | OtherComing
FromOtherSide = (
    Proposed | StillAsking | Booked | Moved | UnderWay | OtherPaused | OtherBack | OtherLeft
)
