"""What the two are told about what they agree on."""

from flows.engine.text import _

ASKING = _("Thank you! I'm asking {other} as well, and I'll tell you what comes of it.")
ASKING_ANEW = _("Okay. I'm asking {other} about that, and I'll tell you what comes of it.")
# NOTE: RULES is a word that people text: write it as in the list of printed words.
SETTLED = _(
    "It's agreed, you and {other}: {often}, {how}, for {long} each time, until {until:date}. "
    "To see it again, text RULES."
)
# NOTE: A parent or a coordinator has to agree, too.
NEARLY = _("You and {other} agree, thank you! Somebody else is asked now. I'll tell you both.")
STAYS = _("It stays as you and {other} agreed. To see it again, text RULES.")
# NOTE: Of a question that somebody answers too late.
OVER = _("That has been settled in the meantime, so there is nothing left to say.")
SAID_ALREADY = _("You've agreed to that already, thank you. I'll tell you when all have.")
# NOTE: While they were answering; what the other would like follows.
MEANWHILE = _("{other} has just changed something. This is how it stands now.")
# NOTE: Some weeks before the last day they have together.
FINISHES = _("Thank you. Then your last day with {other} is {until:date}, as planned.")
MORE_ASKED = _("Thank you! It gets longer if {other} would like that, too. I'll tell you.")
# NOTE: Both would like more time than the programme has.
MORE_THAN_THERE_IS = _(
    "You and {other} would both like more time. {coordinator} has to look at that, and answers "
    "here by {day:weekday}."
)
NOT_YET = _("I haven't heard from {other} yet. As it stands, your last day is {until:date}.")
