"""What comes of lessons, and of what a programme wrote."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


@dataclass(frozen=True)
class LessonDue(Named, kind="lesson"):
    """The moment for a lesson in a match; it has passed at `until` (ISO). Before a meeting `slot`
    is when that is."""

    match: int
    moment: str
    until: str
    slot: str | None = None


@dataclass(frozen=True)
class LessonOver(Named, kind="lesson_over"):
    """Nobody waits for an answer to that lesson any more."""

    name: str


@dataclass(frozen=True)
class ReviewDue(Named, kind="review"):
    """To a coordinator: the day (ISO) on which something that the programme wrote is to be looked
    at again."""

    programme: int
    token: str
    day: str


OfLearning = LessonDue | LessonOver | ReviewDue
