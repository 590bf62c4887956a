"""Whether two people met, and who of them did not come, as they say it themselves."""

from flows.engine.states import Option
from flows.engine.text import _

MET = Option("yes", _("we did"), words=(_("yes we met, it was good"),))
NOT = Option(
    "no",
    _("we didn't"),
    words=(
        _("we did not meet"),
        _(
            "cancelled, canceled, had to cancel, called to cancel, rescheduled, postponed, we "
            "moved it, I overslept, I slept through it, couldn't make it"
        ),
        _(
            "didn't come, didn't turn up, didn't show up, no show, never came, never showed, "
            "never turned up, nobody came, no one came, nobody showed up, stood me up, ghosted "
            "me, bailed, flaked"
        ),
    ),
)
PARTLY = Option(
    "partly",
    _("only for a bit"),
    words=(
        _(
            "a bit, only a bit, only 4 a bit, briefly, not for long, kinda, sort of, only 5 "
            "minutes, only 10 minutes, only 5 mins, only 10 mins, just 5 minutes, just 10 "
            "minutes, only a few minutes"
        ),
    ),
)
CAME = (
    Option(
        "other", _("{other} didn't come"), words=(_("didn't turn up, didn't show up, no show"),)
    ),
    Option("me", _("I couldn't come"), words=(_("I forgot, I didn't make it"),)),
    Option("off", _("we called it off"), words=(_("we moved it, postponed, cancelled"),)),
)
# Told already where one asks if they met.
AWAY = (
    Option(
        "other",
        _("{other} didn't come"),
        words=(
            _(
                "she didn't come, he didn't come, they didn't come, she never came, he never came, "
                "they never came, she didn't show, he didn't show, they didn't show, {other} "
                "didn't show, she didn't show up, he didn't show up, they didn't show up, {other} "
                "didn't show up, she never showed up, he never showed up, they never showed up, "
                "she didn't turn up, he didn't turn up, they didn't turn up, {other} didn't turn "
                "up, she never turned up, he never turned up, they never turned up, she couldn't "
                "come, he couldn't come, they couldn't come, {other} couldn't come, {other} never "
                "came, {other} never showed up, {other} never turned up, she wasn't there, he "
                "wasn't there, they weren't there, {other} wasn't there"
            ),
        ),
    ),
    Option(
        "me",
        _("I couldn't come"),
        words=(
            _(
                "I didn't come, I couldn't make it, I didn't make it, I didn't go, I couldn't go, "
                "I forgot, I missed it, I wasn't there"
            ),
        ),
    ),
)
WHO = tuple(option.token for option in AWAY)  # of the two did not come
