"""How a look at the list ends: who is ready is told, or what was on it is settled."""

from collections.abc import Mapping

from flows.coordinator import waiting
from flows.engine.states import Ending
from flows.engine.text import _
from flows.events import HandoverAnswered, HandoverClosed, HeldSettled, TermsApproved

ENDINGS: Mapping[str, Ending] = {
    "both": Ending(
        _(
            "Waiting for somebody ({waiting}): {seekers:list}. "
            "With room for somebody ({rooms}): {helpers:list}."
        )
    ),
    "no_mentees": Ending(_("Nobody is waiting. With room for somebody ({rooms}): {helpers:list}.")),
    "no_mentors": Ending(
        _("Waiting for somebody ({waiting}): {seekers:list}. Nobody has room just now.")
    ),
    "neither": Ending(_("Right now nobody is waiting and nobody has room.")),
    "passed_on": Ending(
        _("Passed on to {who}, word for word."),
        lambda answers, facts: HandoverAnswered(
            waiting.number(answers, facts), str(answers["answer"]), waiting.seen(answers)
        ),
    ),
    "sent": Ending(
        _("Passed on to {who}, word for word."),
        lambda answers, facts: HandoverAnswered(
            waiting.number(answers, facts), str(answers["item"]), waiting.seen(answers)
        ),
    ),
    "closed": Ending(
        _("Good, it's off your list."),
        lambda answers, facts: HandoverClosed(
            waiting.number(answers, facts), waiting.seen(answers)
        ),
    ),
    "released": Ending(
        _("Done. {other} gets it word for word, unless the two are on hold by now."),
        lambda answers, facts: HeldSettled(
            waiting.number(answers, facts), True, waiting.seen(answers)
        ),
    ),
    "blocked": Ending(
        _("Done, I keep it back. {other} hears nothing of it."),
        lambda answers, facts: HeldSettled(
            waiting.number(answers, facts), False, waiting.seen(answers)
        ),
    ),
    "approved": Ending(
        _("Good, I'll tell them both."),
        lambda answers, facts: TermsApproved(waiting.number(answers, facts), waiting.seen(answers)),
    ),
}
