"""What a guardian can do at any time about the child they answer for: ask, or end it."""

from flows.engine import options
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Option,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.events import AnswerChanged, Event, GuardianEnded, GuardianSays
from flows.joining.profile import read_name
from flows.support.ask import read_question

ASK = Option("ask", _("ask {coordinator}"), words=(_("ask a person, a question"),))
CALL = Option("call", _("please call me"), words=(_("call me, please call, phone me"),))
CHILD = Option("child", _("your child"))  # who has told no name yet
END = Option("end", _("end it for my child"), words=(_("I don't want it any more"),))
LANGUAGE = Option("language", _("my language"))


def _children(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    return options.own((one["id"], one["name"] or one["age"]) for one in facts["wards"])


def _several(answers: Answers, facts: Facts) -> bool:
    return len(facts["wards"]) > 1


def _none(answers: Answers, facts: Facts) -> bool:
    return not facts["wards"]


def _child(answers: Answers, facts: Facts) -> Facts:
    picked = str(answers.get("which") or "")
    return next((one for one in facts["wards"] if picked in ("", str(one["id"]))), {})


def _wishes(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    return (ASK, CALL, END, LANGUAGE) if facts["wards"] else (ASK, CALL, LANGUAGE)


def _ended(answers: Answers, facts: Facts) -> Event:
    return GuardianEnded(int(_child(answers, facts).get("id", 0)))


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"child": _child(answers, facts).get("name") or CHILD}


FLOW = Flow(
    name="ward",
    needs=("wards",),
    states={
        "start": Remark(),
        "name": Question(
            ask=_("And what should {coordinator} call you?"),
            read=read_name,
            hint=_("Just your name, please. For example: Ana Lopez."),
            why=_("So that {coordinator} knows who agreed."),
        ),
        "what": Choice(
            ask=_("What would you like to do?"),
            options=_wishes,
            hint=_("Just pick one of these."),
            why=_("You answer for {child}, so you can ask or end it at any time."),
        ),
        "question": Question(
            ask=_("What would you like to ask {coordinator}? Write it just as it comes."),
            read=read_question,
            hint=_("Write your question in a few words, and I'll pass it on."),
            why=_("I'm an automatic helper, and some things need a person."),
        ),
        "end": Remark(),
        "which": Choice(
            ask=_("Who should stop taking part?"),
            options=_children,
            hint=_("Just pick the one you mean."),
            why=_("More than one could be meant."),
        ),
        "sure": Choice(
            ask=_("Should {child} stop taking part? I'll tell those who need to know, kindly."),
            options=(
                Option("yes", _("end it"), words=(_("end it now, they shall not go on"),)),
                Option("no", _("let it go on"), words=(_("go on, keep it"),)),
            ),
            hint=_("I just need to know if I should end it."),
            why=_("You answer for {child}, so you can ask or end it at any time."),
        ),
        "named": Ending(
            _("Thank you, {name}. Write to me whenever you like."),
            lambda answers, facts: AnswerChanged("name", answers["name"]),
        ),
        "unnamed": Ending(_("All right. Write to me whenever you like.")),
        "asked": Ending(
            _("Thank you. I've passed it on to {coordinator}, who answers here by {day:weekday}."),
            lambda answers, facts: GuardianSays(str(answers["question"])),
        ),
        "called": Ending(
            _("Of course. {coordinator} will call you at this number."),
            lambda answers, facts: GuardianSays("", call=True),
        ),
        "ended": Ending(
            _("Done. I've ended it for {child}, and I'll tell those who need to know. Thank you."),
            _ended,
        ),
        "language": Ending("", then="language"),
        "nobody": Ending(_("Nobody you answer for is taking part at the moment.")),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "name", options.picked("wish", "name")),
        ("onward", "start", "end", options.picked("wish", "end")),
        ("onward", "start", "what"),
        ("answered", "name", "named"),
        ("left", "name", "unnamed"),
        ("ask", "what", "question"),
        ("call", "what", "called"),
        ("end", "what", "end"),
        ("language", "what", "language"),
        ("left", "what", "kept"),
        ("answered", "question", "asked"),
        ("left", "question", "kept"),
        ("onward", "end", "nobody", _none),
        ("onward", "end", "which", _several),
        ("onward", "end", "sure"),
        ("answered", "which", "sure"),
        ("left", "which", "kept"),
        ("yes", "sure", "ended"),
        ("no", "sure", "kept"),
        ("left", "sure", "kept"),
    ],
)
