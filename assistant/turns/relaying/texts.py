"""What the two of a match hear about texts between them."""

from flows.engine.text import _

# NOTE: The very first text of one of the two to the other, and below it how to answer. ROSA stands
# for {first}.
FIRST = _(
    "{from_name}: {words:relayed}\n"
    "(This came through me. To answer, text TO {first} and your words. "
    "{coordinator} can read it, to keep people safe.)"
)
# NOTE: To who answered that a text is for {other}; it may still be looked at before it goes.
NODDED = _("Got it, that one is for {other}.")
# NOTE: Of the last words to {other}, after the time they had together.
PASSED_ON = _("Passed on to {other}, word for word. Well done, both of you.")
# NOTE: To who wrote to {other} outside the hours in which {other} gets texts.
LATER = _("{other} gets no texts from me just now, so this waits until 9 am there.")
# NOTE: To who wrote to {other} and put a number, an address or a link into it.
DETAIL = _(
    "Numbers, addresses and links go to {coordinator} first. "
    "All the rest I pass on to {other} any time."
)
# NOTE: Later, to the same.
BLOCKED = _(
    "{coordinator} kept your text to {other} back, because of the number, address or link in it. "
    "Write it again without that, and I pass it on."
)
FAILED = _("I couldn't reach {other} with your text. {coordinator} knows, and can help.")
# NOTE: Texts between the two are switched off; by whom is not told.
OFF = _(
    "Texts between you and {other} are off for now, so I haven't passed this on. "
    "If it matters, text ASK, and {coordinator} hears it."
)
# NOTE: They have switched texts with {other} off themselves.
OFF_BY_ME = _(
    "You switched texts with {other} off, so I haven't passed this on. To change that, text MUTE."
)
# NOTE: To who sent a picture or a file to {other}, with words under it.
ONLY_WORDS = _(
    "I pass on words alone. What you sent with them stays here, and {other} won't see it."
)
# NOTE: They have written so many texts to {other} within a day that no more are passed on.
MANY = _(
    "That's {most} texts to {other} in one day, which is all I pass on. I'm glad to go on "
    "tomorrow. If it can't wait, text ASK, and {coordinator} hears it."
)
RESTS = _(
    "{other} is taking a break until {until:date}, so I haven't passed this on. "
    "If it can't wait, text ASK, and {coordinator} hears it."
)
MY_REST = _(
    "You're taking a break until {until:date}, so I haven't passed this on to {other}. "
    "To be back sooner, text PAUSE."
)
