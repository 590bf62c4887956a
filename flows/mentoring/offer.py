"""A mentor is asked about somebody before anything is decided: who it would be, and no more."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Predicate, Remark
from flows.engine.text import _
from flows.events import OfferAccepted, OfferDeclined


def _known(what: str) -> Predicate:
    return lambda answers, facts: bool(answers.get(what))


def _match(answers: Answers) -> int:
    return int(answers.get("match") or 0)


def _values(answers: Answers, facts: Facts) -> Facts:
    return {name: answers.get(name) or "" for name in ("other", "looks", "times")}


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
            options=(
                Option("yes", _("gladly"), words=(_("with pleasure, happy to, I'd love to"),)),
                Option("no", _("not now"), words=(_("not just now, maybe later, another time"),)),
            ),
            hint=_("I just need to know: gladly, or not now. Both are fine."),
            why=_("It's up to you, and {other} won't hear of a no."),
            leave=False,
        ),
        "gladly": Ending("", lambda answers, facts: OfferAccepted(_match(answers))),
        "not_now": Ending(
            "", lambda answers, facts: OfferDeclined(_match(answers))
        ),  # what is said then depends on how things stand
    },
    values=_values,
    transitions=[
        ("onward", "start", "seeks", _known("looks")),
        ("onward", "start", "thinks"),
        ("onward", "seeks", "about"),
        ("onward", "thinks", "about"),
        ("onward", "about", "free", _known("times")),
        ("onward", "about", "offer"),
        ("onward", "free", "offer"),
        ("yes", "offer", "gladly"),
        ("no", "offer", "not_now"),
    ],
)
