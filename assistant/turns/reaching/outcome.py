"""What a turn decides about where people are reached."""

from dataclasses import dataclass

from storage.people.claims import NewClaim
from storage.people.merging import Merge


@dataclass(frozen=True)
class Reaching:
    """Of few turns: what changes of their addresses, and of what waits to be sent there."""

    doubted: bool | None = None  # this very address, from now on
    left: tuple[int, ...] = ()  # theirs no more
    anew: bool = False  # what was withheld is sent now
    lost: tuple[int, ...] = ()  # what waits at these is sent here as well
    failed: int = 0  # and what has lately failed at this one
    dropped: bool = False  # what was withheld is for nobody
    claim: NewClaim | None = None
    settled: tuple[int, str] | None = None  # whose claim has come to what
    merge: Merge | None = None
