"""May the mentor see a goal? Nothing is shown before somebody has said so."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import GoalShown
from flows.mentoring import pairs

SHOW = (_("show {other}"), _("show her, show him, show them"))


def _nobody(answers: Answers, facts: Facts) -> bool:
    return not pairs.pair_of(answers, facts) or not _aim(answers, facts)


def _newest(facts: Facts) -> Facts:
    return dict(facts["goals"][-1]) if facts["goals"] else {}


def _aim(answers: Answers, facts: Facts) -> str:
    return str(answers.get("aim") or _newest(facts).get("text") or "")


def _shown(answers: Answers, facts: Facts) -> GoalShown:
    return GoalShown(pairs.match_of(answers, facts), int(_newest(facts).get("id", 0)))


def _values(answers: Answers, facts: Facts) -> Facts:
    return {**pairs.values(answers, facts), "aim": _aim(answers, facts)}


FLOW = Flow(
    name="goal_showing",
    needs=("goals",),
    states={
        "start": Remark(),
        "nobody": Ending(""),
        "show": Choice(
            ask=_("Shall I show your goal to {other}, who can add a word? {aim:short}"),
            options=(
                Option(
                    "yes",
                    _("show it"),
                    words=(_("show {other}"), _("show her, show him, show them")),
                ),
                Option("no", _("keep it to myself"), words=(_("don't show it, not yet"),)),
            ),
            hint=_("I just need to know if {other} may see your goal."),
            why=_("It's your goal. I show {other} nothing that you don't want to show."),
            firm=True,
        ),
        "shown": Ending(_("Good, {other} gets to see it."), _shown),
        "kept": Ending(_("All right, it stays with you and {coordinator}.")),
    },
    values=_values,
    shows=pairs.shows,
    transitions=[
        ("onward", "start", "nobody", _nobody),
        ("onward", "start", "show"),
        ("yes", "show", "shown"),
        ("no", "show", "kept"),
        ("left", "show", "kept"),
    ],
)
