"""A guardian's consent on paper, or a proof of age, as a coordinator notes it."""

from flows.coordinator import chosen
from flows.engine.states import Answers, Facts, Option
from flows.engine.text import _
from flows.events import Event, PaperRecorded

PAPERS = (
    Option("paper", _("a parent's okay on paper"), words=(_("a form, on paper"),)),
    Option("adult", _("{who} is 18 or older"), words=(_("18, of age, an adult"),)),
)


def settled(answers: Answers, facts: Facts) -> bool:
    """Whether no okay of a guardian is missing."""
    return answers.get("wish") == "paper" and not chosen.person(answers, facts).get("minor")


def recorded(answers: Answers, facts: Facts) -> Event:
    return PaperRecorded(int(chosen.person(answers, facts)["id"]), str(answers["paper"]))
