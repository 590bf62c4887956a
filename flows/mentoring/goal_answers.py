"""A goal as it was answered: its words, and the day that was told for it."""

from flows.engine.states import Answers, Facts
from flows.mentoring import pairs


def _told(answers: Answers) -> str:
    """Where the day was told last: asked for, or named in the goal."""
    told = (state for state in reversed(answers) if state in ("by", "goal_note", "exact_note"))
    return next(told, "")


def day_of(answers: Answers) -> str | None:
    """The day that was told last."""
    return answers[state] if (state := _told(answers)) else None


def dated(answers: Answers, facts: Facts) -> bool:
    return day_of(answers) is not None


def dates(answers: Answers, facts: Facts) -> bool:
    """Whether the words of the goal name the day."""
    return dated(answers, facts) and _told(answers) != "by"


def late(answers: Answers, facts: Facts) -> bool:
    """Whether they will not meet their mentor any more by then."""
    day, last = day_of(answers), pairs.last_day(facts)
    return bool(day and last and day > last)


def dates_late(answers: Answers, facts: Facts) -> bool:
    """Whether the words of the goal name such a day."""
    return dates(answers, facts) and late(answers, facts)


def day_in_time(answers: Answers, facts: Facts) -> str | None:
    """The day that was told, unless that is too late."""
    return None if late(answers, facts) else day_of(answers)


def shows(answers: Answers, facts: Facts) -> bool:
    """Whether they are asked if the one they meet may see it."""
    return bool(facts["aiming"]) and len(facts["pairs"]) == 1


def goal_of(answers: Answers) -> str:
    """The goal in its most exact words."""
    return str((vague(answers, {}) and answers.get("exact")) or answers.get("goal", ""))


def in_words(answers: Answers, facts: Facts) -> Answers:
    """The goal for what is asked next: by then it is kept, and not among the known ones yet."""
    return {"aim": goal_of(answers), "match": pairs.match_of({}, facts)}


def vague(answers: Answers, facts: Facts) -> bool:
    return len(str(answers.get("goal", "")).split()) < 2
