"""Months after the end: how are things now? For the coordinator."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Question
from flows.engine.text import _
from flows.events import Event, SurveyGiven
from flows.joining.profile import read_any
from flows.mentoring import scale

ABOUT = "follow_up"
KEPT = ("how_note", "word", "call")


def _given(answers: Answers, facts: Facts) -> Event:
    said = {name: answers[name] for name in KEPT if answers.get(name)}
    return SurveyGiven(int(answers.get("ended") or 0), ABOUT, answers.get("how"), said)


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"other": answers.get("other") or ""}


FLOW = Flow(
    name="follow_up",
    states={
        "how": Question(
            ask=_(
                "Hi {name}, it's been a while since your time with {other}. How are things with "
                "what you worked on, from 1 hard to 5 great?"
            ),
            read=scale.read_mark,
            hint=_("Just a number from 1 to 5, and a few words if you like."),
            why=_("So {coordinator} sees what lasts, and what doesn't."),
            simpler=_("Which comes closest?"),
            options=(
                Option("1", _("hard")),
                Option("2", _("not easy")),
                Option("3", _("it's okay")),
                Option("4", _("good")),
                Option("5", _("great")),
            ),
            buttons=scale.BUTTONS,
        ),
        "word": Question(
            ask=_("What has become of it? A few words is plenty. I'll tell {coordinator}."),
            read=read_any,
            hint=_("A few words is plenty. For example: I've started at college."),
            why=_("A few words tell {coordinator} more than a number."),
        ),
        "call": Choice(
            ask=_("Shall {coordinator} get in touch with you?"),
            options=(
                Option("yes", _("please do")),
                Option("no", _("not now"), words=(_("no need, I'm fine"),)),
            ),
            hint=_("I just need to know if {coordinator} should get in touch."),
            why=_("Sometimes a little help goes a long way."),
        ),
        "done": Ending(_("Thank you, {name}, and all the best!"), _given),
        "left": Ending(_("No problem. All the best to you, {name}!")),
    },
    values=_values,
    transitions=[
        ("answered", "how", "word"),
        ("left", "how", "left"),
        ("answered", "word", "call"),
        ("left", "word", "call"),
        ("yes", "call", "done"),
        ("no", "call", "done"),
        ("left", "call", "done"),
    ],
)
