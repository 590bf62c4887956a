"""What a coordinator does to a match, and how its two people hear of it."""

from dataclasses import dataclass
from typing import Literal

from assistant.internal_events.named import Named


@dataclass(frozen=True)
class Acted(Named, kind="acted"):
    """A coordinator freezes, lifts or ends their match, withdraws it while it is offered, or
    switches texts between the two off (`quiet`) and on again; `safety`: it was ended for safety."""

    match: int
    step: Literal["freeze", "lift", "end", "withdraw", "quiet", "loud"]
    safety: bool = False


@dataclass(frozen=True)
class _Heard(Named, kind="match"):
    """How a match stands now; `name` is the other side's."""

    match: int
    name: str


@dataclass(frozen=True)
class OnHold(_Heard, what="hold"):
    """Nothing goes from one to the other for now."""


@dataclass(frozen=True)
class GoesOn(_Heard, what="on"):
    """It is on hold no more."""


@dataclass(frozen=True)
class Parted(_Heard, what="parted"):
    """`programme` and `role` are those in which they wait again; `other` may be left a few words,
    unless it is nobody."""

    programme: int
    role: str
    other: int | None = None


@dataclass(frozen=True)
class Goodbye(_Heard, what="goodbye"):
    """The other side's last words."""

    words: str


@dataclass(frozen=True)
class Offered(Named, kind="offered"):
    """To a mentor: a coordinator would bring them together with somebody."""

    match: int


@dataclass(frozen=True)
class OfferOverdue(Named, kind="offer_overdue"):
    """They have not said whether they would, for the `count`th time."""

    match: int
    count: int


@dataclass(frozen=True)
class OfferWithdrawn(Named, kind="offer_withdrawn"):
    """They need not say any more; `name` is of whom they were asked about."""

    match: int
    name: str


OfOffer = Offered | OfferOverdue | OfferWithdrawn
OfMatch = Acted | OnHold | GoesOn | Parted | Goodbye
