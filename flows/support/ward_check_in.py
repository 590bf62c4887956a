"""How it goes, as a guardian sees it: asked beside the child's own check-ins."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option
from flows.engine.text import _
from flows.joining.ward import CHILD
from flows.support import ward_says


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"child": answers.get("child") or CHILD, "other": answers.get("other") or ""}


FLOW = Flow(
    name="ward_check_in",
    states={
        "how": Choice(
            ask=_(
                "Hello from {programme}. {child} and {other} know each other by now. How is it "
                "going, as you see it?"
            ),
            options=(
                Option("fine", _("it goes well"), words=(_("good, fine, all good, very well"),)),
                *ward_says.OPTIONS,
            ),
            hint=_("Just pick what fits best."),
            why=_("You know {child} best, so {coordinator} would like to hear from you."),
        ),
        "glad": Ending(_("Glad to hear it, thank you. Write to me whenever you like.")),
        **ward_says.STATES,
    },
    values=_values,
    transitions=[
        ("fine", "how", "glad"),
        *ward_says.rows("how"),
    ],
)
