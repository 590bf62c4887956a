"""Perhaps they meant to opt out: one question, while everything but replies is held."""

from flows.engine.states import Choice, Ending, Flow, Option
from flows.engine.text import _
from flows.events import StopConfirmed, StopDenied
from flows.joining.consent import NOT_ME

FLOW = Flow(
    name="opt_out",
    states={
        "texts": Choice(
            ask=_("Just to be sure: would you like to keep getting texts from {programme}?"),
            options=(
                Option(
                    "yes",
                    _("keep them"),
                    words=(_("keep, keep going, go on, continue, please continue"),),
                ),
                Option("no", _("no more texts"), words=(_("none, no more"),)),
                Option("wrong", _("wrong number"), words=NOT_ME.words),
            ),
            hint=_("I only need to know if I may go on writing."),
            why=_("What you wrote sounded as if you'd rather not hear from me."),
            leave=False,
        ),
        "stopped": Ending("", lambda answers, facts: StopConfirmed()),
        "wrong_number": Ending("", lambda answers, facts: StopConfirmed(wrong_number=True)),
        "kept": Ending(_("Good, I'll keep writing."), lambda answers, facts: StopDenied()),
    },
    transitions=[
        ("yes", "texts", "kept"),
        ("no", "texts", "stopped"),
        ("wrong", "texts", "wrong_number"),
    ],
)
