"""What is said when somebody needs a person now: to them, and to who is on call."""

from flows.engine.states import Option
from flows.engine.text import _

# To who has said it.
# NOTE: To somebody who wrote of harm done to them, or of wanting to die. The next texts follow.
GLAD = _("I'm really glad you told me.")
# NOTE: To somebody who answered that they don't feel safe. The next texts follow.
MATTERS = _("Thank you for telling me. That matters.")
# NOTE: To somebody who is worried about another person. The next texts follow.
WORRIED = _("Thank you for looking out for somebody.")
# NOTE: {staff} is who is on duty.
TELLING = _("I'm an automatic helper, so I'm telling {staff} right now.")
# NOTE: At night: {uncovered} is the programme's own sentence, such as "Nobody is on duty before 9."
ALL_THE_SAME = _(
    "I'm an automatic helper. {uncovered:sentence} I'm trying to reach {staff} all the same."
)
# NOTE: Where nobody of the programme has an address that works.
NOBODY = _("I'm an automatic helper, and I can't reach a person right now.")
# NOTE: An hour after somebody was asked whether they are safe, and has not answered. {staff} is
# the coordinator.
NOT_SAID = _("I haven't heard back, so I've asked {staff} to read what you wrote.")
# NOTE: To who writes more of it, once somebody has it.
ADDED = _("{staff} gets these words of yours, too.")
# NOTE: After each of these. {emergency} is a number such as 911; {helpline} the programme's own
# sentence: "Call or text 988, day or night."
DANGER = _("If you're in danger, call {emergency}. {helpline:sentence}")
# NOTE: Ten minutes later, while nobody has answered.
NOT_YET = _(
    "{staff} hasn't picked up yet, and I don't want you to wait alone. "
    "{helpline:sentence} I'll keep trying until somebody answers."
)
# NOTE: Once {staff} has answered, and knows by when.
TAKEN = _(
    "{staff} has your message now and gets in touch with you by {by:time}. "
    "You can keep writing here."
)

# To who is on call.
HAVE_IT = Option("1", _("I have it"))
# NOTE: {said} are their own words.
PAGE = _('{programme}: {who} needs a person now. {who} wrote: "{said:relayed}"')
# NOTE: A number to call or text; the answer is "I have it".
AT_NUMBER = _("Reach {who}: {number}. Can you take it, and get in touch by {by:time}?")
# NOTE: No number is known, only Telegram; the answer is "I have it".
AT_TELEGRAM = _("{who} writes on Telegram; I know no number. Can you take it, by {by:time}?")
# NOTE: Spoken on the phone. 1 is a key of the phone.
SPOKEN = _(
    "An automatic call from {programme}. {who} needs a person now, and wrote: {said:relayed}. "
    "To take it, press 1."
)
# NOTE: Spoken on the phone, after somebody has pressed 1.
PRESSED = _("Thank you. A text tells you what follows.")
# NOTE: To who has it: more words of the same person.
MORE = _('{who} writes again: "{said:relayed}"')
# NOTE: {who} was told that somebody gets in touch by then.
YOURS = _(
    "Thank you, you have it. I'll tell {who} that you get in touch by {by:time}. "
    "When it's dealt with, text DONE and a word about it."
)
YOURS_ALREADY = _("You have it already, thank you. When it's dealt with, text DONE.")
# NOTE: To the second one who answers: {staff} was first.
HAS_IT = _("Thank you! {staff} has it already.")
# NOTE: To who is on call, and wrote something else than that they have it.
STILL_OPEN = _("{who} still needs a person. Reply 1 if you have it.")
# NOTE: Who is on call has written "I have it", and it is not known that our text has arrived.
WHICH = _(
    "I'm not sure which one you mean. {who} still needs a person. Press the button under my text "
    "about that, or wait for my next one."
)
CLOSED = _("Thank you. It's noted as dealt with.")
# NOTE: Once, to who is on the list of those on call from now on.
ON_CALL = _("You are on call for {programme}. When somebody needs a person, I write to you here.")
# The record of a concern, line by line, to who is on call.
RECORD = _("Concern {number}: {who}. What happened, in order:")
# NOTE: {at} is a day and an hour.
WROTE = _("{at:when}, {who} wrote: {said:relayed}")
WAS_TOLD = _("{at:when}, I wrote: {said:relayed}")
WAS_PAGED = _("{at:when}, {staff} was called.")
TOOK_IT = _("{at:when}, {staff} took it.")
SEEN_TO = _("{at:when}, dealt with. {said:relayed}")
READ_BY = _("{at:when}, {staff} read this.")
NO_RECORD = _("I have no record of that number for you.")
# NOTE: Somebody whose name is not known.
SOMEBODY = _("Somebody")
