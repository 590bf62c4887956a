"""What is established about the addresses at which people are reached."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NumberClaimed:
    """Somebody at a new address says who they are."""

    name: str


@dataclass(frozen=True)
class ClaimAnswered:
    """Asked whether it is them who writes from a new address: whose claim, and whether it is."""

    newcomer: int
    mine: bool


@dataclass(frozen=True)
class PhoneConfirmed:
    """Asked whether a phone is still somebody's: whether it is."""

    theirs: bool


@dataclass(frozen=True)
class ClaimSettled:
    """A coordinator says who claims to be somebody; nobody they know where `person` is 0."""

    handover: int
    person: int
    seen: int = 0  # the newest of its repeats that was shown


AddressesEvent = NumberClaimed | ClaimAnswered | PhoneConfirmed | ClaimSettled
