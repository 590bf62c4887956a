"""After three misunderstandings: a person, or another try. `said` is what was not understood."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import HelpAsked

# NOTE: Stands for the coordinator's name: "Shall a person have a look?"
SOMEBODY = Option("person", _("a person"))


def _values(answers: Answers, facts: Facts) -> Facts:
    """Who has not chosen a programme yet has no coordinator."""
    return {} if facts["coordinator"] else {"coordinator": SOMEBODY}


FLOW = Flow(
    name="stuck",
    states={
        "sorry": Remark(_("I'm sorry, I don't get it yet.")),
        "person": Choice(
            ask=_("Shall {coordinator} have a look at what you wrote?"),
            options=(
                Option("yes", _("please do")),
                Option("no", _("let me try again")),
            ),
            hint=_("I only need to know if {coordinator} should have a look."),
            why=_("I'm an automatic helper, and a person often gets what I don't."),
        ),
        "asked": Ending(
            _("I've told {coordinator}, who writes to you here by {day:weekday}."),
            lambda answers, facts: HelpAsked(answers.get("said", ""), unclear=True),
        ),
        "again": Ending(_("Of course, take your time.")),
    },
    values=_values,
    transitions=[
        ("onward", "sorry", "person"),
        ("yes", "person", "asked"),
        ("no", "person", "again"),
        ("left", "person", "again"),
    ],
)
