"""What two people agree on, and a goal that one shows the other."""

from collections.abc import Mapping

from assistant.internal_events.of_agreement import TermsDue
from tests.orders import standing
from tests.orders.company import Act, Company
from tests.orders.steps import HARM, LEAVES, PARTS, Ready, Step, then, together

ON = {"agreement": {"on": True}}
COORDINATOR = {"agreement": {"on": True, "coordinator": True}}
CHANGES = ("RULES", "2", "weekly")


def due(company: Company) -> None:
    together(company)
    for who in ("jay", "rosa"):
        company.hears(who, lambda one: TermsDue(one.match))


def wishing(jay: str = "", rosa: str = "") -> Ready:
    """Each has read it all, and changed this, and says now whether that is it."""

    def ready(company: Company) -> None:
        due(company)
        for who, wish in (("jay", jay), ("rosa", rosa)):
            company.says(who, *((wish, "1", "1") if wish else ("1", "1")))

    return ready


def _step(ready: Ready, *acts: Act, **settings: object) -> Step:
    first, second = acts
    return Step(ready, (first, second), standing.terms, settings=settings or ON)


BOTH: tuple[Act, Act] = (("jay", "1"), ("rosa", "1"))
STEPS: Mapping[str, Step] = {
    "both agree": _step(wishing(), *BOTH),
    "both wish for the same change": _step(wishing("weekly", "weekly"), *BOTH),
    "each wishes for another change": _step(wishing("weekly", "only by phone"), *BOTH),
    "one agrees, one changes it": _step(wishing("", "weekly"), *BOTH),
    "both agree where the coordinator has to": _step(wishing(), *BOTH, **COORDINATOR),
    "the coordinator agrees, one changes it": _step(
        then(then(then(wishing(), "jay", "1"), "rosa", "1"), "jay", *CHANGES),
        ("dana", "1"),
        ("jay", "1"),
        **COORDINATOR,
    ),
    "one agrees, the other is afraid": _step(wishing(), ("rosa", "1"), ("jay", HARM)),
    "one agrees, they are put on hold": _step(
        then(wishing(), "dana", "FREEZE jay"), ("rosa", "1"), ("dana", "1")
    ),
    "one agrees, it is ended": _step(then(wishing(), "dana", *PARTS), ("rosa", "1"), ("dana", "1")),
    "one agrees, the other opts out": _step(wishing(), ("rosa", "1"), ("jay", "STOP")),
    "one agrees, the other leaves": _step(
        then(then(due, "jay", *LEAVES), "rosa", "1", "1"), ("rosa", "1"), ("jay", "0")
    ),
}
