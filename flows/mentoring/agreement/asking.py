"""What two people are asked to agree on, and what they look at again."""

from collections.abc import Mapping

from flows.engine.states import Answers, Choice, Facts, Option, Remark, State
from flows.engine.text import _
from flows.mentoring.agreement import spoken_terms, terms

SUITS = Option(
    "yes",
    _("that suits me"),
    words=(_("suits me, fine, fine by me, fine with me, sounds good, good for me, all good"),),
)
CHANGE = Option("no", _("change something"), words=(_("change it, something else, not quite"),))
KEEP = Option("keep", _("leave it as it was"), words=(_("as it was, as before"),))
AGREED = Option("yes", _("I agree"), words=(_("agree, agreed, all fine, sounds good, deal"),))
ASK = Option("ask", _("a question first"), words=(_("question, I have a question, ask"),))
LEAVE = Option("yes", _("leave it as it is"), words=(_("still right, leave it, as it is"),))


def _offered(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    held = terms.known(answers, facts).get("held")
    return (SUITS, CHANGE, KEEP) if held else (SUITS, CHANGE)


def _suits(ask: str) -> Choice:
    return Choice(
        ask=ask,
        options=(SUITS, CHANGE),
        other=spoken_terms.read,
        hint=_("Does it suit you? Or write what you'd like. For example: every two weeks."),
        why=_("Pairs who agree on this early find it easier later. {other} is asked the same."),
    )


def _anew(ask: str) -> Choice:
    """Of what is different from what they had agreed to."""
    return Choice(
        ask=ask,
        options=_offered,
        other=spoken_terms.read,
        hint=_("I just need to know if that suits you, or what you'd like instead."),
        why=_("It only changes if you both agree. Everything else stays as it is."),
    )


STATES: Mapping[str, State] = {
    "hello": Remark(
        _(
            "There are a few things for you and {other} to agree on. It's quick, and either "
            "of you can change it later."
        )
    ),
    "differs": Remark(_("{other} has looked at it before you and changed something.")),
    "where": Remark(_("If you meet in person, it's at {place} as a rule.")),
    "meet": _suits(
        _("You two could talk {often}, {how}, for {long} each time. Does that suit you?")
    ),
    "reach": _suits(
        _(
            "You may write or call each other between {start:time} and {end:time}, and your last "
            "day is {until:date}. Does that suit you?"
        )
    ),
    "private": Remark(
        _(
            "What you two say stays between you. But {coordinator} can read what is written here, "
            "to keep people safe. So nobody can promise a secret."
        )
    ),
    "duties": Remark(),
    "of_mentee": Remark(
        _(
            "You both come, or say so in time. You set a goal, {other} helps, and you each tell "
            "me how it goes."
        )
    ),
    "of_mentor": Remark(
        _(
            "You both come, or say so in time. {other} sets a goal, you help, and you each tell "
            "me how it goes."
        )
    ),
    "agree": Choice(
        ask=_("Do you agree to all of it, for you and {other}?"),
        options=(AGREED, CHANGE, ASK),
        other=spoken_terms.read,
        hint=_("I just need to know if you agree, or what should be different."),
        why=_("{other} is asked the same. It holds once you have both agreed."),
    ),
    "longer": _anew(_("You would both like more time, so until {until:date}. Does that suit you?")),
    "theirs": _anew(_("{other} would like to change this: {changes:list}. Does that suit you?")),
    "see_talk": Remark(_("You two talk {often}, {how}, for {long} each time.")),
    "see_hours": Remark(_("You may write or call each other between {start:time} and {end:time}.")),
    "see_day": Remark(_("Your last day together is {until:date}.")),
    "see_private": Remark(
        _(
            "What you two say stays between you. But {coordinator} can read what is written here, "
            "to keep people safe. So nobody can promise a secret."
        )
    ),
    "open": Remark(_("Not everybody has agreed to that yet.")),
    "see": Choice(
        ask=_("Shall I change anything that you and {other} agreed on?"),
        options=(LEAVE, CHANGE),
        other=spoken_terms.read,
        hint=_("I just need to know if it can stay, or what should be different."),
        why=_("What suited you at first may not suit you for ever."),
    ),
}
