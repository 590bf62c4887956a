"""Goals between two people: when it is time for one, and what the other side hears of it."""

from dataclasses import dataclass, field

from assistant.internal_events.named import Named


class _OfGoals(Named, kind="goal"):
    """About what somebody who is helped works towards."""


@dataclass(frozen=True)
class GoalDue(_OfGoals, what="due"):
    """It is time for a goal, or that the other side sees the one there is."""

    match: int
    usual: bool = False


@dataclass(frozen=True)
class GoalSeen(_OfGoals, what="seen"):
    """The other side has set a goal, and shows it; `by` is an ISO day."""

    match: int
    name: str
    goal: str = field(repr=False)
    step: str = field(default="", repr=False)
    by: str = ""


@dataclass(frozen=True)
class GoalReached(_OfGoals, what="reached"):
    """The other side has reached a goal, and tells of it."""

    match: int
    name: str
    goal: str = field(repr=False)


OfGoals = GoalDue | GoalSeen | GoalReached
