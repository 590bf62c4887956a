"""Which programme a stranger means, where there are several."""

from flows.engine import options
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option
from flows.engine.text import _
from flows.events import ProgrammeChosen


def programmes(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The programmes by name."""
    return options.own(facts["programmes"])


FLOW = Flow(
    name="joining",
    states={
        "which": Choice(
            ask=_(
                "Hi! I'm the automatic helper of some mentoring programmes. "
                "Which one are you looking for?"
            ),
            options=programmes,
            hint=_("Just pick the one that you've heard of."),
            why=_("Each programme has its own people. I'll take you to the right ones."),
        ),
        "chosen": Ending("", lambda answers, facts: ProgrammeChosen(int(answers["which"]))),
        "left": Ending(_("No problem. If you'd like to come in later, just write to me.")),
    },
    transitions=[
        ("answered", "which", "chosen"),
        ("left", "which", "left"),
    ],
)
