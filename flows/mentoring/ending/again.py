"""Who has come to the end: would they like to be brought together with somebody new?"""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option
from flows.engine.text import _
from flows.events import AgainWanted


def _onward(answers: Answers, facts: Facts) -> Answers:
    return {"ended": answers.get("ended"), "ask": bool(answers.get("ask"))}


FLOW = Flow(
    name="again",
    states={
        "next": Choice(
            ask=_("Would you like to be brought together with somebody new?"),
            options=(
                Option("yes", _("gladly"), words=(_("somebody new, again, one more time"),)),
                Option("no", _("not now"), words=(_("that's it, I'm done, not for now, later"),)),
            ),
            hint=_("I just need to know if you'd like somebody new, or not now."),
            why=_("Nobody is brought together with you unless you'd like that."),
        ),
        "wanted": Ending(
            _("Lovely! You'll hear from me by {day:weekday}."),
            lambda answers, facts: AgainWanted(),
            then="story",
            given=_onward,
        ),
        "not_now": Ending(
            _("All right. If you change your mind, just write to me."), then="story", given=_onward
        ),
    },
    transitions=[
        ("yes", "next", "wanted"),
        ("no", "next", "not_now"),
        ("left", "next", "not_now"),
    ],
)
