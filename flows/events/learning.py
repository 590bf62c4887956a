"""What somebody learns, and how much training they have had."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LessonDone:
    """A lesson was answered, or left: then the answer is empty."""

    lesson: str
    answer: str


@dataclass(frozen=True)
class LessonsWanted:
    """Whether somebody would like lessons, now and then."""

    wanted: bool


@dataclass(frozen=True)
class TrainingRecorded:
    """A coordinator records how many minutes of training somebody has had elsewhere; less than
    none takes minutes off that were too many."""

    person: int
    minutes: int
