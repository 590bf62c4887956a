"""A goal is reached: is there a next one, and may the mentor hear of it?"""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import GoalShown
from flows.mentoring import pairs


def _alone(answers: Answers, facts: Facts) -> bool:
    return not pairs.pair_of(answers, facts)


def _told(answers: Answers, facts: Facts) -> GoalShown:
    words = str(answers.get("aim") or "")
    return GoalShown(pairs.match_of(answers, facts), reached=words)


TELL = Choice(
    ask=_("Shall I tell {other} that you made it?"),
    options=(
        Option("yes", _("tell {other}"), words=(_("tell her, tell him, tell them"),)),
        Option("no", _("keep it to myself"), words=(_("don't tell, not yet"),)),
    ),
    hint=_("I just need to know if I may tell {other}."),
    why=_("It's your news, so you decide who hears it."),
    firm=True,
)
FLOW = Flow(
    name="goal_reached",
    states={
        "start": Remark(),
        "next": Choice(
            ask=_("Would you like to set a next goal?"),
            options=(
                Option("yes", _("a new goal")),
                Option("no", _("not now"), words=(_("later, not yet"),)),
            ),
            hint=_("I just need to know if you'd like a next goal."),
            why=_("One step often leads to the next. There's no hurry."),
        ),
        "chosen": Remark(),
        "tell": TELL,
        "tell_first": TELL,
        "told_next": Ending("", _told, then="goal_setting"),
        "told": Ending(_("Lovely, I'll tell {other}."), _told),
        "new": Ending("", then="goal_setting"),
        "kept": Ending(_("All right. Well done again!")),
    },
    values=pairs.values,
    transitions=[
        ("onward", "start", "next"),
        ("yes", "next", "new", _alone),
        ("yes", "next", "tell_first"),
        ("no", "next", "chosen"),
        ("left", "next", "chosen"),
        ("onward", "chosen", "kept", _alone),
        ("onward", "chosen", "tell"),
        ("yes", "tell_first", "told_next"),
        ("no", "tell_first", "new"),
        ("left", "tell_first", "new"),
        ("yes", "tell", "told"),
        ("no", "tell", "kept"),
        ("left", "tell", "kept"),
    ],
)
