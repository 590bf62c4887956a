"""What the two of a match hear of a meeting by text."""

from flows.engine.text import _

# NOTE: The half hour of a meeting by text begins. 10 MORE MINUTES is what people text for more
# time: write it as the list of such words does, without letters that make an SMS dearer.
BEGINS = _(
    "It's time, {name}: until {ends:time} all you write goes straight to {other}. For longer, "
    "text 10 MORE MINUTES. For me, text MENU."
)
# NOTE: Below it, to two who have never texted each other before.
READS = _("{coordinator} can read what you two write, to keep people safe.")
# NOTE: Below it, to who was asked something before.
WAITS = _("What I asked you before waits until after.")
# NOTE: It is over. TO and a name in capitals, such as TO ROSA, stays TO and that name.
OVER = _(
    "That was your time with {other}, well done! From here on, to write to {other}, text "
    "TO {first} and your words."
)
# NOTE: It is over, and {other} wrote nothing.
ALONE = _(
    "Time's up, and {other} didn't write. That happens, and {other} has what you wrote. "
    "To find a new time, text MENU."
)
# NOTE: It is over, and only {other} wrote.
SILENT = _(
    "Time's up. {other} wrote to you and would love to hear from you. To answer, text TO {first} "
    "and your words."
)
NOBODY = _("Time's up, and nobody wrote, no harm done. To find a new time, text MENU.")
# NOTE: To who wished for more time, and to the other.
LONGER = _("Sure: you two have until {ends:time}.")
LONGER_TOLD = _("{other} would like more time: you two have until {ends:time}.")
LONGEST = _("That's as long as it can be: you two have until {ends:time}.")
# NOTE: It could not begin: texts between the two do not go across just now.
CLOSED = _(
    "Your meeting by text with {other} can't begin: texts between you two don't go across just "
    "now. To find another way, text MENU."
)
# NOTE: It could not begin, since this helper did not work then.
MISSED = _(
    "Sorry, {name}: I couldn't start your meeting by text with {other} on time. That's my fault, "
    "not yours. To find a new time, text MENU."
)
