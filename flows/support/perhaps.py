"""Words of ours in what may be an answer: one question, and the answer is not lost."""

from collections.abc import Callable

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, State
from flows.engine.text import _
from flows.events import AnswerMeant
from flows.mentoring.pause import BREAK

ANSWER = Option("answer", _("that's my answer"), words=(_("my answer, the answer"),))
WISHES = {
    "move": Option("move", _("move my meeting")),
    "meeting": Option("meeting", _("see my meeting")),
    "fewer": Option("fewer", _("get fewer texts")),
    "pause": Option("pause", _("take a break"), words=BREAK),
    "leaving": Option("leaving", _("leave the programme")),
    "switch": Option("switch", _("meet somebody else")),
}


def either(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Their answer, or what it sounds like."""
    return ANSWER, WISHES[str(answers.get("wish") or "pause")]


def _flow_of(wish: str) -> tuple[str, Callable[[Answers, Facts], Answers] | None]:
    """The flow in which the wish comes true, and what it is told."""
    if wish != "move":
        return wish, None
    return "meeting", lambda answers, facts: {"wish": "move"}


def _ending(wish: str) -> State:
    flow, given = _flow_of(wish)
    return Ending("", then=flow, given=given)


FLOW = Flow(
    name="perhaps",
    states={
        "meant": Choice(
            ask=_("I'm not sure I got that. Which one did you mean?"),
            options=either,
            hint=_("Just pick what you meant."),
            why=_("What you wrote could mean one thing or the other."),
        ),
        "answer": Ending("", lambda answers, facts: AnswerMeant(str(answers.get("said") or ""))),
        **{wish: _ending(wish) for wish in WISHES},
        "left": Ending(""),
    },
    transitions=[
        ("answer", "meant", "answer"),
        *((wish, "meant", wish) for wish in WISHES),
        ("left", "meant", "left"),
    ],
)
