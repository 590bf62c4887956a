"""A question of the other side, before the two are together, to be answered without names."""

from flows.engine.states import Answers, Ending, Facts, Flow, Question, Remark
from flows.engine.text import _
from flows.events import Event
from flows.events.offers import OfferReplied
from flows.joining.profile import read_answer
from flows.mentoring.offering import questions


def _replied(answers: Answers, facts: Facts) -> Event:
    said = str(answers.get("answer") or answers.get("reply") or "")
    return OfferReplied(questions.match_of(answers), said, int(answers.get("left") or 0))


def _mentor(answers: Answers, facts: Facts) -> bool:
    return bool(facts["role"] == "mentor")


def _values(answers: Answers, facts: Facts) -> Facts:
    return {name: answers.get(name) or "" for name in ("other", "asks")}


_HINT = _("Just write your answer, in a few words. I'll pass it on.")
_WHY = _("It helps to know a little before you two meet. You don't have to answer.")

FLOW = Flow(
    name="passed_on",
    states={
        "start": Remark(),
        # NOTE: To who looks for help: somebody unnamed would perhaps mentor them.
        "answer": Question(
            ask=_(
                "A mentor we have in mind for you asks: {asks:relayed} Write your answer here and "
                "I'll pass it on."
            ),
            read=read_answer,
            hint=_HINT,
            why=_WHY,
        ),
        # NOTE: To a mentor who would gladly be there for {other}.
        "reply": Question(
            ask=_(
                "{other} would like to know before you meet: {asks:relayed} Write your answer "
                "here and I'll pass it on."
            ),
            read=read_answer,
            hint=_HINT,
            why=_WHY,
        ),
        "replied": Ending("", _replied),
        "passed": Ending("", _replied),
    },
    values=_values,
    transitions=[
        ("onward", "start", "reply", _mentor),
        ("onward", "start", "answer"),
        ("answered", "answer", "replied"),
        ("answered", "reply", "replied"),
        ("left", "answer", "passed"),
        ("left", "reply", "passed"),
    ],
)
