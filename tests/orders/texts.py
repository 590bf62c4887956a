"""Words for the other, and what stops them in the same moment."""

from collections.abc import Mapping

from tests.orders import standing
from tests.orders.company import Act, Company
from tests.orders.steps import HARM, LEAVES, PARTS, Ready, Step, then
from tests.orders.steps import together as brought_together

TEXT: Act = ("rosa", "TO jay see you at four")
NUMBER = "TO jay call me at 212 555 0147"


def together(company: Company) -> None:
    """Both have written before, and know how it works."""
    brought_together(company)
    company.says("jay", "TO rosa hello")
    company.says("rosa", "TO jay hello")


def _step(ready: Ready, *acts: Act, **more: object) -> Step:
    first, second = acts
    return Step(ready, (first, second), standing.texts, **more)  # type: ignore[arg-type]


STEPS: Mapping[str, Step] = {
    "both write": _step(together, ("jay", "TO rosa on my way"), TEXT),
    "a text, the other is afraid": _step(together, TEXT, ("jay", HARM)),
    "a text, the coordinator puts them on hold": _step(
        then(together, "dana", "FREEZE jay"), TEXT, ("dana", "1")
    ),
    "a text, the coordinator lets them go on": _step(
        then(together, "dana", "FREEZE jay", "1", "LIFT jay"), TEXT, ("dana", "1")
    ),
    "a text, the coordinator ends it": _step(then(together, "dana", *PARTS), TEXT, ("dana", "1")),
    "a text, the other switches texts off": _step(
        then(together, "jay", "MUTE"), TEXT, ("jay", "1")
    ),
    "a text, the other opts out": _step(together, TEXT, ("jay", "STOP")),
    "a text, the other leaves": _step(then(together, "jay", *LEAVES), TEXT, ("jay", "0")),
    "a text, the other takes a break": _step(
        then(together, "jay", "PAUSE"), TEXT, ("jay", "march 20")
    ),
    "a text, the other is erased": _step(then(together, "jay", "FORGET"), TEXT, ("jay", "1")),
    "words are sent after all, the other is afraid": _step(
        then(together, "rosa", "hey jay how are you doing"), ("rosa", "1"), ("jay", HARM)
    ),
    "a held text is let through, the other opts out": _step(
        then(together, "rosa", NUMBER), ("dana", "1"), ("jay", "STOP")
    ),
    "a held text is let through, the other is afraid": _step(
        then(together, "rosa", NUMBER), ("dana", "1"), ("jay", HARM)
    ),
    "a held text is let through by one, kept back by another": _step(
        then(together, "rosa", NUMBER),
        ("dana", "1"),
        ("omar", "2"),
        names=("dana", "omar", "rosa", "jay"),
    ),
}
