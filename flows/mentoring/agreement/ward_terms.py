"""A guardian is asked about what their child and somebody else agree on."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Question, Remark
from flows.engine.text import _
from flows.events import Event, GuardianSays, WardTermsAgreed
from flows.joining.ward import CHILD
from flows.mentoring.agreement import terms
from flows.support.ask import read_question


def _agreed(answers: Answers, facts: Facts) -> Event:
    match, version = (int(answers.get(name) or 0) for name in ("match", "version"))
    return WardTermsAgreed(match, version, str(answers.get("side") or ""))


def _values(answers: Answers, facts: Facts) -> Facts:
    shown = terms.in_words(dict(answers.get("terms") or {}))
    return {**shown, "child": answers.get("child") or CHILD, "other": answers.get("other") or ""}


FLOW = Flow(
    name="ward_terms",
    states={
        "start": Remark(),
        "plan": Remark(
            _("{child} and {other} would like to talk {often}, {how}, for {long} each time.")
        ),
        "okay": Choice(
            ask=_("Their last day would be {until:date}. Is that all right with you?"),
            options=(
                Option("yes", _("that's all right"), words=(_("all right, fine, I agree, okay"),)),
                Option("ask", _("a question or a worry"), words=(_("a question, a worry, ask"),)),
                Option("call", _("please call me"), words=(_("call me, please call, phone me"),)),
            ),
            hint=_("Just pick what fits best."),
            why=_("You answer for {child}, so it only holds if you agree, too."),
        ),
        "question": Question(
            ask=_("What would you like to ask {coordinator}? Write it just as it comes."),
            read=read_question,
            hint=_("Write your question in a few words, and I'll pass it on."),
            why=_("I'm an automatic helper, and some things need a person."),
        ),
        "agreed": Ending(
            _("Thank you. I'll tell {child} and {other}. Write to me whenever you like."), _agreed
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
    },
    values=_values,
    transitions=[
        ("onward", "start", "plan"),
        ("onward", "plan", "okay"),
        ("yes", "okay", "agreed"),
        ("ask", "okay", "question"),
        ("call", "okay", "called"),
        ("left", "okay", "kept"),
        ("answered", "question", "asked"),
        ("left", "question", "kept"),
    ],
)
