"""Which language we write in."""

from flows.engine.intents import MenuRow
from flows.engine.states import Choice, Ending, Flow, Option
from flows.engine.text import _
from flows.events import LanguageChanged

OPTIONS = (
    Option("en", "English", own=True, words=(_("in English"),)),
    Option("es", "Español", own=True, words=(_("Spanish, in Spanish"),)),
    Option("fr", "Français", own=True, words=(_("French, in French"),)),
    Option("pt", "Português", own=True, words=(_("Portuguese, in Portuguese"),)),
)

FLOW = Flow(
    name="language",
    menu=MenuRow(_("my language")),
    states={
        "which": Choice(
            ask=_("Which language would you like?"),
            options=OPTIONS,
            hint=_("Just pick one of the four."),
            why=_("It's easiest in the language you like best."),
        ),
        # NOTE: Say this about the language you translate into: "Okay, in Spanish from now on."
        "changed": Ending(
            _("Okay, in English from now on."),
            lambda answers, facts: LanguageChanged(answers["which"]),
        ),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    transitions=[
        ("answered", "which", "changed"),
        ("left", "which", "kept"),
    ],
)
