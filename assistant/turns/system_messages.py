"""What the helper says outside any flow."""

from flows.engine.text import _

# NOTE: Sent once, when somebody has opted out. START is the one word that the carriers undo it by.
STOPPED = _("Okay, no more texts from {programme}. To come back one day, text START. Take care!")
# NOTE: The very last text to somebody who wants all that is kept of them erased, and its end.
FORGOTTEN = _("Done: I'm erasing it all now. In 3 days at most nothing is left.")
LAST_TEXT = _("This is my last text. To come back after that, text START. All the best!")
# NOTE: To who has asked to be erased and texts START before that is done.
STILL_ERASING = _("I'm still erasing what I kept about you. Please text START again in 3 days.")
# NOTE: HELP's answer must name the programme, a contact and how to opt out.
HELP = _(
    "{programme}, the mentoring programme at {place}. A person can help: {contact}. "
    "Up to 3 texts a week. Msg & data rates may apply. STOP to opt out."
)
ONLY_WORDS = _("I can't open that, I only read words. Please write it to me.")
EDITED = _("I saw that you changed a message. Please write it to me again.")
OLD_BUTTON = _("That button belongs to an earlier question.")
IDLE = _("I'm an automatic helper and didn't get that. To see what I can do, text MENU.")
# NOTE: To who tells, out of nothing, that something is hard for them, or good; more may follow.
HARD = _("I'm sorry, that sounds hard.")
GOOD = _("That's great to hear!")
# NOTE: After HARD, to who has nobody else here to tell. ASK is the word to text.
TELL_A_PERSON = _(
    "To tell a person, text ASK and a few words, and {coordinator} writes to you here."
)
WELCOME = _("Any time! I'm here when you need me.")
ALREADY_IN = _("You're in already, and it's good to hear from you.")
# NOTE: To who had left or opted out, and has just agreed again.
IN_AGAIN = _("Welcome back! I still have your answers. You'll hear by {day:weekday}.")
TAKEN_BACK = _("Undone. Everything is as it was before.")
NOTHING_BACK = _("There is nothing to go back to just now.")
# NOTE: After a day without an answer; the question that waits follows.
NUDGE = _("No rush, I'm still here. This is where we were:")
# NOTE: A text was held up at the carrier until a newer one had been answered; the question follows.
CAME_LATE = _(
    "An earlier text of yours reached me only now. If it still matters, please write it again. "
    "This is where we are:"
)
ASIDE = _("Something went wrong on my side. {coordinator} will look at your message.")
STILL_LOOKING = _(
    "Still looking for the right person for you. {coordinator} is on it, "
    "and I'll text you again by {day:weekday}."
)
# NOTE: Say this about the language you translate into: "Okay, in Spanish from now on."
LANGUAGE = _("Okay, in English from now on.")
HANDED_OVER = _("Thanks for your patience. {coordinator} will write to you here.")
# NOTE: After HANDED_OVER, to who writes on.
WAITS_FOR_A_PERSON = _("{coordinator} has your message and writes to you here.")
# NOTE: Once, to who has said no, has left or was too young, and writes again.
SAID_NO = _("You asked me not to write. If you change your mind, text {keyword} here.")
HAS_LEFT = _("You have left {programme}. To come back, text {keyword} here.")
TOO_YOUNG = _(
    "{programme} is for people from {minimum_age} on. Did I get your age wrong? "
    "Then just write it again."
)
# NOTE: Once, to who has opted out and asks to come back. START is the one word for it.
COME_BACK = _("To get texts from {programme} again, text START.")
ASKED = _("{name} asks: {words:relayed}")
TOO_LATE = _("It's too late to take that back, but {coordinator} can help.")

# NOTE: To a coordinator, on the day that was set for it: of a lesson, tip or other text that the
# programme itself wrote.
LOOK_AGAIN = _(
    "Today is the day to look at this again. {owner} looks after it. It says: {words:short}"
)

# NOTE: To who asked something: nobody has answered in the time that they were told.
TAKES_LONGER = _("Sorry, your question takes longer than I said. I've asked about it again.")
# NOTE: To a coordinator; the question itself follows.
HAS_WAITED = _("This has waited since {day:when}, longer than I said it would.")
# NOTE: To the coordinator who was asked first; {other} is another one.
PASSED_ON_AS_WELL = _(
    "{who} has waited for an answer since {day:when}. I've brought it to {other} as well."
)

