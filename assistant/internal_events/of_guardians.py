"""What guardians and the children they answer for hear of each other."""

from dataclasses import dataclass
from typing import Literal

from assistant.internal_events.named import Named

Said = Literal["granted", "claimed", "refused", "wrong", "stopped", "silent", "form", "ended"]


class _OfGuardians(Named, kind="guardian"):
    """Between a guardian and the child they answer for."""


@dataclass(frozen=True)
class ConsentAsked(_OfGuardians, what="asked"):
    """To a guardian: may somebody of that age, whose role would be `child`, take part?"""

    consent: int
    programme: int
    child: str
    age: int
    language: str


@dataclass(frozen=True)
class ConsentUnanswered(_OfGuardians, what="unanswered"):
    """To a guardian, for the `count`th time: they have not answered yet."""

    consent: int
    count: int


@dataclass(frozen=True)
class GuardianSaid(_OfGuardians, what="said"):
    """To a child: what their guardian answered, by text or on paper; `silent`: nothing."""

    programme: int
    role: str
    answer: Said


@dataclass(frozen=True)
class WardCheckIn(_OfGuardians, what="check_in"):
    """To a guardian: how is it going, as they see it?"""

    programme: int
    child: str
    other: str


@dataclass(frozen=True)
class WardGone(_OfGuardians, what="gone"):
    """To a guardian: their child takes part no more."""

    child: str


OfGuardians = ConsentAsked | ConsentUnanswered | GuardianSaid | WardCheckIn | WardGone
