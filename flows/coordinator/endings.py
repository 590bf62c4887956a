"""How the conversation about one person ends."""

from collections.abc import Mapping

from flows.coordinator import chosen, papers
from flows.engine.states import Ending
from flows.engine.text import _

ENDINGS: Mapping[str, Ending] = {
    "recorded": Ending(
        _("Noted, with your name and the time. I go on with {who}."), papers.recorded
    ),
    "settled": Ending(_("Nothing waits for a parent's okay from {who}.")),
    "seen": Ending("", chosen.seen),
    "read": Ending("", chosen.read),
    "switched_quiet": Ending(_("Done. No more texts go between {who} and {other}."), chosen.acted),
    "switched_loud": Ending(
        _("Done. {who} and {other} can write to each other again."), chosen.acted
    ),
    "mute": Ending(_("{who} gets no texts from me, so please call.")),
    "sent": Ending(_("Passed on to {who}, word for word."), chosen.written),
    "later": Ending(_("{who} gets it word for word, between 9 am and 8 pm there."), chosen.written),
    "apart": Ending(_("{who} is together with nobody just now.")),
    "on_hold": Ending(_("{who} is on hold already. To let the two go on, text LIFT.")),
    "running": Ending(_("Nothing of {who} is on hold.")),
    "stuck": Ending(_("{who} or {other} is gone, so they can't go on. To end it, text PART.")),
    "frozen": Ending(
        _("Done. {who} and {other} are on hold, and both are told. To let them go on, text LIFT."),
        chosen.acted,
    ),
    "lifted": Ending(_("Done. I tell both that they can go on."), chosen.acted),
    "ended": Ending(
        _("Done. I tell both kindly. They wait again, and hear by a day."), chosen.acted
    ),
    "unasked": Ending(_("Done. Nobody need decide any more."), chosen.acted),
    "lost": Ending(_("Something has changed meanwhile, so I did nothing. Please look again.")),
    "left": Ending(_("All right, nothing has changed.")),
}
