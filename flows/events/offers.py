"""What two people say who are offered to each other."""

from dataclasses import dataclass

from flows.lifecycles.offer import Word


@dataclass(frozen=True)
class OfferAccepted:
    """Somebody would gladly be together with whom they were asked about."""

    match: int


@dataclass(frozen=True)
class OfferDeclined:
    """Somebody says not now; only the coordinator hears of it."""

    match: int


@dataclass(frozen=True)
class OfferWondered:
    """Somebody would like to know something before they say whether they would."""

    match: int
    words: str


@dataclass(frozen=True)
class OfferReplied:
    """The other's question is answered, or ("") is not going to be; `left` is how many days who
    asked still has."""

    match: int
    words: str
    left: int


@dataclass(frozen=True)
class KeepingSaid:
    """What one side says, in private, once they have met: keep, unsure, change."""

    match: int
    word: Word


@dataclass(frozen=True)
class LineSaid:
    """What would make the first meeting good for one of the two; "" who would rather not say."""

    match: int
    words: str


@dataclass(frozen=True)
class StillUp:
    """What a mentor who has been waiting says of whether they are still up for it: "yes", "later",
    "no", or "" who passes."""

    answer: str


OfferEvent = OfferAccepted | OfferDeclined | OfferWondered | OfferReplied | KeepingSaid | LineSaid
