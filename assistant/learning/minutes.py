"""How much training somebody has had, and whether that is enough for a match."""

from collections.abc import Mapping

from assistant.programmes.lessons import Training
from storage.mentoring.training import Minutes

LESSON = 1  # minute of a lesson that was answered
TIP = 0


def counted(had: Minutes, wanted: Training) -> int:
    """The minutes that count in a programme."""
    return max(had.outside + (had.lessons if wanted.lessons_count else 0), 0)


def short(
    mentors: Mapping[int, Minutes], everybody: list[int], wanted: Training
) -> Mapping[int, int]:
    """What those have who have less than a mentor needs before a match."""
    had = {person: counted(mentors.get(person, Minutes()), wanted) for person in everybody}
    return {person: minutes for person, minutes in had.items() if minutes < wanted.minutes}
