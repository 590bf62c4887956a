"""What somebody hopes for becomes their goal, once two people have agreed on how they meet."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _


def _hope(answers: Answers, facts: Facts) -> str:
    return str(facts["profile"].get("hopes") or "")


def _none(answers: Answers, facts: Facts) -> bool:
    return not _hope(answers, facts)


FLOW = Flow(
    name="hope",
    states={
        "start": Remark(),
        "ask": Choice(
            ask=_("You told me what you hope for: {hope:short}. Shall we make that your goal?"),
            options=(
                Option("yes", _("make it my goal")),
                Option("no", _("another goal"), words=(_("something else, a different one"),)),
            ),
            hint=_("I just need to know if that is your goal."),
            why=_("With a goal in mind, you and your mentor know where to start."),
        ),
        "goal": Ending(
            "",
            then="goal_setting",
            given=lambda answers, facts: {"goal": _hope(answers, facts)},
        ),
        "another": Ending("", then="goal_setting"),
        "left": Ending(
            _("No problem, nothing is saved. If you feel like a goal later, text MENU.")
        ),
    },
    values=lambda answers, facts: {"hope": _hope(answers, facts)},
    transitions=[
        ("onward", "start", "another", _none),
        ("onward", "start", "ask"),
        ("yes", "ask", "goal"),
        ("no", "ask", "another"),
        ("left", "ask", "left"),
    ],
)
