"""Goals that are for a day after the last one: by when instead?"""

from flows.engine.states import Answers, Ending, Facts, Flow, Question, Remark
from flows.engine.text import _
from flows.events import Event, GoalDated
from flows.mentoring import pairs
from flows.mentoring.days_to_come import read_day


def _late(answers: Answers, facts: Facts) -> Facts:
    """The first of their goals that is still to be asked about."""
    last, done = pairs.last_day(facts), answers.get("done") or []
    late = (goal for goal in facts["goals"] if last and str(goal.get("by") or "") > last)
    return next((goal for goal in late if goal["id"] not in done), {})


def _none(answers: Answers, facts: Facts) -> bool:
    return not _late(answers, facts)


def _too_late(answers: Answers, facts: Facts) -> bool:
    return str(answers["by"]) > pairs.last_day(facts)


def _dated(answers: Answers, facts: Facts) -> Event:
    return GoalDated(int(_late(answers, facts)["id"]), str(answers["by"]))


def _next(answers: Answers, facts: Facts) -> Answers:
    done = [*(answers.get("done") or []), _late(answers, facts).get("id")]
    return {"match": answers.get("match"), "done": done}


def _values(answers: Answers, facts: Facts) -> Facts:
    goal = _late(answers, facts)
    other = next((pair["other"] for pair in facts["pairs"]), "")
    shown = {"aim": goal.get("text", ""), "day": goal.get("by"), "other": other}
    return {**shown, "last": pairs.last_day(facts)}


FLOW = Flow(
    name="goal_day",
    needs=("goals",),
    states={
        "start": Remark(),
        "none": Ending(""),
        "late": Remark(
            _("Your last day with {other} is {last:date}, and one goal is for {day:date}.")
        ),
        "again": Remark(_("I need a day by {last:date}, while you two still meet.")),
        "by": Question(
            ask=_("Your goal: {aim:short}. By when instead? For example: 30 June."),
            read=read_day,
            exact=True,
            hint=_("I need a day that is still to come. For example: 30 June."),
            why=_("So that somebody is still there to help you get there."),
        ),
        "dated": Ending(
            _("Saved. Your goal is for {by:date} now."), _dated, then="goal_day", given=_next
        ),
        "kept": Ending(_("All right, nothing has changed."), then="goal_day", given=_next),
    },
    values=_values,
    transitions=[
        ("onward", "start", "none", _none),
        ("onward", "start", "late"),
        ("onward", "late", "by"),
        ("onward", "again", "by"),
        ("answered", "by", "again", _too_late),
        ("answered", "by", "dated"),
        ("left", "by", "kept"),
    ],
)
