"""Switching texts between two people off, or on again: they meet as before."""

from flows.engine.intents import Intent, MenuRow
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import Event, TextsSwitched
from flows.intents.quiet import QUIET
from flows.mentoring import pairs

AS_IT_IS = Option("no", _("leave it as it is"), words=(_("leave it, as it is, the same"),))


def _mine(answers: Answers, facts: Facts) -> bool:
    """Whether they have switched them off themselves."""
    return bool(pairs.pair_of(answers, facts).get("muted"))


def _others(answers: Answers, facts: Facts) -> bool:
    """Whether somebody else has."""
    return bool(pairs.pair_of(answers, facts).get("hushed"))


def _off(answers: Answers, facts: Facts) -> Event:
    return TextsSwitched(pairs.match_of(answers, facts), True)


def _on(answers: Answers, facts: Facts) -> Event:
    return TextsSwitched(pairs.match_of(answers, facts), False)


FLOW = Flow(
    name="quiet",
    menu=MenuRow(
        # NOTE: A row of MENU.
        _("texts on or off"),
        when=lambda facts: bool(facts["pairs"]),
    ),
    intents=(
        Intent(
            "quiet",
            printed={"en": "MUTE", "es": "SILENCIAR", "fr": "SILENCE", "pt": "SILENCIAR"},
            table=QUIET,
            label=_("switch texts on or off"),
        ),
    ),
    states={
        "start": Remark(),
        "nobody": Ending(_("There is nobody to write to just now.")),
        "who": pairs.WHO,
        "chosen": Remark(),
        "off": Choice(
            ask=_("Shall I switch texts between you and {other} off? You still meet as planned."),
            options=(Option("yes", _("switch them off"), words=(_("off"),)), AS_IT_IS),
            hint=_("I just need to know if I should switch them off."),
            why=_("Then neither of you gets texts from the other, and {other} hears no reason."),
            ends=True,
            firm=True,
        ),
        "on": Choice(
            ask=_("You switched texts with {other} off. Shall I switch them on again?"),
            options=(Option("yes", _("switch them on"), words=(_("on"),)), AS_IT_IS),
            hint=_("I just need to know if I should switch them on."),
            why=_("Then you two can write to each other again."),
        ),
        "quiet": Ending(
            _("Okay, no more texts go between you and {other}. To change that, text MUTE."), _off
        ),
        "loud": Ending(_("Okay, you and {other} can write to each other again."), _on),
        "still": Ending(
            _("Okay. Texts with {other} stay off for now all the same, {coordinator} can help."),
            _on,
        ),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    values=pairs.values,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "who", pairs.several),
        ("onward", "start", "chosen"),
        ("answered", "who", "chosen"),
        ("left", "who", "kept"),
        ("onward", "chosen", "on", _mine),
        ("onward", "chosen", "off"),
        ("yes", "off", "quiet"),
        ("no", "off", "kept"),
        ("left", "off", "kept"),
        ("yes", "on", "still", _others),
        ("yes", "on", "loud"),
        ("no", "on", "kept"),
        ("left", "on", "kept"),
    ],
)
