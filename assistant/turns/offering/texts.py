"""What is said beside the questions of an offer."""

from flows.engine.text import _

# NOTE: To a mentor who would gladly be there for {other}, who is asked now.
WILLING = _(
    "Lovely, thank you! I'll ask {other} and tell you by {by:when}. You two meet once before "
    "anyone decides."
)
# NOTE: To a mentor who would gladly; {other} has not said yet.
NO_WORD_YET = _("No word from {other} yet. I'll tell you by {by:when}.")
# NOTE: To a mentor who would gladly: nothing comes of it, and nobody is to blame.
LOOKING_ON = _(
    "Thank you for waiting, {name}. I'm still looking for the right person for you, and you'll "
    "hear from me by {day:weekday}."
)
# NOTE: To a mentor who would gladly, and has somebody else already; nothing comes of it.
NEXT_ONE = _("Thank you for waiting, {name}. I'm still looking for somebody more for you.")
# NOTE: To a mentor who was asked about {other}, and to who looks for help; the time is over.
LAPSED = _(
    "I've taken the question about {other} back for now, so that nobody has to wait. No harm done!"
)
LAPSED_LOOKING = _(
    "I've taken the question about {other} back for now. {coordinator} keeps looking, and you'll "
    "hear from me by {day:weekday}."
)
# NOTE: To who looks for help, who would like to meet {other}.
LETS_MEET = _("Great! I'll find a time for you two. You meet once, and then you decide.")
# NOTE: To who looks for help, and would rather not meet somebody; and whose mentor is not free.
KEEPS_LOOKING = _(
    "No problem at all. You'll hear from me by {day:weekday}. If {coordinator} should know why, "
    "just write it here."
)
KEEPS_LOOKING_SINCE = _(
    "Thank you for saying so. {coordinator} keeps looking, and you'll hear from me by "
    "{day:weekday}."
)
NOT_FREE = _(
    "Sorry, {other} isn't free any more. {coordinator} keeps looking, and you'll hear from me by "
    "{day:weekday}."
)
# NOTE: To each of two who have been meeting for some time, before there was this helper.
RECORDED = _(
    "{coordinator} tells me that {other} and you meet already. From now on I help you two to find "
    "times. To see what I can do, text MENU."
)
# NOTE: To each of two who have met once and both go on.
KEPT = _("Lovely: you and {other} both keep going. To see what I can do for you two, text MENU.")
# NOTE: To who keeps going; the other has not said.
KEEPS = _("Thank you, that's good to hear. You'll hear by {day:weekday} how it goes on.")
STILL_OPEN = _(
    "You and {other}: nothing is decided yet. You can meet all the same, and you'll hear from me "
    "by {day:weekday}."
)
# NOTE: To who is not sure whether to go on with {other}.
UNSURE = _(
    "Thank you for being honest. Nothing changes for now. If {coordinator} should know why, just "
    "write it here."
)
# NOTE: To who would like someone else than {other}.
CHANGED = _(
    "Thank you for saying so. It ends here, with nobody to blame. You'll hear by {day:weekday}. "
    "If {coordinator} should know why, write it here."
)
# NOTE: To the other: nobody is to blame, and no reason is given.
OVER = _(
    "You and {other} met once to see, and it doesn't go on. It's nobody's fault. You'll hear by "
    "{day:weekday} what comes next."
)
OVER_BESIDE = _(
    "You and {other} met once to see, and it doesn't go on. It's nobody's fault. With the others "
    "all stays as it is."
)
# NOTE: To a mentor: {other} would like to meet; why the two fit follows.
MEETS_YOU = _(
    "Good news, {name}: {other} would like to meet you. {reason:relayed} I'm asking {other} when "
    "you two could meet once and see."
)
# NOTE: To who asked something first.
PASSING_ON = _("I'm asking {other} now. No need to decide until you have the answer.")
NO_DETAILS = _(
    "Numbers, addresses and links can't go along before you two have met. Please write it "
    "without them."
)
# NOTE: To one of two who meet for the first time, of the line that they have written to {other}.
LINE_KEPT = _("Thank you, I've kept that. {other} sees it before you meet, and you see theirs.")
# NOTE: The line of {other}; whoever reads it has written one, or (the second) has not.
LINES = _("{other} wrote: {words:relayed} {other} gets yours, too.")
LINE = _("Before you two meet, {other} wrote: {words:relayed}")
# NOTE: To who has answered the other's question, or would rather not.
PASSED_ON = _("Thank you. I've passed it on.")
LEFT_AT_THAT = _("No problem, then I leave it at that.")
