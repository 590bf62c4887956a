"""What is said by itself: of a silence, of questions that nobody answers, of a goal."""

from flows.engine.text import _

# NOTE: To who has not answered the other side for days. TO and a name in capitals, such as
# TO ROSA, stays TO and that name.
UNHEARD = _(
    "Hi {name}, no stress: {other} would love to hear from you. One line is plenty. "
    "To write, text TO {first} and your words."
)
# NOTE: To who waits for the other side to answer.
STILL_UNHEARD = _(
    "{other} hasn't answered you yet. It happens, and it's nothing you did. "
    "If it stays quiet, {coordinator} has a look on {day:weekday}."
)
# NOTE: The same, days later; below it is asked if they would like someone other than {other}.
SOMEBODY_ELSE = _("Still nothing from {other}, sorry about that. You can go on waiting, or not.")
# NOTE: To who has answered none of the last questions. HELLO is any greeting in capitals.
HUSHED = _(
    "No stress, {name}: I won't ask you anything more for now. "
    "One word from you, like HELLO, and I'm back."
)
# NOTE: To the same, once they write.
ASKS_AGAIN = _("Good to hear from you, {name}! From now on I ask again.")
# NOTE: To a mentor; the goal of {other} in their own words, and below it perhaps the first step.
GOAL_SEEN = _("{other} has a goal, by {by:date}: {aim:short}. A word from you helps.")
GOAL_SEEN_UNDATED = _("{other} has a goal: {aim:short}. A word from you helps.")
FIRST_STEP = _("The first step: {step:short}.")
# NOTE: To a mentor. TO and a name in capitals, such as TO JAY, stays TO and that name.
GOAL_REACHED = _(
    "Good news: {other} has reached a goal: {aim:short}. "
    "To say well done, text TO {first} and your words."
)
