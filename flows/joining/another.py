"""Somebody else would like to join: on this phone, or on one of their own."""

from flows.engine.intents import Intent
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option
from flows.engine.text import _
from flows.events import Event, JoinedAnew, PhoneShared
from flows.intents.another import ANOTHER


def _role(answers: Answers, facts: Facts) -> str:
    return str(answers.get("as") or "mentee")


def _guards(answers: Answers, facts: Facts) -> bool:
    return bool(facts["role"] == "guardian")


def _shared(answers: Answers, facts: Facts) -> Event:
    return PhoneShared(_role(answers, facts))


def _anew(answers: Answers, facts: Facts) -> Event:
    return JoinedAnew(_role(answers, facts))


FLOW = Flow(
    name="another",
    intents=(Intent("another", table=ANOTHER, label=_("somebody else wants to join")),),
    states={
        "who": Choice(
            ask=_("Good to hear from you! Who would like to join?"),
            options=(
                Option("here", _("somebody else, on this phone"), words=(_("this phone"),)),
                Option("own", _("somebody with a phone of their own"), words=(_("own phone"),)),
                Option("me", _("just me"), words=(_("me, it's me, myself"),)),
            ),
            hint=_("Just pick what fits best."),
            why=_("Two people can share a phone. Each of them is asked first, of course."),
        ),
        "passed": Ending(
            _(
                "Lovely! From now on my texts begin with a name. Please pass the phone on, the "
                "next text is for them."
            ),
            _shared,
        ),
        "own": Ending(_("Lovely! They just text {keyword} here from their own phone.")),
        "anew": Ending("", _anew),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    transitions=[
        ("here", "who", "passed"),
        ("own", "who", "own"),
        ("me", "who", "anew", _guards),
        ("me", "who", "kept"),
        ("left", "who", "kept"),
    ],
)
