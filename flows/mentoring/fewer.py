"""Fewer texts: only what somebody asked for, and one a week beside it."""

from flows.engine.intents import Intent, MenuRow
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import FewerWanted
from flows.intents.fewer import FEWER

AS_IT_IS = Option("no", _("leave it as it is"), words=(_("leave it, as it is, the same"),))


def _few(answers: Answers, facts: Facts) -> bool:
    return bool(facts["fewer"])


FLOW = Flow(
    name="fewer",
    menu=MenuRow(_("fewer texts")),
    intents=(
        Intent(
            "fewer",
            printed={"en": "FEWER", "es": "MENOS", "fr": "MOINS", "pt": "MENOS"},
            table=FEWER,
            label=_("get fewer texts"),
        ),
    ),
    states={
        "start": Remark(),
        "less": Choice(
            ask=_("Shall I write less, at most one text a week that you didn't ask for?"),
            options=(Option("yes", _("write less"), words=(_("less, fewer"),)), AS_IT_IS),
            hint=_("I just need to know if I should write less."),
            why=_("Up to three a week is what most people like. It's up to you."),
            ends=True,
        ),
        "more": Choice(
            ask=_("I write at most once a week. Shall I write a bit more again?"),
            options=(Option("yes", _("a bit more"), words=(_("more"),)), AS_IT_IS),
            hint=_("I just need to know if I should write more again."),
            why=_("You asked me for fewer texts before."),
        ),
        "fewer": Ending(
            _("Okay, at most one a week. I still remind you of your meetings."),
            lambda answers, facts: FewerWanted(True),
        ),
        "usual": Ending(
            _("Okay, up to three a week again."), lambda answers, facts: FewerWanted(False)
        ),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    transitions=[
        ("onward", "start", "more", _few),
        ("onward", "start", "less"),
        ("yes", "less", "fewer"),
        ("no", "less", "kept"),
        ("left", "less", "kept"),
        ("yes", "more", "usual"),
        ("no", "more", "kept"),
        ("left", "more", "kept"),
    ],
)
