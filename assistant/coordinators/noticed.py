"""What is worth a look on a coordinator's list: what was noticed by itself, and what may help."""

from collections.abc import Mapping

from flows.engine.text import _

# NOTE: Lines of a coordinator's list: a short one to pick from, and the whole of it.
NOTICED: Mapping[str, tuple[str, str]] = {
    "silent": (
        _("{other} doesn't answer {who}"),
        _(
            "{other} hasn't answered {who} since {since:when}. "
            "Worth a look: write to {other}, or call."
        ),
    ),
    "unbooked": (
        _("{who} and {other} haven't met"),
        _(
            "{who} and {other} are a pair since {since:when}, and no first meeting is booked. "
            "Worth a look: ask each what's in the way."
        ),
    ),
    "no_contact": (
        _("it's quiet: {who} and {other}"),
        _(
            "I know of no talk between {who} and {other} since {since:when}. "
            "Worth a look: ask each how it's going."
        ),
    ),
    "hushed": (
        _("{who} leaves my questions"),
        _(
            "{who} hasn't answered my last questions, so I ask no more until {who} writes. "
            "Worth a look: a call may help."
        ),
    ),
}
# What is worth a look, whoever or whatever noticed it.
LOOKS = frozenset(
    {*NOTICED, "no_answer", "no_show", "difference", "fall", "low", "terms_silent", "more_time"}
)
