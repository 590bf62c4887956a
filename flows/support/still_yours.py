"""After a long silence: whose phone is it? Nothing private goes there before that is answered."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events.addresses import PhoneConfirmed

SOMEBODY_ELSES = Option(
    "no",
    _("somebody else's"),
    words=(
        _("somebody else, someone else, wrong number, wrong person, not me"),
        _("not {name}, this isn't {name}"),
    ),
)


def _asking(ask: str, mine: str, words: str) -> Choice:
    return Choice(
        ask=ask,
        options=(Option("yes", mine, words=(words,)), SOMEBODY_ELSES),
        hint=_("I'm the automatic helper of {programme}. I just need to know whose phone this is."),
        why=_("I don't want to write to the wrong person."),
        leave=False,
        firm=True,
    )


def _named(answers: Answers, facts: Facts) -> bool:
    return bool(facts["name"])


FLOW = Flow(
    name="still_yours",
    states={
        "start": Remark(),
        "named": _asking(
            _("Hi! It's been a while. Is this still the phone of {name}?"),
            _("it's still mine"),
            _("still me, still mine, it's me, mine, I'm {name}, it's {name}, this is {name}"),
        ),
        "unnamed": _asking(
            _("Hi, this is {programme}. It's been a while! Is this still your phone?"),
            _("it's still mine"),
            _("still me, still mine, it's me, mine"),
        ),
        "mine": Ending(
            _("Thank you, that's good to know!"), lambda answers, facts: PhoneConfirmed(True)
        ),
        "gone": Ending(
            _("Sorry to bother you! I've taken this number off. Have a good day."),
            lambda answers, facts: PhoneConfirmed(False),
        ),
    },
    transitions=[
        ("onward", "start", "named", _named),
        ("onward", "start", "unnamed"),
        *(
            row
            for state in ("named", "unnamed")
            for row in (("yes", state, "mine"), ("no", state, "gone"))
        ),
    ],
)
