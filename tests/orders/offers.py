"""Two are asked whether they would like each other, and either goes, or it is taken back."""

from collections.abc import Mapping

from assistant.internal_events.of_match import Offered
from assistant.internal_events.of_offers import OfferEnded, OfferLapses, TrialAsk
from tests.orders.company import Cast, Company
from tests.orders.steps import HARM, LEAVES, PARTS, Step, then

LAPSES = "2026-03-07T01:00:00+00:00"  # Friday at eight in the evening in New York
BOTH = {"offers": {"on": True}}
LIST = ("dana", "rosa", "tom", "jay")


def asked(company: Company) -> None:
    """Rosa is asked about Jay, and Tom stands behind her where he is there."""
    company.match(state="offered", stage="mentor")
    if "tom" in company.names:
        company.match("tom", state="offered", stage="listed")
    company.hears("rosa", lambda one: Offered(one.match))


def willing(company: Company) -> None:
    """She would gladly, and Jay is asked."""
    asked(company)
    company.says("rosa", "gladly")


def wondering(company: Company) -> None:
    """He has asked something first."""
    willing(company)
    company.says("jay", "2", "how old are you")


def alone(company: Company) -> None:
    """Where only the mentor is asked."""
    company.match(state="offered")
    company.hears("rosa", lambda one: Offered(one.match))


def met(company: Company) -> None:
    """They have met once, and each is asked whether they keep it."""
    company.match(state="active", stage="trial")
    for who in ("rosa", "jay"):
        company.hears(who, lambda one: TrialAsk(one.match, 1))


def two_lists(company: Company) -> None:
    """Jay and Ana each have a list, on which Tom is next."""
    for mentee in ("jay", "ana"):
        company.match("tom", mentee, state="offered", stage="listed")


def lapses(cast: Cast) -> OfferLapses:
    """The time is over that Rosa was told: three days, until the evening."""
    return OfferLapses(cast.match, LAPSES)


