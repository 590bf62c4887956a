"""Two coordinators act on the same thing, or on one person, in the same moment."""

from collections.abc import Mapping

from tests.orders import standing
from tests.orders.company import Act, Company
from tests.orders.steps import LEAVES, Ready, Step, then, together

STAFF = ("dana", "omar", "rosa", "jay")
WAITING = ("dana", "omar", "rosa", "tom", "jay")


def question(company: Company) -> None:
    """Jay has asked something, of which both hear."""
    together(company)
    company.says("jay", "ASK is the library open today")


def apart(company: Company) -> None:
    """Nobody is together with anybody."""


PAIRS = ("PAIR", "jay", "rosa", "Both quiet.")


def _step(ready: Ready, *acts: Act, names: tuple[str, ...] = STAFF) -> Step:
    first, second = acts
    return Step(ready, (first, second), standing.listed, names)


STEPS: Mapping[str, Step] = {
    "both answer the same question": _step(
        then(then(question, "dana", "1"), "omar", "1"),
        ("dana", "yes until six"),
        ("omar", "no sorry it's closed"),
    ),
    "one answers a question, one says it is done": _step(
        then(question, "dana", "1"), ("dana", "yes until six"), ("omar", "2")
    ),
    "both say that a question is done": _step(question, ("dana", "2"), ("omar", "2")),
    "both bring the same person together": _step(
        then(then(apart, "dana", *PAIRS), "omar", "PAIR", "jay", "tom", "Both quiet."),
        ("dana", "1"),
        ("omar", "1"),
        names=WAITING,
    ),
    "the coordinator brings two together, the mentee opts out": _step(
        then(apart, "dana", *PAIRS), ("dana", "1"), ("jay", "STOP"), names=WAITING
    ),
    "the coordinator brings two together, the mentee leaves": _step(
        then(then(apart, "dana", *PAIRS), "jay", *LEAVES),
        ("dana", "1"),
        ("jay", "0"),
        names=WAITING,
    ),
    "the coordinator brings two together, the mentor takes a break": _step(
        then(then(apart, "dana", *PAIRS), "rosa", "PAUSE"),
        ("dana", "1"),
        ("rosa", "march 20"),
        names=WAITING,
    ),
}
