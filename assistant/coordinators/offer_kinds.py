"""What there is on a coordinator's list of those who are asked before a match."""

from collections.abc import Mapping

from flows.engine.text import _

# NOTE: Lines of a coordinator's list: a short one to pick from, and the whole of it.
OFFERS: Mapping[str, tuple[str, str]] = {
    "declined": (
        _("{who} can't take {other} now"),
        _("{who} says not now to {other}, who knows nothing of it. {said:relayed}"),
    ),
    "offer_silent": (
        _("{who} doesn't say about {other}"),
        _("{who} hasn't said whether to be there for {other}. A call may help."),
    ),
    "still_up_silent": (
        _("{who} doesn't say"),
        _("{who} waits and hasn't said whether they are still up for it. A call may help."),
    ),
    "offer_off": (
        _("it's off for {who} and {other}"),
        _("{who} isn't free any more. The question about {who} and {other} is off."),
    ),
    "list_over": (
        _("nobody is left to ask for {who}"),
        _("Nobody is left to ask about {who}, who doesn't know that."),
    ),
    "unsure": (
        _("{who} isn't sure about {other}"),
        _("{who} isn't sure about going on with {other}, who doesn't know. Perhaps worth a call."),
    ),
    "undecided": (
        _("{who} doesn't say about {other}"),
        _("{who} and {other} met, and {who} hasn't said whether to go on. A call may help."),
    ),
    "dissolved": (
        _("{who} and {other} don't go on"),
        _("{who} and {other} met once and don't go on. Both know."),
    ),
}