STEPS: Mapping[str, Step] = {
    "the mentor says gladly, the mentee opts out": Step(
        asked, (("rosa", "1"), ("jay", "STOP")), settings=BOTH
    ),
    "the mentor says gladly, the mentee leaves": Step(
        then(asked, "jay", *LEAVES), (("rosa", "1"), ("jay", "0")), settings=BOTH
    ),
    "the mentor says gladly, the mentee takes a break": Step(
        then(asked, "jay", "PAUSE"), (("rosa", "1"), ("jay", "march 20")), settings=BOTH
    ),
    "the mentor says gladly, the mentee is erased": Step(
        then(asked, "jay", "FORGET"), (("rosa", "1"), ("jay", "1")), settings=BOTH
    ),
    "the mentor says gladly, the coordinator takes it back": Step(
        then(asked, "dana", "PART rosa"),
        (("rosa", "1"), ("dana", "1")),
        names=LIST,
        settings=BOTH,
    ),
    "the mentor declines, the mentee leaves": Step(
        then(asked, "jay", *LEAVES), (("rosa", "3"), ("jay", "0")), names=LIST, settings=BOTH
    ),
    "the mentee accepts, the mentor opts out": Step(
        willing, (("jay", "1"), ("rosa", "STOP")), names=LIST, settings=BOTH
    ),
    "the mentee accepts, the mentor leaves": Step(
        then(willing, "rosa", *LEAVES), (("jay", "1"), ("rosa", "0")), names=LIST, settings=BOTH
    ),
    "the mentee accepts, the mentor takes a break": Step(
        then(willing, "rosa", "PAUSE"),
        (("jay", "1"), ("rosa", "march 20")),
        names=LIST,
        settings=BOTH,
    ),
    "the mentee accepts, the mentor is erased": Step(
        then(willing, "rosa", "FORGET"), (("jay", "1"), ("rosa", "1")), names=LIST, settings=BOTH
    ),
    "the mentee accepts, the coordinator takes it back": Step(
        then(willing, "dana", "PART rosa"),
        (("jay", "1"), ("dana", "1")),
        names=LIST,
        settings=BOTH,
    ),
    "the mentee declines, the mentor leaves": Step(
        then(willing, "rosa", *LEAVES), (("jay", "3"), ("rosa", "0")), names=LIST, settings=BOTH
    ),
    "the mentee asks something first, the mentor opts out": Step(
        then(willing, "jay", "2"),
        (("jay", "why me"), ("rosa", "STOP")),
        names=LIST,
        settings=BOTH,
    ),
    "the mentee waits for an answer, the mentor leaves": Step(
        then(wondering, "rosa", "LEAVE", "1"),
        (("jay", "lets meet"), ("rosa", "0")),
        names=LIST,
        settings=BOTH,
    ),
    "the mentor says gladly, the time is over": Step(
        asked, (("rosa", "1"), ("rosa", lapses)), names=LIST, settings=BOTH
    ),
    "the mentee accepts, the time is over": Step(
        willing, (("jay", "1"), ("jay", lapses)), names=LIST, settings=BOTH
    ),
    "two lists come to the same mentor": Step(
        two_lists,
        (
            ("jay", lambda one: OfferEnded(0, one.programme)),
            ("ana", lambda one: OfferEnded(0, one.programme)),
        ),
        names=("dana", "tom", "jay", "ana"),
        settings=BOTH,
    ),
    "asked alone, the mentor says gladly, the mentee opts out": Step(
        alone, (("rosa", "1"), ("jay", "STOP"))
    ),
    "asked alone, the mentor says gladly, the mentee leaves": Step(
        then(alone, "jay", *LEAVES), (("rosa", "1"), ("jay", "0"))
    ),
    "asked alone, the mentor says gladly, the mentee is erased": Step(
        then(alone, "jay", "FORGET"), (("rosa", "1"), ("jay", "1"))
    ),
    "asked alone, the mentor declines, the mentee is erased": Step(
        then(alone, "jay", "FORGET"), (("rosa", "2"), ("jay", "1"))
    ),
    "asked alone, the mentor says gladly, the coordinator takes it back": Step(
        then(alone, "dana", "PART rosa"), (("rosa", "1"), ("dana", "1"))
    ),
    "both keep it": Step(met, (("jay", "1"), ("rosa", "1")), settings=BOTH),
    "one keeps it, one would like somebody else": Step(
        then(met, "rosa", "3"), (("jay", "1"), ("rosa", "1")), settings=BOTH
    ),
    "both would like somebody else": Step(
        then(then(met, "rosa", "3"), "jay", "3"), (("jay", "1"), ("rosa", "1")), settings=BOTH
    ),
    "one keeps it, one is not sure": Step(met, (("jay", "1"), ("rosa", "2")), settings=BOTH),
    "one is not sure, one would like somebody else": Step(
        then(met, "rosa", "3"), (("jay", "2"), ("rosa", "1")), settings=BOTH
    ),
    "one keeps it, one opts out": Step(met, (("jay", "1"), ("rosa", "STOP")), settings=BOTH),
    "one keeps it, one leaves": Step(
        then(met, "rosa", *LEAVES), (("jay", "1"), ("rosa", "0")), settings=BOTH
    ),
    "one keeps it, one is afraid": Step(met, (("rosa", "1"), ("jay", HARM)), settings=BOTH),
    "one keeps it, the coordinator puts them on hold": Step(
        then(met, "dana", "FREEZE jay"), (("jay", "1"), ("dana", "1")), settings=BOTH
    ),
    "one keeps it, the coordinator ends it": Step(
        then(met, "dana", *PARTS), (("jay", "1"), ("dana", "1")), settings=BOTH
    ),
    "one would like somebody else, the coordinator ends it": Step(
        then(then(met, "jay", "3"), "dana", *PARTS), (("jay", "1"), ("dana", "1")), settings=BOTH
    ),
    "one would like somebody else, the coordinator puts them on hold": Step(
        then(then(met, "jay", "3"), "dana", "FREEZE jay"),
        (("jay", "1"), ("dana", "1")),
        settings=BOTH,
    ),
}
