"""Perhaps they meant to opt out: one question, while everything but replies is held."""

from flows.engine.states import Choice, Ending, Flow, Option
from flows.engine.text import _
from flows.events import StopConfirmed, StopDenied

FLOW = Flow(
    name="opt_out",
    states={
        "texts": Choice(
            ask=_("Just to be sure: would you like to keep getting texts from {programme}?"),
            options=(
                Option("yes", _("keep them")),
                Option("no", _("no more texts"), words=(_("none, no more"),)),
            ),
            hint=_("I only need to know if I may go on writing."),
            why=_("What you wrote sounded as if you'd rather not hear from me."),
            leave=False,
        ),
        "stopped": Ending("", lambda answers, facts: StopConfirmed()),
        "kept": Ending(_("Good, I'll keep writing."), lambda answers, facts: StopDenied()),
    },
    transitions=[
        ("yes", "texts", "kept"),
        ("no", "texts", "stopped"),
    ],
)
