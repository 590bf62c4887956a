"""A pause: nothing happens to somebody before the day they name."""

from flows.engine.intents import Intent, MenuRow
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Question, Remark
from flows.engine.text import _
from flows.events import Paused, PauseEnded
from flows.intents.pause import PAUSE
from flows.mentoring.goal_setting import ROUGHLY, read_day

# NOTE: Other words for "take a break".
BREAK = (_("a break, a pause"), _("rest, have a rest"))


def _resting(answers: Answers, facts: Facts) -> bool:
    return bool(facts["paused_until"])


FLOW = Flow(
    name="pause",
    menu=MenuRow(_("take a break"), words=BREAK),
    intents=(
        Intent(
            "pause",
            printed={"en": "PAUSE", "es": "PAUSA", "fr": "PAUSE", "pt": "PAUSA"},
            table=PAUSE,
            label=_("take a break"),
            words=BREAK,
        ),
    ),
    states={
        "start": Remark(),
        "until": Question(
            ask=_("Of course. Until what day would you like a break? For example: 1 March."),
            read=read_day,
            hint=_("I need a day that is still to come. For example: 1 March."),
            why=_("Until then I won't text you, and after that we pick up where we left off."),
            simpler=_("Roughly, until when?"),
            options=ROUGHLY,
        ),
        "back": Choice(
            ask=_(
                "You're on a break until {paused_until:date}. Would you like to start again now?"
            ),
            options=(
                Option("yes", _("I'm back")),
                Option("no", _("stay on my break"), words=(_("rest some more, still resting"),)),
            ),
            hint=_("I just need to know if you're back."),
            why=_("While you're on a break, I won't ask you anything."),
        ),
        "paused": Ending(
            _("All right, a break until {until:date}. To start again sooner, text MENU."),
            lambda answers, facts: Paused(str(answers["until"])),
        ),
        "ended": Ending(_("Good to have you back!"), lambda answers, facts: PauseEnded()),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    transitions=[
        ("onward", "start", "back", _resting),
        ("onward", "start", "until"),
        ("answered", "until", "paused"),
        ("left", "until", "kept"),
        ("yes", "back", "ended"),
        ("no", "back", "kept"),
        ("left", "back", "kept"),
    ],
)
