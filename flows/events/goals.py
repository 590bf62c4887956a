"""What a mentee works towards."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GoalSet:
    goal: str
    measure: str | None
    step: str | None
    by: str | None  # an ISO day
    replaces: int | None = None  # the goal that this one is in the place of


@dataclass(frozen=True)
class GoalRated:
    goal_id: int
    progress: int  # 1 to 5
    note: str = ""


@dataclass(frozen=True)
class GoalDated:
    """The goal is for another day (ISO), or for none."""

    goal_id: int
    by: str


@dataclass(frozen=True)
class GoalClosed:
    """`state` is achieved, changed or dropped."""

    goal_id: int
    state: str


@dataclass(frozen=True)
class GoalShown:
    """The other side of a match may see a goal of theirs; or hear that they have `reached` it."""

    match: int
    goal_id: int = 0
    reached: str = ""  # its words


GoalsEvent = GoalSet | GoalRated | GoalDated | GoalClosed | GoalShown
