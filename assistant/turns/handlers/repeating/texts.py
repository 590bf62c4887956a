"""What is said of days off and of meetings that fall in them."""

from flows.engine.text import _

# NOTE: {what} is the programme's own name of some days: "winter break", "exams".
IN_DAYS_OFF = _("{at:when} falls in this: {what}, until {last:date}. You two can still meet then.")
# NOTE: Of a series of meetings; {off:when} is the one that is left out.
LEFT_OUT = _("No meeting {off:when}: {what}. The next one is {at:when}.")
# NOTE: The same hour for the other one is another hour for them, since their clocks do not change
# on the same day.
SHIFTED = _("The clocks change: the next one is {at:when} for you.")
