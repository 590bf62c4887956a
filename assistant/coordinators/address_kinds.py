"""What there is on a coordinator's list about how people are reached."""

from collections.abc import Mapping

from flows.engine.states import Option
from flows.engine.text import _

# NOTE: Lines of a coordinator's list: a short one to pick from, and the whole of it.
ADDRESSES: Mapping[str, tuple[str, str]] = {
    # NOTE: {said} is the name that somebody gives as theirs, {number} a phone number.
    "claim": (
        _("perhaps a new phone for {said}"),
        _("Somebody writes from {number} and says: I'm {said}. Nothing changes before you agree."),
    ),
    "claim_denied": (
        _("somebody else may be {who}"),
        _(
            "Somebody at a new number says they are {who}, and {who} says no. "
            "Please find out who that is."
        ),
    ),
    "claim_void": (
        _("{who} stays where they were"),
        _(
            "I can't move {who} to the new number. It wants no texts, or is somebody else's here. "
            "Please ask {who}."
        ),
    ),
    "number_moved": (
        _("{who} has a new phone"),
        _("{who} has a new phone, and the old one said so, too. I write to the new one now."),
    ),
    "no_channel": (
        _("I can't reach {who}"),
        _(
            "I can't reach {who} any more: {why}. Please find out what's up. "
            "A text from {who} to me is enough, from any phone."
        ),
    ),
    "still_silent": (
        _("the phone of {who} is silent"),
        _(
            "{who} hasn't said for a week if the phone is still theirs. Until then I hold back "
            "what I have for {who}. Perhaps call."
        ),
    ),
}
# NOTE: Why somebody cannot be reached, after "I can't reach Jay any more:".
WHY: Mapping[str, Option] = {
    "blocked": Option("blocked", _("they've blocked me on Telegram")),
    "number": Option("number", _("that number takes no texts")),
    "failed": Option("failed", _("my last three texts didn't arrive")),
    "another": Option("another", _("somebody else has that phone now")),
}
CLAIM, NO_CHANNEL = "claim", "no_channel"
SAID = (CLAIM, NO_CHANNEL)  # by facts, and not in somebody's words
