"""What those who share a phone hear because of it."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


class _OfPhones(Named, kind="phone"):
    """Of a phone that several share."""


@dataclass(frozen=True)
class Seated(_OfPhones, what="seated"):
    """To somebody who is to join at a phone that another uses already."""

    programme: int
    role: str


@dataclass(frozen=True)
class PhoneTaken(_OfPhones, what="taken"):
    """They have said that it is them now, and nothing else."""


@dataclass(frozen=True)
class PhoneStopped(_OfPhones, what="stopped"):
    """STOP has come from the phone: it holds for all who share it."""


@dataclass(frozen=True)
class PhoneConcern(_OfPhones, what="concern"):
    """One of those who share the phone has told something that can only mean whom they meet."""


OfPhones = Seated | PhoneTaken | PhoneStopped | PhoneConcern
