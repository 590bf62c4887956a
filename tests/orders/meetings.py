"""A meeting, and what else happens to the two in that moment; `tests/test_meetings.py` has the rest
of what two can do about a meeting at once."""

from collections.abc import Mapping

from tests.orders import standing
from tests.orders.company import Act, Company
from tests.orders.steps import HARM, PARTS, Ready, Step, then, together


def proposed(company: Company) -> None:
    """Jay has proposed a time, and Rosa is asked."""
    together(company)
    company.says("jay", "MEETING", "1", "1")


def booked(company: Company) -> None:
    proposed(company)
    company.says("rosa", "1")


FROZEN = then(together, "dana", "FREEZE jay", "1", "LIFT jay")
BOOKED_AND_FROZEN = then(booked, "dana", "FREEZE jay", "1", "LIFT jay")


def _step(ready: Ready, *acts: Act) -> Step:
    first, second = acts
    return Step(ready, (first, second), standing.meeting)


STEPS: Mapping[str, Step] = {
    "a time is accepted, the other is afraid": _step(proposed, ("rosa", "1"), ("jay", HARM)),
    "a time is accepted, they are put on hold": _step(
        then(proposed, "dana", "FREEZE jay"), ("rosa", "1"), ("dana", "1")
    ),
    "a time is accepted, it is ended": _step(
        then(proposed, "dana", *PARTS), ("rosa", "1"), ("dana", "1")
    ),
    "a time is accepted, the other takes a break": _step(
        then(proposed, "jay", "PAUSE"), ("rosa", "1"), ("jay", "march 20")
    ),
    "a time is accepted, the other is erased": _step(
        then(proposed, "jay", "FORGET"), ("rosa", "1"), ("jay", "1")
    ),
    "a time is proposed, the other is afraid": _step(
        then(together, "rosa", "MEETING", "1"), ("rosa", "1"), ("jay", HARM)
    ),
    "a time is proposed, they are put on hold": _step(
        then(then(together, "rosa", "MEETING", "1"), "dana", "FREEZE jay"),
        ("rosa", "1"),
        ("dana", "1"),
    ),
    "one would like to meet, they may go on": _step(FROZEN, ("rosa", "MEETING"), ("dana", "1")),
    "a meeting is moved, the other is afraid": _step(booked, ("rosa", "MOVE"), ("jay", HARM)),
    "a meeting is moved, it is ended": _step(
        then(booked, "dana", *PARTS), ("rosa", "MOVE"), ("dana", "1")
    ),
    "a meeting is moved, they may go on": _step(BOOKED_AND_FROZEN, ("rosa", "MOVE"), ("dana", "1")),
    "one is late, the other moves it": _step(booked, ("rosa", "im running late"), ("jay", "MOVE")),
}
