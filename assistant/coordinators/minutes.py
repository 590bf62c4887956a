"""How long each kind of thing on a coordinator's list takes: minutes, as a rule of thumb."""

from collections.abc import Mapping

from storage.mentoring.settled import HARM

# By how much harm may come of their waiting, then what is only news.
USUAL = (20, 8, 4, 1)
MINUTES: Mapping[str, int] = {
    "call": 15,
    "held": 2,
    "terms": 2,
    "reply": 2,
    "fault": 2,
    "form": 10,
    "guardian_call": 10,
    "guardian_shared": 10,
    "guardian_silent": 8,
    "list_over": 10,
    "switch": 12,
    "complaint": 12,
    "data": 10,
    "difference": 4,
    "fall": 5,
}


def rank(kind: str) -> int:
    """How much harm may come of its waiting: 0 is the most."""
    return next((place for place, kinds in enumerate(HARM) if kind in kinds), len(HARM))


def of(kind: str) -> int:
    return MINUTES.get(kind, USUAL[rank(kind)])


def about(minutes: int) -> int:
    """A sum that claims no more than is known: to five minutes, beyond the first few."""
    return minutes if minutes < 5 else 5 * round(minutes / 5)
