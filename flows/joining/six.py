"""How the six questions follow each other, of whoever looks for a mentor or offers to be one."""

from collections.abc import Sequence
from itertools import pairwise

from flows.engine.states import Answers, Facts, Row
from flows.joining import ages, profile, whereabouts


def values(answers: Answers, facts: Facts) -> Facts:
    return {**ages.values(answers, facts), **whereabouts.values(answers, facts)}


def rows(questions: Sequence[str]) -> list[Row]:
    """From "welcome" through the questions to "done"; before "free" they may be asked where they
    are."""
    _age, *others = questions
    found: list[Row] = [
        ("onward", "welcome", "age", ages.doubted),
        ("onward", "welcome", "age", profile.all_known(*questions)),
        ("onward", "welcome", "few"),
        ("onward", "few", "age"),
        *ages.rows(others[0]),
        ("answered", "age", others[0]),
        *whereabouts.rows("free"),
    ]
    for question, onward in pairwise((*others, "done")):
        following = "clock" if onward == "free" else onward
        found += [("answered", question, following), ("left", question, following)]
    return found
