"""A mentor who has been waiting for weeks is asked whether they are still up for it."""

from collections.abc import Callable

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option
from flows.engine.text import _
from flows.events import Event, StillUp
from flows.mentoring.pause import BREAK


def _said(answer: str) -> Callable[[Answers, Facts], Event]:
    return lambda answers, facts: StillUp(answer)


FLOW = Flow(
    name="still_up",
    states={
        "up": Choice(
            ask=_(
                "Hi {name}, thank you for your patience. {coordinator} is still looking for the "
                "right person for you. Are you still up for it?"
            ),
            options=(
                Option("yes", _("still up for it"), words=(_("still up, I am, count me in"),)),
                Option("no", _("not just now"), words=(_("not now, maybe later"), *BREAK)),
                Option("out", _("not any more"), words=(_("no longer, I'm out"),)),
            ),
            hint=_("I just need to know: still up for it, not just now, or not any more."),
            why=_("Things change in a few weeks, and any answer is fine."),
            firm=True,
        ),
        "glad": Ending(_("Lovely, thank you! You'll hear from me by {day:weekday}."), _said("yes")),
        "rest": Ending("", _said("later"), then="pause"),
        "out": Ending("", _said("no"), then="leaving"),
        "left": Ending(_("No problem. You'll hear from me by {day:weekday}."), _said("")),
    },
    transitions=[
        ("yes", "up", "glad"),
        ("no", "up", "rest"),
        ("out", "up", "out"),
        ("left", "up", "left"),
    ],
)
