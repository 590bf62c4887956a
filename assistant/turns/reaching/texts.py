"""What people are told of where they are reached."""

from flows.engine.text import _

# NOTE: To who is written to by SMS from now on, since Telegram does not reach them.
NOT_BY_TELEGRAM = _(
    "I can't reach you on Telegram just now, so I write to you here. "
    "To switch back, just write to me there."
)
# NOTE: To who is written to on Telegram from now on, since no SMS reaches them.
NOT_BY_SMS = _(
    "My SMS don't reach your phone just now, so I write to you here. "
    "To switch back, just text me from there."
)
# NOTE: The last text to an old number.
MOVES_ON = _("Thank you! From now on I write to your new number, and no more to this one.")
# NOTE: To who is written to by SMS and on Telegram.
BESIDE = _("Thank you! From now on I write to you there. You can still write to me here, too.")
# NOTE: The first text to the new number of somebody who is known.
HERE_NOW = _("Hi {name}, it's really you! From now on I write to you here.")
# NOTE: To who said that they are somebody we know.
NOT_SURE = _(
    "I couldn't make sure whose number this is, so nothing changes. "
    "To join {programme} yourself, text {keyword} here."
)
SETTLED_ALREADY = _("That's settled already, thank you.")
