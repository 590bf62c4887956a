"""Words that may mean no harm: one gentle question. `said` is what was written."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option
from flows.engine.text import _
from flows.events import Eased, NotSafe

SAFE = (
    Option(
        "yes",
        _("I'm okay, just an expression"),
        words=(
            _(
                "I'm okay, I'm ok, I'm fine, I'm good, I'm safe, I'm all right, all good, fine, "
                "safe, just an expression, only an expression, just joking, just kidding, "
                "it was a joke, only a joke"
            ),
        ),
    ),
    Option("no", _("not really")),
    Option(
        "talk",
        _("I want to talk to someone"),
        words=(_("talk, talk to someone, talk to somebody, help"),),
    ),
)


def _not_safe(answers: Answers, facts: Facts) -> NotSafe:
    return NotSafe(
        str(answers.get("said") or ""),
        str(answers.get("kind") or "afraid"),
        str(answers.get("about") or "unsaid"),
        int(answers.get("match") or 0),
    )


FLOW = Flow(
    name="safety",
    states={
        "safe": Choice(
            # NOTE: To somebody who wrote "wanna die lol", or "he gives me the creeps".
            ask=_("That sounds rough. Are you safe right now?"),
            options=SAFE,
            hint=_("I just want to know if you're safe."),
            why=_("What you wrote could mean that you need a person, so I ask."),
            leave=False,
        ),
        "eased": Ending(
            _("Good to know. If that ever changes, just write to me."),
            lambda answers, facts: Eased(str(answers["said"]) if answers.get("below") else ""),
        ),
        "told": Ending("", _not_safe),  # what is said then depends on who is on duty
    },
    transitions=[
        ("yes", "safe", "eased"),
        ("no", "safe", "told"),
        ("talk", "safe", "told"),
    ],
)
