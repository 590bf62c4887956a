"""It ends, by either, by a coordinator or on its last day, or is put on hold and goes on."""

from collections.abc import Mapping

from assistant.internal_events.of_ending import Finished
from tests.orders import standing
from tests.orders.company import Cast, Company, Event
from tests.orders.steps import HARM, LEAVES, PARTS, Step, then, together

STAFF = ("dana", "omar", "rosa", "jay")
FROZEN = then(together, "dana", "FREEZE jay", "1")


def ended(company: Company) -> None:
    """A coordinator has ended it, and each is asked for a few words."""
    together(company)
    company.says("dana", *PARTS, "1")


def finishes(who: str) -> Event:
    """For each of the two it has come to its end, as planned."""
    other, role = ("jay", "mentor") if who == "rosa" else ("rosa", "mentee")

    def event(cast: Cast) -> Finished:
        return Finished(cast.match, other.title(), cast.programme, role, cast.ids[other])

    return event


STEPS: Mapping[str, Step] = {
    "one would like somebody else, it is ended": Step(
        then(then(together, "jay", "SWITCH", "1"), "dana", *PARTS),
        (("jay", "no time"), ("dana", "1")),
        standing.listed,
    ),
    "both ask for somebody else": Step(
        then(then(together, "jay", "SWITCH", "1"), "rosa", "SWITCH", "1"),
        (("jay", "no time"), ("rosa", "no time")),
        standing.listed,
    ),
    "one would like somebody else, one leaves": Step(
        then(then(together, "jay", "SWITCH", "1"), "rosa", *LEAVES),
        (("jay", "no time"), ("rosa", "0")),
        standing.listed,
    ),
    "both leave": Step(
        then(then(together, "jay", *LEAVES), "rosa", *LEAVES), (("jay", "0"), ("rosa", "0"))
    ),
    "both opt out": Step(together, (("jay", "STOP"), ("rosa", "STOP"))),
    "one leaves, it is ended": Step(
        then(then(together, "jay", *LEAVES), "dana", *PARTS), (("jay", "0"), ("dana", "1"))
    ),
    "one leaves, they are put on hold": Step(
        then(then(together, "jay", *LEAVES), "dana", "FREEZE jay"), (("jay", "0"), ("dana", "1"))
    ),
    "one opts out, it is ended": Step(
        then(together, "dana", *PARTS), (("jay", "STOP"), ("dana", "1"))
    ),
    "one is erased, it is ended": Step(
        then(then(together, "jay", "FORGET"), "dana", *PARTS), (("jay", "1"), ("dana", "1"))
    ),
    "one is back after leaving, the other asks to meet": Step(
        then(together, "jay", *LEAVES, "0"), (("jay", "BACK"), ("rosa", "MEETING"))
    ),
    "one is back after STOP, the other asks to meet": Step(
        then(together, "jay", "STOP"), (("jay", "START"), ("rosa", "MEETING"))
    ),
    "both say goodbye": Step(
        ended, (("jay", "thank you rosa"), ("rosa", "all the best jay")), standing.texts
    ),
    "goodbye, the other opts out": Step(
        ended, (("jay", "thank you rosa"), ("rosa", "STOP")), standing.texts
    ),
    "goodbye, the other is erased": Step(
        then(ended, "rosa", "FORGET"), (("jay", "thank you rosa"), ("rosa", "1")), standing.texts
    ),
    "goodbye, the other was afraid": Step(
        ended, (("rosa", "all the best jay"), ("jay", HARM)), standing.texts
    ),
    "one ends it, another coordinator puts them on hold": Step(
        then(then(together, "dana", *PARTS), "omar", "FREEZE jay"),
        (("dana", "1"), ("omar", "1")),
        names=STAFF,
    ),
    "one ends it, another coordinator lets them go on": Step(
        then(then(FROZEN, "dana", *PARTS), "omar", "LIFT jay"),
        (("dana", "1"), ("omar", "1")),
        names=STAFF,
    ),
    "two coordinators end it": Step(
        then(then(together, "dana", *PARTS), "omar", *PARTS),
        (("dana", "1"), ("omar", "1")),
        names=STAFF,
    ),
    "they may go on, one is afraid": Step(
        then(FROZEN, "dana", "LIFT jay"), (("dana", "1"), ("jay", HARM))
    ),
    "they may go on, one leaves": Step(
        then(then(FROZEN, "jay", *LEAVES), "dana", "LIFT jay"), (("dana", "1"), ("jay", "0"))
    ),
}
