"""What the two hear when their time comes to its end."""

from flows.engine.text import _

HALFWAY = _("Halfway, {name}! You and {other} still have until {until:date}. Thank you both.")
# NOTE: The number of meetings that they have told of.
HALFWAY_MET = _(
    "Halfway, {name}! Meetings with {other} so far: {met}. "
    "You two still have until {until:date}. Well done!"
)
LAST_BOOKED = _(
    "Your last meeting with {other} is {at:when}, {place}. A good thing to tell each other: "
    "one moment you'll remember."
)
LAST_OPEN = _(
    "Your last day with {other} is {until:date}. Meeting once more makes a good goodbye: "
    "tell each other one moment you'll remember."
)
LAST_DAY = _("Your last day with {other} has come, {name}. Thank you for the time you gave it.")
FINISHED = _(
    "That was your time with {other}, {name}. Well done! Texts between you two end now. "
    "{coordinator} is still here for you."
)
FINISHED_MET = _(
    "That was your time with {other}, {name}. Meetings: {met}. Well done! "
    "Texts between you two end now. {coordinator} is still here for you."
)
# NOTE: Somebody hands it over on paper.
CERTIFICATE = _("Your certificate is ready: {coordinator} has it for you.")
