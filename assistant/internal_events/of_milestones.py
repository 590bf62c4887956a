"""What is worth a word while it happens."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


@dataclass(frozen=True)
class MilestoneReached(Named, kind="milestone_reached"):
    """To a mentor: whom they help, by that name, has reached a goal."""

    match: int
    name: str


OfMilestones = MilestoneReached
