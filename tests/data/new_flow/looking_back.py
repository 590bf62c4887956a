"""Somebody looks back on what they have reached so far."""

from flows.engine.intents import FILLING, Intent, MenuRow, Table, Ways
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option
from flows.engine.text import _

HEARD = Table(
    words={
        "FILL": FILLING,
        "LOOK": "look looking think mirar penser regarder olhar",
        "BACK": "back atras arriere tras",
    },
    ways=(Ways("proud", sure=("LOOK BACK",)),),
)


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"goal": facts["goals"][-1]["text"]} if facts["goals"] else {"goal": ""}


FLOW = Flow(
    name="looking_back",
    needs=("goals",),
    menu=MenuRow(_("look back"), when=lambda facts: bool(facts["goals"])),
    intents=(Intent("proud", table=HEARD, label=_("look back a little")),),
    states={
        "proud": Choice(
            ask=_("Look back at your goal: {goal}. What are you proud of?"),
            options=(
                Option("began", _("that I began")),
                Option("stayed", _("that I kept going")),
            ),
            hint=_("Just pick the one that is closest."),
            why=_("A look back shows how far you have come."),
        ),
        "told": Ending(_("You can be. Well done!")),
        "left": Ending(_("All right, nothing has changed.")),
    },
    transitions=[("answered", "proud", "told"), ("left", "proud", "left")],
    values=_values,
)
