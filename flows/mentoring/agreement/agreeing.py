"""Two people agree on how they meet: the programme's proposal, and what either would like."""

from flows.engine import options
from flows.engine.intents import Intent
from flows.engine.states import Ending, Flow, Remark
from flows.engine.text import _
from flows.intents.rules import RULES
from flows.mentoring import pairs
from flows.mentoring.agreement import asking, changing, stand

# Where it is asked whether something suits: own words may tell what would.
ASKED = ("meet", "reach", *changing.KNOWING)

FLOW = Flow(
    name="agreement",
    needs=("agreement",),
    intents=(
        Intent(
            "rules",
            printed={"en": "RULES", "es": "REGLAS", "fr": "REGLES", "pt": "REGRAS"},
            table=RULES,
            label=_("see what we agreed on"),
            given={"wish": "see"},
        ),
    ),
    states={
        "start": Remark(),
        "nobody": Ending(_("There is nothing to agree on yet. You don't meet anybody just now.")),
        "who": pairs.WHO,
        "route": Remark(),
        "place": Remark(),
        "noted": Remark(_("Okay, like this:")),
        "ahead": Remark(_("Noted, I'll come to that.")),
        **asking.STATES,
        **changing.STATES,
        "amended": Ending("", then="agreement", given=stand.given),
        "said": Ending("", stand.said),
        "undone": Ending("", stand.kept),
        "ask": Ending("", then="ask"),
        "left_as_it_is": Ending(_("All right, nothing has changed.")),
        "kept": Ending(_("No hurry. To look at it again, text RULES.")),
    },
    values=stand.values,
    shows=stand.shows,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "who", pairs.several),
        ("onward", "start", "route"),
        ("answered", "who", "route"),
        ("left", "who", "left_as_it_is"),
        ("onward", "route", "ahead", lambda answers, facts: bool(answers.get("ahead"))),
        ("onward", "route", "noted", lambda answers, facts: bool(answers.get("at"))),
        ("onward", "route", "longer", stand.longer),
        ("onward", "route", "theirs", stand.theirs),
        ("onward", "route", "see_talk", stand.looks),
        ("onward", "route", "place", lambda answers, facts: bool(answers.get("anew"))),
        ("onward", "route", "hello"),
        ("onward", "noted", "reach", options.picked("at", "reach")),
        ("onward", "noted", "place"),
        ("onward", "ahead", "meet"),
        ("onward", "hello", "differs", stand.of_other),
        ("onward", "hello", "place"),
        ("onward", "differs", "place"),
        ("onward", "place", "where", stand.in_person),
        ("onward", "place", "meet"),
        ("onward", "where", "meet"),
        ("yes", "meet", "said", stand.told),
        ("yes", "meet", "reach"),
        ("yes", "reach", "said", stand.told),
        ("yes", "reach", "private"),
        ("onward", "private", "duties"),
        ("onward", "duties", "of_mentor", stand.mentors),
        ("onward", "duties", "of_mentee"),
        ("onward", "of_mentor", "agree"),
        ("onward", "of_mentee", "agree"),
        ("yes", "agree", "said"),
        ("ask", "agree", "ask"),
        *(("yes", state, "said") for state in changing.ANEW),
        *(("keep", state, "undone") for state in changing.ANEW),
        ("onward", "see_talk", "see_hours"),
        ("onward", "see_hours", "see_day"),
        ("onward", "see_day", "see_private"),
        ("onward", "see_private", "open", stand.waits),
        ("onward", "see_private", "see"),
        ("onward", "open", "see"),
        ("yes", "see", "left_as_it_is"),
        *(("no", state, "change") for state in ASKED),
        *(("answered", state, "late", changing.too_late) for state in ASKED),
        *(("answered", state, "amended") for state in ASKED),
        *(("left", state, "kept") for state in ASKED if state != "see"),
        ("left", "see", "left_as_it_is"),
        *changing.ROWS,
    ],
)
