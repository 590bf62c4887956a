"""What guardians and the children they answer for hear of each other."""

from dataclasses import dataclass
from typing import ClassVar, Literal

Said = Literal["granted", "refused", "wrong", "stopped", "silent", "form", "ended"]


@dataclass(frozen=True)
class ConsentAsked:
    """To a guardian: may somebody of that age, whose role would be `child`, take part?"""

    kind: ClassVar[str] = "guardian"
    what: ClassVar[str] = "asked"
    consent: int
    programme: int
    child: str
    age: int
    language: str


@dataclass(frozen=True)
class ConsentUnanswered:
    """To a guardian, for the `count`th time: they have not answered yet."""

    kind: ClassVar[str] = "guardian"
    what: ClassVar[str] = "unanswered"
    consent: int
    count: int


@dataclass(frozen=True)
class GuardianSaid:
    """To a child: what their guardian answered, by text or on paper; `silent`: nothing."""

    kind: ClassVar[str] = "guardian"
    what: ClassVar[str] = "said"
    programme: int
    role: str
    answer: Said


@dataclass(frozen=True)
class WardCheckIn:
    """To a guardian: how is it going, as they see it?"""

    kind: ClassVar[str] = "guardian"
    what: ClassVar[str] = "check_in"
    programme: int
    child: str
    other: str


@dataclass(frozen=True)
class WardGone:
    """To a guardian: their child takes part no more."""

    kind: ClassVar[str] = "guardian"
    what: ClassVar[str] = "gone"
    child: str


OfGuardians = ConsentAsked | ConsentUnanswered | GuardianSaid | WardCheckIn | WardGone
