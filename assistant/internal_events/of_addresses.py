"""What happens to the ways in which somebody is reached."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.internal_events.named import Named


class _OfAddresses(Named, kind="address"):
    """Of where somebody is written to."""


@dataclass(frozen=True)
class AddressLost(_OfAddresses, what="lost"):
    """Nothing arrives at that address any more: `why` is blocked, number, failed, or another, where
    somebody else has it; `again` that one more text has failed there since."""

    address: int
    why: str
    again: bool = False


@dataclass(frozen=True)
class StillUnanswered(_OfAddresses, what="still_unanswered"):
    """They have not said whether that address is still theirs."""

    address: int


@dataclass(frozen=True)
class ClaimMade(_OfAddresses, what="claim"):
    """Somebody says that they are them, with a new address: `by` is its channel, `ends` the last
    digits of a number."""

    newcomer: int
    by: str
    ends: str = field(default="", repr=False)


@dataclass(frozen=True)
class ClaimVerified(_OfAddresses, what="verified"):
    """A coordinator knows that it is them."""

    newcomer: int


@dataclass(frozen=True)
class ClaimRefused(_OfAddresses, what="refused"):
    """To who claims to be somebody: a coordinator does not know them, or nothing can come of it."""


@dataclass(frozen=True)
class AddressMoved(_OfAddresses, what="moved"):
    """They are written to at this new address now; `left` are those that are theirs no more."""

    address: int
    left: Sequence[int]


OfAddresses = (
    AddressLost | StillUnanswered | ClaimMade | ClaimVerified | ClaimRefused | AddressMoved
)
