"""What guardians and the children they answer for are told outside any flow."""

from collections.abc import Mapping

from flows.engine.text import _

# NOTE: To somebody under 18: a parent or guardian has agreed; the questions go on.
GUARDIAN_AGREED = _("Good news: they agreed.")
GUARDIAN_AGREED_AGAIN = _("Good news: they agreed, so we can go on. You'll hear by {day:weekday}.")
# NOTE: It is asked for the number again.
GUARDIAN_WRONG = _("The number you gave me isn't theirs, it seems.")
# NOTE: What else a parent or guardian may have done, as somebody under 18 hears it.
GUARDIANS: Mapping[str, str] = {
    "claimed": _(
        "They said yes, thank you! As you share a phone, {coordinator} will "
        "check with them once. I'll go on right after that."
    ),
    "refused": _(
        "They would rather not, for now. So I leave it there, and it's not about you. "
        "{coordinator} can help: {contact:relayed}"
    ),
    "stopped": _(
        "I can't text them. {coordinator} has a form for you to take home, and "
        "I'll go on as soon as it's back."
    ),
    "silent": _("They haven't answered me yet. {coordinator} will help, and writes to you here."),
    "ended": _(
        "Your family has asked me to end it here. It's nobody's fault, and you did well. "
        "{coordinator} is there for you: {contact:relayed}"
    ),
    "form": _("{coordinator} has a form for you to take home. I'll go on as soon as it's back."),
}
# NOTE: After the second number that led nowhere.
FORM_AFTER_ALL = _(
    "Let's do it on paper instead: {coordinator} has a form for you to take "
    "home. I'll go on as soon as it's back."
)
# NOTE: To a parent or guardian.
CONSENT_AWAITED = _("Just a short reminder, and no rush:")
# NOTE: The second time; what they were asked follows.
CONSENT_AWAITED_AGAIN = _("Last reminder from me, and any answer is fine:")
SETTLED = _("Thank you. That has been settled meanwhile, so there is nothing more to do.")
WARD_GONE = _(
    "{child} isn't taking part in {programme} any more, for now. If you have a "
    "question, just write to me."
)
GUARDIAN_BACK = _("Good to hear from you again. {coordinator} will write to you here.")
NOTHING_OPEN = _("You get no more texts about this from me. I've told {coordinator} what you say.")
# NOTE: To a parent or guardian who answers for nobody any more, and texts MENU. After the colon
# stands how to reach the coordinator, such as "phone 212-555-0100".
MENU_OVER = _(
    "There is nothing left to pick here. {coordinator} is there for you: {contact:relayed}. "
    "Or write to me, and I'll pass it on."
)
# NOTE: Once, to somebody under 18 whose parent or guardian does not agree, and who writes again.
NOT_ALLOWED = _(
    "Without a parent's okay I can't go on, and it's not your fault. "
    "{coordinator} can help: {contact:relayed}"
)
