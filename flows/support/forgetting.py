"""Being erased: what goes, what stays and why, and only a clear yes."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import DataForgotten


def _meets(answers: Answers, facts: Facts) -> bool:
    return bool(facts["pairs"])


FLOW = Flow(
    name="forgetting",
    states={
        "told": Remark(
            _("I can erase all I keep about you: your texts, answers, name and number.")
        ),
        "stays": Remark(
            _("Two things stay: a code, so I never text you again, and notes to keep people safe.")
        ),
        "met": Remark(_("The people you meet only hear that you've left.")),
        "sure": Choice(
            ask=_("Shall I erase it all, for good?"),
            options=(
                Option(
                    "erase",
                    _("erase it all"),
                    words=(
                        _("yes, yes erase it, erase it"),
                        _(
                            "yes please, yeah, yep, yes erase it all, yes erase everything, erase "
                            "everything, yes delete it, delete it, delete it all, erase, delete"
                        ),
                    ),
                ),
                Option(
                    "keep",
                    _("keep it all"),
                    words=(
                        _("no, keep it, don't erase it"),
                        _("nope, nah, better not, rather not, no way, don't, not now"),
                    ),
                ),
            ),
            hint=_("I only erase if you pick it, because it can't be undone."),
            why=_("It's yours, so you decide. I ask because I can't bring it back."),
            leave=False,
            wholly=True,
        ),
        "gone": Ending("", lambda answers, facts: DataForgotten()),
        "kept": Ending(_("All right, nothing is erased.")),
    },
    transitions=[
        ("onward", "told", "stays"),
        ("onward", "stays", "met", _meets),
        ("onward", "stays", "sure"),
        ("onward", "met", "sure"),
        ("erase", "sure", "gone"),
        ("keep", "sure", "kept"),
    ],
)
