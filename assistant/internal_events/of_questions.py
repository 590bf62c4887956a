"""What comes of a question that nobody has answered in the time that was promised."""

from dataclasses import dataclass

from assistant.internal_events.named import Named


@dataclass(frozen=True)
class QuestionOverdue(Named, kind="question_overdue"):
    """To who asked: their question has waited for as long as they were told, or longer."""

    question: int


@dataclass(frozen=True)
class QuestionWaits(Named, kind="question_waits"):
    """To a second coordinator, or to the only one: a question that waits since that day (ISO)."""

    handover: int
    programme: int
    since: str


@dataclass(frozen=True)
class QuestionPassedOn(Named, kind="question_passed_on"):
    """To the first coordinator: it is with another as well."""

    handover: int
    programme: int
    since: str
    name: str
    to: str


OfQuestions = QuestionOverdue | QuestionWaits | QuestionPassedOn
