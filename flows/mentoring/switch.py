"""Somebody would like another person: no blame, and the coordinator takes care of it."""

from flows.engine.intents import Intent
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Question, Remark
from flows.engine.text import _
from flows.events import Event, SwitchAsked
from flows.intents.switch import SWITCH
from flows.joining.profile import read_reason
from flows.mentoring import pairs


def _asked(answers: Answers, facts: Facts) -> Event:
    return SwitchAsked(pairs.match_of(answers, facts), str(answers.get("reason") or ""))


def _finished(answers: Answers, facts: Facts) -> bool:
    """Whether they have come to the end of it, and wait for nobody."""
    return pairs.nobody(answers, facts) and bool(facts.get("finished"))


FLOW = Flow(
    name="switch",
    intents=(
        Intent(
            "switch",
            printed={"en": "SWITCH", "es": "CAMBIO", "fr": "CHANGER", "pt": "TROCAR"},
            table=SWITCH,
            label=_("meet somebody else"),
        ),
    ),
    states={
        "start": Remark(),
        "nobody": Ending(
            _(
                "You haven't been paired with anyone yet. {coordinator} is looking for the right "
                "person."
            )
        ),
        "again": Ending("", then="again"),
        "who": pairs.WHO,
        "sure": Choice(
            ask=_("Would you like someone other than {other}? No blame, it happens."),
            options=(
                Option(
                    "yes",
                    _("somebody else"),
                    words=(_("someone else, someone new, switch, change"),),
                ),
                Option("no", _("keep {other}"), words=(_("keep, keep her, keep him, keep them"),)),
            ),
            hint=_("I just need to know if you'd like somebody else."),
            why=_("{other} won't hear of it from me. {coordinator} talks to you first."),
            ends=True,
            firm=True,
        ),
        "reason": Question(
            ask=_("What would help most? I'll tell {coordinator}, not {other}."),
            read=read_reason,
            hint=_("A few words is plenty. For example: we can't find a time."),
            why=_("It helps {coordinator} find somebody who fits better."),
        ),
        "asked": Ending(
            _(
                "Thank you for saying so. {coordinator} will talk to you by {day:weekday}. "
                "Nothing changes before that."
            ),
            _asked,
        ),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    values=pairs.values,
    shows=pairs.shows,
    transitions=[
        ("onward", "start", "again", _finished),
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "who", pairs.several),
        ("onward", "start", "sure"),
        ("answered", "who", "sure"),
        ("left", "who", "kept"),
        ("yes", "sure", "reason"),
        ("no", "sure", "kept"),
        ("left", "sure", "kept"),
        ("answered", "reason", "asked"),
        ("left", "reason", "asked"),
    ],
)
