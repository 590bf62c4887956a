"""Somebody writes from a new address and says that it is theirs: the one that is known is asked."""

from flows.engine.options import picked
from flows.engine.states import Answers, Choice, Ending, Flow, Option, Remark
from flows.engine.text import _
from flows.events import Event
from flows.events.addresses import ClaimAnswered

MINE = Option("yes", _("that's me"), words=(_("it's me, my new number, I changed it"),))
NOT_MINE = Option("no", _("that's not me"), words=(_("not me, no idea who that is"),))


def _asking(ask: str) -> Choice:
    return Choice(
        ask=ask,
        options=(MINE, NOT_MINE),
        hint=_("I just need to know if that's you."),
        why=_("I write nothing of yours to anybody before I know."),
        leave=False,
        firm=True,
    )


def _answered(answers: Answers, mine: bool) -> Event:
    return ClaimAnswered(int(answers.get("newcomer", 0)), mine)


FLOW = Flow(
    name="claimed",
    states={
        "start": Remark(),
        "number": _asking(
            # NOTE: {ends} are the last digits of a phone number.
            _("Somebody texts me from a number that ends in {ends}, and says it's your new one:")
        ),
        "telegram": _asking(_("Somebody writes to me on Telegram, and says they are you:")),
        "mine": Ending("", lambda answers, facts: _answered(answers, mine=True)),
        "not_mine": Ending(
            _("Thank you for telling me. Nothing changes, and {coordinator} looks into it."),
            lambda answers, facts: _answered(answers, mine=False),
        ),
    },
    transitions=[
        ("onward", "start", "telegram", picked("by", "telegram")),
        ("onward", "start", "number"),
        *(
            row
            for state in ("number", "telegram")
            for row in (("yes", state, "mine"), ("no", state, "not_mine"))
        ),
    ],
)
