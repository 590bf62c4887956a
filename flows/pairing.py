"""A coordinator brings two people together, for a reason that both read."""

from collections.abc import Mapping
from typing import Any

from flows.events import Event, Paired
from flows.profile import read_words
from flows.states import Answers, Choice, Ending, Facts, Flow, Option, Question, Remark
from flows.text import _

SHOWN = 6
MORE = Option("more", _("show others"))


def _page(people: list[list[Any]], turned: int) -> tuple[Option, ...]:
    """A page of names; with more of them, the next page is an option too."""
    pages = max(1, -(-len(people) // SHOWN))
    first = turned % pages * SHOWN
    shown = tuple(Option(str(key), label, own=True) for key, label in people[first : first + SHOWN])
    return (*shown, MORE) if pages > 1 else shown


def mentees(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Those who wait, the longest first."""
    return _page(facts["desk"]["mentees"], int(answers.get("mentees_turned") or 0))


def mentors(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Those with room for somebody."""
    return _page(facts["desk"]["mentors"], int(answers.get("mentors_turned") or 0))


def _name(people: list[list[Any]], key: Any) -> str:
    return next((str(label).partition(":")[0] for one, label in people if str(one) == key), "")


def _nobody(answers: Answers, facts: Facts) -> bool:
    return not (facts["desk"]["mentees"] and facts["desk"]["mentors"])


def _paired(answers: Answers, facts: Facts) -> Event:
    return Paired(int(answers["mentee"]), int(answers["mentor"]), str(answers["reason"]))


def _values(answers: Answers, facts: Facts) -> Mapping[str, Any]:
    return {
        "mentee_name": _name(facts["desk"]["mentees"], answers.get("mentee")),
        "mentor_name": _name(facts["desk"]["mentors"], answers.get("mentor")),
    }


FLOW = Flow(
    name="pairing",
    needs=("desk",),
    states={
        "start": Remark(),
        "nobody": Ending(
            _("It takes one who waits and one with room. Just now there aren't both.")
        ),
        "mentee": Choice(
            ask=_("Who is it for? The one who has waited longest comes first."),
            options=mentees,
            hint=_("Just pick one of those who wait."),
            why=_("Everybody here has said what they need."),
        ),
        "mentor": Choice(
            ask=_("And who could be there for {mentee_name}?"),
            options=mentors,
            hint=_("Just pick one of those with room."),
            why=_("Everybody here has room for one more."),
        ),
        "reason": Question(
            ask=_("Why these two? One line that both will read. For example: you both love maths."),
            read=read_words,
            hint=_("One line is plenty. For example: Rosa is a nurse, like you want to be."),
            why=_("People start better when they know why it's the two of them."),
            leave=False,
        ),
        "confirm": Choice(
            ask=_("{mentee_name} and {mentor_name}: {reason:short} Shall I tell them?"),
            options=(Option("tell", _("tell them")), Option("drop", _("not yet"))),
            hint=_("I just need to know if I should tell them."),
            why=_("Nobody hears anything before you say so."),
        ),
        "told": Ending(_("I'm telling {mentee_name} and {mentor_name} now."), _paired),
        "left": Ending(_("All right, nobody has heard anything.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "nobody", _nobody),
        ("onward", "start", "mentee"),
        ("answered", "mentee", "mentor"),
        ("left", "mentee", "left"),
        ("answered", "mentor", "reason"),
        ("left", "mentor", "left"),
        ("answered", "reason", "confirm"),
        ("tell", "confirm", "told"),
        ("drop", "confirm", "left"),
        ("left", "confirm", "left"),
    ],
)
