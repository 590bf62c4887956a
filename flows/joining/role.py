"""Who joins as one and would rather be the other: somebody who looks for a mentor, or is one."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Predicate
from flows.engine.text import _
from flows.events import RoleTurned


def _is(role: str) -> Predicate:
    return lambda answers, facts: bool(facts["role"] == role)


def _turned(answers: Answers, facts: Facts) -> RoleTurned:
    return RoleTurned("mentor" if answers["which"] == "be" else "mentee")


FLOW = Flow(
    name="role",
    states={
        "which": Choice(
            ask=_("Just to be sure: which one would you like?"),
            options=(
                Option("find", _("find a mentor")),
                Option("be", _("be a mentor"), words=(_("help somebody, help others"),)),
            ),
            hint=_("I only need to know which of the two you'd like."),
            why=_("What I ask next is for one or the other."),
        ),
        "turned": Ending("", _turned),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    transitions=[
        ("find", "which", "kept", _is("mentee")),
        ("find", "which", "turned"),
        ("be", "which", "kept", _is("mentor")),
        ("be", "which", "turned"),
        ("left", "which", "kept"),
    ],
)
