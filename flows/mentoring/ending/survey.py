"""After the end: how it was, how far they got, and what should change. For the coordinator."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Question, Remark
from flows.engine.text import _
from flows.events import Event, SurveyGiven
from flows.joining.profile import read_any
from flows.mentoring import scale

ABOUT = "exit"
MARKS = ("felt", "friend")
KEPT = ("goal", "felt", "felt_note", "friend", "friend_note", "change")

_HINT = _("Just a number from 1 to 5, and a few words if you like.")
_HOW = (
    Option("1", _("not good")),
    Option("2", _("not so good")),
    Option("3", _("it was okay")),
    Option("4", _("good")),
    Option("5", _("very good")),
)


def _given(answers: Answers, facts: Facts) -> Event:
    how = "planned" if answers.get("planned") else "early"
    said = {name: answers[name] for name in KEPT if answers.get(name)}
    if note := answers.get(f"{how}_how_note"):
        said["how_note"] = note
    return SurveyGiven(int(answers.get("ended") or 0), ABOUT, answers.get(f"{how}_how"), said)


def _planned(answers: Answers, facts: Facts) -> bool:
    return bool(answers.get("planned"))


def _onward(answers: Answers, facts: Facts) -> Answers:
    return {"ended": answers.get("ended"), "ask": bool(answers.get("story"))}


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"other": answers.get("other") or ""}


FLOW = Flow(
    name="survey",
    states={
        "start": Remark(),
        "planned_how": Question(
            ask=_(
                "How was your time with {other}, from 1 not good to 5 very good? "
                "Your answers go to {coordinator}, not to {other}."
            ),
            read=scale.read_mark,
            hint=_HINT,
            why=_("So {coordinator} sees what helps. I don't tell {other}."),
            simpler=_("Which comes closest?"),
            options=_HOW,
            buttons=scale.BUTTONS,
        ),
        "early_how": Question(
            ask=_(
                "Your time with {other} ended early, and that's nobody's fault. "
                "How was it, from 1 not good to 5 very good? I tell {coordinator}, not {other}."
            ),
            read=scale.read_mark,
            hint=_HINT,
            why=_("So {coordinator} sees what helps. I don't tell {other}."),
            simpler=_("Which comes closest?"),
            options=_HOW,
            buttons=scale.BUTTONS,
        ),
        "goal": Choice(
            ask=_("How far did you two get with what you wanted to do?"),
            options=(
                Option("all", _("all the way"), words=(_("fully, we made it, done, reached"),)),
                Option("part", _("part of the way"), words=(_("partly, halfway, a bit, some"),)),
                Option("none", _("not far"), words=(_("nowhere, not at all, hardly"),)),
            ),
            hint=_("Just pick the closest one."),
            why=_("A goal that wasn't reached is fine too. It shows what takes longer."),
        ),
        "felt": Question(
            ask=_("Did you feel supported by us, from 1 hardly to 5 all the time?"),
            read=scale.read_mark,
            hint=_HINT,
            why=_("It's us who have to do better where it wasn't enough."),
            simpler=_("Which comes closest?"),
            options=(
                Option("1", _("hardly")),
                Option("2", _("a little")),
                Option("3", _("sometimes")),
                Option("4", _("mostly")),
                Option("5", _("all the time")),
            ),
            buttons=scale.BUTTONS,
        ),
        "friend": Question(
            ask=_("Would you tell a friend to join {programme}, from 1 never to 5 for sure?"),
            read=scale.read_mark,
            hint=_HINT,
            why=_("It tells us if it's worth it for people like you."),
            simpler=_("Which comes closest?"),
            options=(
                Option("1", _("never")),
                Option("2", _("rather not")),
                Option("3", _("perhaps")),
                Option("4", _("I think so")),
                Option("5", _("for sure")),
            ),
            buttons=scale.BUTTONS,
        ),
        "change": Question(
            ask=_("Last one: what is the one thing we should change? A few words is plenty."),
            read=read_any,
            hint=_("A few words is plenty. For example: more time at the start."),
            why=_("Whoever comes after you gets something better."),
        ),
        "end": Remark(),
        "again": Ending(_("Thank you, {name}. That helps."), _given, then="again", given=_onward),
        "done": Ending(_("Thank you, {name}. That helps."), _given),
        "left": Ending(_("No problem, and thanks anyway.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "planned_how", _planned),
        ("onward", "start", "early_how"),
        ("answered", "planned_how", "goal"),
        ("left", "planned_how", "left"),
        ("answered", "early_how", "goal"),
        ("left", "early_how", "left"),
        ("all", "goal", "felt"),
        ("part", "goal", "felt"),
        ("none", "goal", "felt"),
        ("left", "goal", "felt"),
        ("answered", "felt", "friend"),
        ("left", "felt", "friend"),
        ("answered", "friend", "change"),
        ("left", "friend", "change"),
        ("answered", "change", "end"),
        ("left", "change", "end"),
        ("onward", "end", "again", _planned),
        ("onward", "end", "done"),
    ],
)
