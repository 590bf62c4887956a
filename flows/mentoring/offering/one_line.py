"""Before two meet for the first time each says in one line what would make it good; both see
both."""

from flows.engine.states import Answers, Ending, Facts, Flow, Question, Remark
from flows.engine.text import _
from flows.events import Event
from flows.events.offers import LineSaid
from flows.joining.profile import read_any
from flows.mentoring import pairs


def _said(answers: Answers, facts: Facts) -> Event:
    return LineSaid(pairs.match_of(answers, facts), str(answers.get("line") or ""))


FLOW = Flow(
    name="line",
    states={
        "start": Remark(),
        "nobody": Ending(""),
        "line": Question(
            ask=_(
                "Before you meet {other}: what would make it good for you? One line is enough. "
                "I show it to {other}, and you see what {other} writes."
            ),
            read=read_any,
            hint=_("A few words is plenty. For example: just talk, no lecture."),
            why=_("So you both know what would help before you sit down together."),
        ),
        "said": Ending("", _said),
    },
    values=pairs.values,
    shows=pairs.shows,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "line"),
        ("answered", "line", "said"),
        ("left", "line", "said"),
    ],
)
