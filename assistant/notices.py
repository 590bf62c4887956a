"""What the helper says outside any flow."""

from flows.text import _

# NOTE: Sent once, when somebody has opted out. START is the one word that the carriers undo it by.
STOPPED = _("Okay, no more texts from {programme}. To come back one day, text START. Take care!")
KEPT = _("Good, I'll keep writing.")
# NOTE: HELP's answer must name the programme, a contact and how to opt out.
HELP = _(
    "{programme}, the mentoring programme at {place}. A person can help: {contact}. "
    "Up to 3 texts a week. Msg & data rates may apply. STOP to opt out."
)
ONLY_WORDS = _("I can't open that, I only read words. Please write it to me.")
EDITED = _("I saw that you changed a message. Please write it to me again.")
OLD_BUTTON = _("That button belongs to an earlier question.")
IDLE = _("I'm an automatic helper and didn't get that. To see what I can do, text MENU.")
WELCOME = _("Any time! I'm here when you need me.")
ALREADY_IN = _("You're in already, and it's good to hear from you.")
TAKEN_BACK = _("Taken back. It's all as it was before.")
NOTHING_BACK = _("There is nothing to go back to just now.")
# NOTE: After a day without an answer; the question that waits follows.
NUDGE = _("No rush, I'm still here. This is where we were:")
ASIDE = _("Something went wrong on my side. {coordinator} will look at your message.")
STILL_LOOKING = _(
    "Still looking for the right person for you. {coordinator} is on it, "
    "and I'll text you again by {day:weekday}."
)
# NOTE: Say this about the language you translate into: "Okay, in Spanish from now on."
LANGUAGE = _("Okay, in English from now on.")
HANDED_OVER = _("Thanks for your patience. {coordinator} will write to you here.")
ASKED = _("{name} asks: {words:relayed}")
