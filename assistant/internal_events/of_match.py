"""What a coordinator does to a match, and how its two people hear of it."""

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True)
class Acted:
    """A coordinator freezes, lifts or ends their match, or withdraws it while it is offered;
    `safety`: it was ended for safety."""

    kind: ClassVar[str] = "acted"
    match: int
    step: Literal["freeze", "lift", "end", "withdraw"]
    safety: bool = False


@dataclass(frozen=True)
class _Heard:
    """How a match stands now; `name` is the other side's."""

    kind: ClassVar[str] = "match"
    match: int
    name: str


@dataclass(frozen=True)
class OnHold(_Heard):
    what: ClassVar[str] = "hold"


@dataclass(frozen=True)
class GoesOn(_Heard):
    what: ClassVar[str] = "on"


@dataclass(frozen=True)
class Parted(_Heard):
    """`programme` and `role` are those in which they wait again; `other` may be left a few words,
    unless it is nobody."""

    what: ClassVar[str] = "parted"
    programme: int
    role: str
    other: int | None = None


@dataclass(frozen=True)
class Goodbye(_Heard):
    """The other side's last words."""

    what: ClassVar[str] = "goodbye"
    words: str


@dataclass(frozen=True)
class Offered:
    """To a mentor: a coordinator would bring them together with somebody."""

    kind: ClassVar[str] = "offered"
    match: int


@dataclass(frozen=True)
class OfferOverdue:
    """They have not said whether they would, for the `count`th time."""

    kind: ClassVar[str] = "offer_overdue"
    match: int
    count: int


@dataclass(frozen=True)
class OfferWithdrawn:
    """They need not say any more; `name` is of whom they were asked about."""

    kind: ClassVar[str] = "offer_withdrawn"
    match: int
    name: str


OfOffer = Offered | OfferOverdue | OfferWithdrawn
OfMatch = Acted | OnHold | GoesOn | Parted | Goodbye
