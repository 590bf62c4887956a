"""A goal: what exactly, how one will know, the first small step, by when."""

from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Option,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.events import GoalSet
from flows.joining.profile import read_answer
from flows.mentoring import pairs
from flows.mentoring.days_to_come import read_day
from flows.mentoring.goal_answers import (
    dated,
    dates,
    dates_late,
    day_in_time,
    goal_of,
    in_words,
    late,
    shows,
    vague,
)
from flows.reading import Unclear

ROUGHLY = (
    Option("1", _("in a month")),
    Option("3", _("in three months")),
    Option("6", _("in six months")),
)
DECIDE = (
    Option("yes", _("keep it"), words=(_("save it, that's right"),)),
    Option("no", _("change it"), words=(_("that's wrong"),)),
)


def read_goal(heard: Heard) -> tuple[str, str]:
    """A goal, and the day to come that is named in it."""
    goal = read_answer(heard)
    try:
        return goal, read_day(heard)
    except Unclear:
        return goal, ""


def _set(answers: Answers, facts: Facts) -> GoalSet:
    return GoalSet(
        goal_of(answers),
        answers.get("measure"),
        answers.get("step"),
        day_in_time(answers, facts),
        answers.get("replaces"),
    )


def _values(answers: Answers, facts: Facts) -> Facts:
    last = pairs.last_day(facts)
    other = next((pair["other"] for pair in facts["pairs"]), "")
    shown = {"aim": goal_of(answers), "by": day_in_time(answers, facts), "other": other}
    return {**shown, "last": last, "until": last or facts["until"]}


def _asking_if(right: str) -> Choice:
    """Whether the goal is right; another day mends that alone."""
    return Choice(
        ask=right,
        options=DECIDE,
        other=read_day,
        mends="by",
        hint=_("I just need to know if I got your goal right."),
        why=_("I'd rather ask once more than save something you didn't mean."),
    )


FLOW = Flow(
    name="goal_setting",
    states={
        "goal": Question(
            ask=_("Let's set a goal. What would you like to have done by {until:date}?"),
            read=read_goal,
            hint=_("One thing, in your own words. For example: pass maths."),
            why=_("With a goal in mind, you and your mentor know where to start."),
            echo=_("Got it."),
        ),
        "exact": Question(
            ask=_(
                "Can you be a bit more exact? For example, not just school, but: finish my maths "
                "homework every week."
            ),
            read=read_goal,
            hint=_("Just a few more words about it. For example: pass maths."),
            why=_("The more exact it is, the easier it is to see how close you are."),
        ),
        "measure": Question(
            ask=_("How will you know that you're there? For example: I've passed the test."),
            read=read_answer,
            hint=_("What could you see or show then? A few words is plenty."),
            why=_("Then nobody has to guess whether you've made it."),
        ),
        "step": Question(
            ask=_("What could be a first small step, this week or next?"),
            read=read_answer,
            hint=_("Something small that you can begin with. For example: ask my teacher."),
            why=_("Small first steps are the ones that get done."),
        ),
        "by": Question(
            ask=_("By when would you like to be there? For example: 30 June."),
            read=read_day,
            exact=True,
            hint=_("I need a day that is still to come. For example: 30 June."),
            why=_("A day to aim for helps to begin. It's yours, and you can change it."),
            simpler=_("Roughly, by when?"),
            options=ROUGHLY,
        ),
        "too_late": Remark(
            _("Your last day with {other} is {last:date}, so let's find a day before that.")
        ),
        "confirm": _asking_if(_("Your goal: {aim:short}, by {by:date}. Is that right?")),
        "told": _asking_if(_("Your goal: {aim:short} ({by:date}). Is that right?")),
        "undated": _asking_if(_("Your goal: {aim:short}. Is that right?")),
        "wrong": Choice(
            ask=_("What shall I change?"),
            options=(
                Option("goal", _("the goal")),
                Option("day", _("the day"), words=(_("the date, when"),)),
            ),
            other=read_day,
            mends="by",
            hint=_("Just pick what is wrong."),
            why=_("What is right stays as it is."),
        ),
        "anew": Remark(_("All right, then let's put it in new words.")),
        "saved": Ending(
            _("Saved, and good luck! To say how it's going, text MENU any time."), _set
        ),
        "saved_show": Ending(
            _("Saved, and good luck! To say how it's going, text MENU any time."),
            _set,
            then="goal_showing",
            given=in_words,
        ),
        "left": Ending(
            _("No problem, nothing is saved. If you feel like a goal later, text MENU.")
        ),
    },
    values=_values,
    transitions=[
        ("answered", "goal", "exact", vague),
        ("answered", "goal", "measure"),
        ("left", "goal", "left"),
        ("answered", "exact", "measure"),
        ("left", "exact", "measure"),
        ("answered", "measure", "step"),
        ("left", "measure", "step"),
        ("answered", "step", "too_late", dates_late),
        ("answered", "step", "told", dates),
        ("answered", "step", "confirm", dated),
        ("answered", "step", "by"),
        ("left", "step", "too_late", dates_late),
        ("left", "step", "told", dates),
        ("left", "step", "confirm", dated),
        ("left", "step", "by"),
        ("answered", "by", "too_late", late),
        ("answered", "by", "confirm"),
        ("onward", "too_late", "by"),
        ("left", "by", "undated"),
        ("yes", "confirm", "saved_show", shows),
        ("yes", "confirm", "saved"),
        ("no", "confirm", "wrong"),
        ("answered", "confirm", "too_late", late),
        ("answered", "confirm", "confirm"),
        ("left", "confirm", "left"),
        ("yes", "told", "saved_show", shows),
        ("yes", "told", "saved"),
        ("no", "told", "wrong"),
        ("answered", "told", "too_late", late),
        ("answered", "told", "told"),
        ("left", "told", "left"),
        ("yes", "undated", "saved_show", shows),
        ("yes", "undated", "saved"),
        ("no", "undated", "wrong"),
        ("answered", "undated", "too_late", late),
        ("answered", "undated", "confirm"),
        ("left", "undated", "left"),
        ("goal", "wrong", "anew"),
        ("day", "wrong", "by"),
        ("answered", "wrong", "too_late", late),
        ("answered", "wrong", "confirm"),
        ("left", "wrong", "left"),
        ("onward", "anew", "goal"),
    ],
)
