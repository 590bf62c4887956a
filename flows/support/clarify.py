"""Words of ours in what may be an answer: one question, and the answer is not lost."""

from collections.abc import Iterable

from flows.engine.intents import Intent
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option
from flows.engine.text import _
from flows.events import AnswerMeant

ANSWER = Option("answer", _("that's my answer"), words=(_("my answer, the answer"),))


def token(flow: str, intent: Intent) -> str:
    """What an intent is called here: as its flow, or by its own name where it says how to open."""
    return intent.name if intent.given else flow


def offering(flows: Iterable[Flow]) -> Flow:
    """The question between an answer and any intent of these flows that has a label."""
    endings: dict[str, Ending] = {}
    labels: dict[str, Option] = {}
    for flow in flows:
        for intent in (one for one in flow.intents if one.label):
            name = token(flow.name, intent)
            endings[name] = _ending(flow.name, intent.given)
            labels[name] = Option(name, intent.label, words=intent.words)

    def either(answers: Answers, facts: Facts) -> tuple[Option, ...]:
        return ANSWER, labels[str(answers.get("wish") or "pause")]

    return Flow(
        name="perhaps",
        states={
            "meant": Choice(
                ask=_("I'm not sure I got that. Which one did you mean?"),
                options=either,
                hint=_("Just pick what you meant."),
                why=_("What you wrote could mean one thing or the other."),
            ),
            "answer": Ending(
                "", lambda answers, facts: AnswerMeant(str(answers.get("said") or ""))
            ),
            **endings,
            "left": Ending(""),
        },
        transitions=[
            ("answer", "meant", "answer"),
            *((name, "meant", name) for name in endings),
            ("left", "meant", "left"),
        ],
    )


def _meant(answers: Answers, facts: Facts) -> AnswerMeant:
    return AnswerMeant(str(answers.get("said") or ""))


def _ending(flow: str, told: Facts) -> Ending:
    given = dict(told)
    return Ending("", then=flow, given=(lambda answers, facts: given) if given else None)
