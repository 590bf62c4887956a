"""Who looks for help is asked whether they would like to meet a mentor who would gladly."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import Event
from flows.events.offers import OfferAccepted
from flows.mentoring.offering import questions


def _gladly(answers: Answers, facts: Facts) -> Event:
    return OfferAccepted(questions.match_of(answers))


FLOW = Flow(
    name="introduction",
    states={
        "start": Remark(),
        # NOTE: To the one who looks for help; why the two fit follows.
        "meet": Remark(_("Good news, {name}: meet {other}. {reason_told:relayed}")),
        "want": Choice(
            ask=_(
                "Would you like to meet {other} once and see? {other} won't hear of a no. Take "
                "until {by:weekday}."
            ),
            options=(
                Option("yes", _("let's meet"), words=(_("meet, we can meet, I'd like to"),)),
                questions.ASK,
                Option("no", _("not for me"), words=(_("not them, somebody else, someone else"),)),
            ),
            other=questions.read_instead,
            hint=_("I just need to know if you'd like to meet once. Any answer is fine."),
            why=_("You two meet once before anyone decides. Nobody hears of a no."),
            leave=False,
        ),
        **questions.STATES,
        "gladly": Ending("", _gladly),
    },
    values=questions.values,
    transitions=[
        *questions.ROWS,
        ("onward", "start", "meet"),
        ("onward", "meet", "want"),
        ("yes", "want", "gladly"),
    ],
)
