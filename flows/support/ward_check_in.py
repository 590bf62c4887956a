"""How it goes, as a guardian sees it: asked beside the child's own check-ins."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Question
from flows.engine.text import _
from flows.events import GuardianSays
from flows.joining.ward import CHILD
from flows.support.ask import read_question


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"child": answers.get("child") or CHILD, "other": answers.get("other") or ""}


FLOW = Flow(
    name="ward_check_in",
    states={
        "how": Choice(
            ask=_(
                "Hello from {programme}. {child} and {other} know each other by now. How is it "
                "going, as you see it?"
            ),
            options=(
                Option("fine", _("it goes well"), words=(_("good, fine, all good, very well"),)),
                Option("ask", _("a question or a worry"), words=(_("a question, a worry, ask"),)),
                Option("call", _("please call me"), words=(_("call me, please call, phone me"),)),
            ),
            hint=_("Just pick what fits best."),
            why=_("You know {child} best, so {coordinator} would like to hear from you."),
        ),
        "question": Question(
            ask=_("What would you like to ask {coordinator}? Write it just as it comes."),
            read=read_question,
            hint=_("Write your question in a few words, and I'll pass it on."),
            why=_("I'm an automatic helper, and some things need a person."),
        ),
        "glad": Ending(_("Glad to hear it, thank you. Write to me whenever you like.")),
        "asked": Ending(
            _("Thank you. I've passed it on to {coordinator}, who answers here by {day:weekday}."),
            lambda answers, facts: GuardianSays(str(answers["question"])),
        ),
        "called": Ending(
            _("Of course. {coordinator} will call you at this number."),
            lambda answers, facts: GuardianSays("", call=True),
        ),
        "kept": Ending(_("No problem.")),
    },
    values=_values,
    transitions=[
        ("fine", "how", "glad"),
        ("ask", "how", "question"),
        ("call", "how", "called"),
        ("left", "how", "kept"),
        ("answered", "question", "asked"),
        ("left", "question", "kept"),
    ],
)