# About two people who were brought together.
# NOTE: To the one who looks for help; the coordinator's own words follow.
MEET_MENTOR = _("Good news, {name}: meet {other}. {reason:relayed}")
# NOTE: To the one who helps, and has agreed; the coordinator's own words follow.
MEET_MENTEE = _(
    "It's settled, {name}: you and {other}. {reason:relayed} "
    "I'm asking {other} when you could first meet."
)
# NOTE: To a mentor who would gladly be there for {other}.
GLADLY = _("Lovely, thank you! I'll tell {other}, and then ask when you two could first meet.")
# NOTE: To a mentor who said not now; the first where they have said why.
NOT_NOW_SINCE = _("No problem at all, and thank you for saying so. {other} never hears of it.")
NOT_NOW = _(
    "No problem at all, {other} never hears of it. If {coordinator} should know why, "
    "just write it here."
)
# NOTE: To a mentor who was asked about somebody, and need not decide any more.
OFFER_OFF = _("You don't need to decide about {other} any more, that's settled. Thank you!")
SETTLED = _("That's settled now, so there is nothing left to decide. Thank you!")
ASKING = _("{at:when}, good choice. I'm asking {other} and will tell you by tomorrow evening.")
BOOKED = _(
    "Booked! {at:when}, {place}, you and {other}. I'll remind you the day before. "
    "If something comes up just text me, it happens."
)
# NOTE: The same of a series of meetings; {every} is "every 2 weeks" and the like.
REGULAR = _(
    "Booked! {at:when}, {place}, and then {every}, you and {other}. I'll remind you each time."
)
# NOTE: One of a series is off.
NEXT_ONE = _("The next one stays as it is: {at:when}, {place}.")
# NOTE: To the other one of the two, {at:when} being the next one.
SKIPPED = _("{other} can't make it {off:when}. The next one stays as it is: {at:when}, {place}.")
CANNOT = _("{other} can't make it {off:when}.")
SERIES_MOVED = _(
    "{other} can't make your regular meetings any more and looks for another time for all of "
    "them. You'll hear from me."
)
SERIES_OFF = _("{other} has called off your regular meetings. To find a time, text MENU.")
PAST = _("That time has gone by already.")
CHANGED = _("{other} has just picked another time.")
NOT_OPEN = _("That time is not open any more.")
MOVED = _("{other} can't make it {at:when} and looks for another time. You'll hear from me.")
# NOTE: To who wrote that they are late at the meeting.
LATE_TOLD = _("Thanks for telling me. {other} knows now. Take your time and get there safely.")
# NOTE: To the other one of the two.
LATE_BY = _("{other} is on the way, about {minutes} minutes late: {at:when}, {place}.")
LATE = _("{other} is on the way, but a little late: {at:when}, {place}.")
COMING = _("{other} will be there: {at:when}, {place}.")
HERE = _("{other} is there now: {at:when}, {place}.")
# NOTE: To who says at the time of a meeting that they are there.
HERE_TOLD = _("Thank you, {other} knows now.")
# NOTE: To who says that they are late, long before the meeting.
NOT_YET = _("There is time yet! It's {at:when}, {place}.")
# NOTE: After a reminder somebody wrote "ok", "thanks", "see you there".
THERE = _("Great, thank you! It's {at:when}, {place}.")
NOBODY = _("There is nobody to meet just now. {coordinator} is looking for the right person.")
GONE = _(
    "{other} has left the programme. It's nothing to do with you. {coordinator} will write to you."
)
# NOTE: The match is frozen, and its two people must not hear why.
ON_HOLD = _(
    "A little pause: what you and {other} do together is on hold for now. "
    "I'll text you when it goes on. If you need anything, just write to me."
)
# NOTE: The same, to who would like somebody else.
ON_HOLD_TOLD = _(
    "A little pause: what you and {other} do together is on hold for now. "
    "I've told {coordinator} what you write, not {other}. {coordinator} will write to you."
)
GOES_ON = _("The pause is over: you and {other} can go on.")
GOES_ON_BOOKED = _("The pause is over. You and {other} meet as planned: {at:when}, {place}.")
# NOTE: A coordinator has ended the match. Nobody is to blame, and no reason is given.
PARTED = _(
    "{coordinator} has brought the time with {other} to a close. It's nobody's fault. "
    "You'll hear by {day:weekday} what comes next."
)
# NOTE: The same, to a mentor who still has somebody else.
PARTED_FROM_ONE = _(
    "{coordinator} has brought the time with {other} to a close. It's nobody's fault. "
    "With the others all stays as it is."
)
# NOTE: The other side's last words, after the match has ended.
GOODBYE = _("{other} leaves you these words: {words:relayed}")
RESTS = _("{other} is taking a break until {until:date}. I'll be in touch after that.")
RESTS_OFF = _(
    "{other} is taking a break until {until:date}, so your meeting {at:when} is off. "
    "I'll be in touch after that."
)
RESTS_KEPT = _(
    "{other} is taking a break until {until:date}. Your meeting {at:when} stays as it is."
)
# NOTE: To who opted out and has come back within a day.
TOGETHER_AGAIN = _("Good to have you back! You and {other} are still together.")
# What tells who has come back that nothing has changed.
BACK_TOGETHER = (BOOKED, TOGETHER_AGAIN)
BACK_AGAIN = _("{other} is back from their break.")
STILL_ASKING = _(
    "{other} hasn't answered about {at:when} yet. I've asked again, and tell you by {day:weekday}."
)
NO_ANSWER = _("{other} hasn't answered yet. {coordinator} will find out, and writes to you.")
STILL_WAITING = _("{other} would still like to know about {at:when}.")
TOMORROW = _("Tomorrow, {at:when}: {other}, {place}. Can't come? Text MOVE.")
TODAY = _("Today, {at:when}: {other}, {place}. Can't come? Text MOVE.")
# NOTE: Below one of these two, in the words of one of the two people.
LAST_STEP = _("Last time you two agreed on this: {step:short}")
WELCOME_BACK = _("Welcome back, {name}! Your break is over. Let's pick up where we left off.")
# NOTE: Somebody's own words; they begin with who they are from.
RELAYED = _("{from_name}: {words:relayed}")
# NOTE: After somebody wrote back to a text that went to many, or to the coordinator's answer.
PASSED_ON = _("Thank you. I've passed it on to {coordinator}.")
# NOTE: After "tell Rosa I'll be late", in a programme where nothing is passed on.
TOLD = _("I don't pass words on to {other} here, so I've given them to {coordinator}.")
# NOTE: To a coordinator who wants to halt a text to many.
NOTHING_TO_HOLD = _("Nothing is being sent right now.")
