"""What a guardian may say instead of an answer: a question, or that they would like a call."""

from collections.abc import Mapping

from flows.engine.states import Ending, Option, Question, Row, State
from flows.engine.text import _
from flows.events import GuardianSays
from flows.support.ask import read_question

OPTIONS = (
    Option("ask", _("a question or a worry"), words=(_("a question, a worry, ask"),)),
    Option("call", _("please call me"), words=(_("call me, please call, phone me"),)),
)
STATES: Mapping[str, State] = {
    "question": Question(
        ask=_("What would you like to ask {coordinator}? Write it just as it comes."),
        read=read_question,
        hint=_("Write your question in a few words, and I'll pass it on."),
        why=_("I'm an automatic helper, and some things need a person."),
    ),
    "asked": Ending(
        _("Thank you. I've passed it on to {coordinator}, who answers here by {day:weekday}."),
        lambda answers, facts: GuardianSays(str(answers["question"])),
    ),
    "called": Ending(
        _("Of course. {coordinator} will call you at this number."),
        lambda answers, facts: GuardianSays("", call=True),
    ),
    "kept": Ending(_("No problem.")),
}


def rows(state: str) -> tuple[Row, ...]:
    """Where they lead from the question that offers them."""
    return (
        ("ask", state, "question"),
        ("call", state, "called"),
        ("left", state, "kept"),
        ("answered", "question", "asked"),
        ("left", "question", "kept"),
    )
