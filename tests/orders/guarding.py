"""Who answers for somebody under 18 takes it back, and the other side does something in that
moment."""

from collections.abc import Mapping

from assistant.internal_events.of_agreement import TermsDue
from assistant.internal_events.of_match import Offered
from tests.orders import standing
from tests.orders.company import Act, Company
from tests.orders.steps import Ready, Step, then

FAMILY = ("dana", "rosa", "kim", "mia")
REVOKES: Act = ("mia", "STOP")


def asked(company: Company) -> None:
    """Rosa is asked about Kim, who is 16; Mia has agreed."""
    company.answers("mia", "kim")
    company.match(mentee="kim", state="offered", stage="mentor")
    company.hears("rosa", lambda one: Offered(one.match))


def together(company: Company) -> None:
    company.answers("mia", "kim")
    company.match(mentee="kim")


def proposed(company: Company) -> None:
    together(company)
    company.says("kim", "MEETING", "1", "1")


def known(company: Company) -> None:
    """They have written to each other before."""
    together(company)
    company.says("kim", "TO rosa hello")
    company.says("rosa", "TO kim hello")


def agreeing(company: Company) -> None:
    """Both have agreed, and Mia is asked as well."""
    together(company)
    for who in ("kim", "rosa"):
        company.hears(who, lambda one: TermsDue(one.match))
    for who in ("kim", "rosa"):
        company.says(who, "1", "1", "1")


def _step(ready: Ready, *acts: Act, **settings: object) -> Step:
    first, second = acts
    return Step(ready, (first, second), standing.consent, FAMILY, settings)


STEPS: Mapping[str, Step] = {
    "the guardian takes it back, the mentor says gladly": _step(
        asked, REVOKES, ("rosa", "1"), offers={"on": True}
    ),
    "the guardian takes it back, the child accepts": _step(
        then(asked, "rosa", "1"), REVOKES, ("kim", "1"), offers={"on": True}
    ),
    "the guardian takes it back, the mentor accepts a time": _step(
        proposed, REVOKES, ("rosa", "1")
    ),
    "the guardian takes it back, the mentor writes": _step(
        known, REVOKES, ("rosa", "TO kim see you at four")
    ),
    "the guardian takes it back, the mentor leaves": _step(
        then(together, "rosa", "LEAVE", "1"), REVOKES, ("rosa", "0")
    ),
    "the guardian agrees, the mentor changes it": Step(
        then(agreeing, "rosa", "RULES", "2", "weekly"),
        (("mia", "1"), ("rosa", "1")),
        standing.terms,
        FAMILY,
        {"agreement": {"on": True}},
    ),
}
