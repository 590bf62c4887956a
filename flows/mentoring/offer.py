"""A mentor is asked about somebody before anything is decided: who it would be, and no more."""

from flows.engine.states import Choice, Ending, Flow, Option, Remark
from flows.engine.text import _
from flows.events.offers import OfferAccepted
from flows.mentoring.offering import questions
from flows.mentoring.offering.questions import known, match_of

GLADLY = Option("yes", _("gladly"), words=(_("with pleasure, happy to, I'd love to"),))
NOT_NOW = Option("no", _("not now"), words=(_("not just now, maybe later, another time"),))

FLOW = Flow(
    name="offer",
    states={
        "start": Remark(),
        # NOTE: To a mentor. {looks} is what they look for: "school and jobs".
        "seeks": Remark(
            _(
                "{coordinator} has somebody in mind for you: {other}. {other} "
                "would like a hand with: {looks:list}."
            )
        ),
        "thinks": Remark(_("{coordinator} has somebody in mind for you: {other}.")),
        "about": Remark(),
        # NOTE: When somebody is usually free: "Mon-Fri 4-8 pm".
        "free": Remark(_("{other} can usually meet: {times:short}.")),
        "offer": Choice(
            ask=_("Would you like to be a mentor for {other}?"),
            options=(GLADLY, NOT_NOW),
            hint=_("I just need to know: gladly, or not now. Both are fine."),
            why=_("It's up to you, and {other} won't hear of a no."),
            leave=False,
        ),
        # Where the programme asks both, and they meet once before anybody decides.
        "because": Remark(_("Why you: {reason_told:relayed}")),
        "want": Choice(
            ask=_("Would you like to be a mentor for {other}? Take until {by:weekday}."),
            options=(GLADLY, questions.ASK, NOT_NOW),
            other=questions.read_instead,
            hint=_("I just need to know: gladly, a question first, or not now. All are fine."),
            why=_("It's up to you, and {other} won't hear of a no."),
            leave=False,
        ),
        **questions.STATES,
        "gladly": Ending("", lambda answers, facts: OfferAccepted(match_of(answers))),
    },
    values=questions.values,
    transitions=[
        *questions.ROWS,
        ("onward", "start", "seeks", known("looks")),
        ("onward", "start", "thinks"),
        ("onward", "seeks", "about"),
        ("onward", "thinks", "about"),
        ("onward", "about", "free", known("times")),
        ("onward", "about", "because", known("reason_told")),
        ("onward", "about", "want", known("both")),
        ("onward", "about", "offer"),
        ("onward", "free", "because", known("reason_told")),
        ("onward", "free", "want", known("both")),
        ("onward", "free", "offer"),
        ("onward", "because", "want"),
        ("yes", "want", "gladly"),
        ("yes", "offer", "gladly"),
        ("no", "offer", "not_now"),
    ],
)
