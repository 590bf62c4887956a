"""A parent or guardian is asked whether somebody under 18 may take part."""

from collections.abc import Callable

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import Event, GuardianAnswered

MAY = Option(
    "yes",
    _("they may"),
    words=(
        _("they can, he can, she can, he may, she may, yes he can, yes she can, yes they can"),
        _("I agree, I allow it, that's fine, it's fine with me, yes they may, I give permission"),
        # NOTE: What a mother or father may write instead of "they may"; parted by commas.
        _(
            "they can take part, he can take part, she can take part, yes he can take part, yes "
            "she can take part, my son can take part, my daughter can take part, they have my "
            "permission, he has my permission, she has my permission, you have my permission"
        ),
    ),
)
NO = Option(
    "no",
    _("not this time"),
    words=(
        _("they may not, they can't, he can't, she can't, he may not, she may not"),
        _("I don't agree, I don't want it, I don't allow it"),
        # NOTE: The same.
        _("I don't give permission, I don't give my permission, no permission"),
    ),
)
CALL = Option("call", _("call me first"), words=(_("call me, please call, phone me"),))
WRONG = Option(
    "wrong",
    _("not my child"),
    words=(_("wrong number, wrong person"), _("I have no child, I don't know them")),
)
WHY = _("Under 18, nobody takes part unless a parent or guardian agrees.")


def _mentors(answers: Answers, facts: Facts) -> bool:
    return bool(answers.get("child") == "mentor")


def _said(answer: str) -> Callable[[Answers, Facts], Event]:
    return lambda answers, facts: GuardianAnswered(int(answers.get("consent") or 0), answer)


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"age": answers.get("age", "")}


def _shares(answers: Answers, facts: Facts) -> bool:
    """Whether the yes may as well be the child's."""
    return bool(facts["shared"])


def _called(answers: Answers, facts: Facts) -> bool:
    return bool(answers.get("called"))


FLOW = Flow(
    name="guardian",
    states={
        "start": Remark(),
        "hello": Remark(
            _(
                "Hello, this is {programme}, the mentoring programme at {place}. "
                "Somebody aged {age} would like to join and meet a mentor, and "
                "gave me this number for a parent."
            )
        ),
        "hello_mentor": Remark(
            _(
                "Hello, this is {programme}, the mentoring programme at {place}. "
                "Somebody aged {age} would like to help others as a mentor, and "
                "gave me this number for a parent."
            )
        ),
        "about": Remark(
            _(
                "I'm an automatic helper, {coordinator} runs {programme}. I keep what they tell "
                "me while they take part. To be sure this is real, ask {coordinator}: "
                "{contact:relayed}"
            )
        ),
        "may": Choice(
            # NOTE: The carriers require HELP and STOP here, in capitals, in every language.
            ask=_(
                "{programme}: about 2 texts a month to you. Msg & data rates may apply. HELP for "
                "help, STOP to opt out. May they take part?"
            ),
            options=(MAY, NO, CALL, WRONG),
            hint=_("I only need to know if they may take part."),
            why=WHY,
            leave=False,
        ),
        "later": Choice(
            ask=_("You can also answer here, whenever you know: may they take part?"),
            options=(MAY, NO, WRONG),
            hint=_("I only need to know if they may take part."),
            why=WHY,
            leave=False,
        ),
        "granted": Ending(
            _(
                "Thank you! I'll go on with them now. If you have a question or "
                "a worry, or change your mind, just write to me here."
            ),
            _said("granted"),
        ),
        "claimed": Ending(
            _(
                "Thank you! As you share a phone, {coordinator} will check with "
                "you once, and then I'll go on. Any question or worry: just "
                "write to me here."
            ),
            _said("claimed"),
        ),
        "refused": Ending(
            _("That's fine, thank you for telling me. I leave it there. All the best!"),
            _said("refused"),
        ),
        "called": Ending(
            _("Of course. {coordinator} will call you at this number."),
            _said("call"),
            then="guardian",
            given=lambda answers, facts: {**answers, "called": True},
        ),
        "stranger": Ending(
            _("Sorry to bother you! I won't write here again. Have a good day."),
            _said("wrong"),
        ),
    },
    values=_values,
    transitions=[
        ("onward", "start", "later", _called),
        ("onward", "start", "hello_mentor", _mentors),
        ("onward", "start", "hello"),
        ("onward", "hello", "about"),
        ("onward", "hello_mentor", "about"),
        ("onward", "about", "may"),
        ("yes", "may", "claimed", _shares),
        ("yes", "may", "granted"),
        ("no", "may", "refused"),
        ("call", "may", "called"),
        ("wrong", "may", "stranger"),
        ("yes", "later", "claimed", _shares),
        ("yes", "later", "granted"),
        ("no", "later", "refused"),
        ("wrong", "later", "stranger"),
    ],
)
