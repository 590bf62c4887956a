"""Words that may mean no harm: one gentle question. `said` is what was written."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
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


OTHERS = (
    Option(
        "yes",
        _("they're okay, just an expression"),
        words=(
            _(
                "they're okay, they're ok, they're fine, they're safe, he's okay, she's okay, "
                "he's safe, she's safe, all good, just an expression, it was a joke, only a joke"
            ),
        ),
    ),
    *SAFE[1:],
)
ASKED = {"safe": SAFE, "other_safe": OTHERS}  # what each question offers


def _of_others(answers: Answers, facts: Facts) -> bool:
    return bool(answers.get("kind") == "worry")


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
        "start": Remark(),
        "other_safe": Choice(
            # NOTE: Words that may tell of harm to another: "my friend is in a bad way".
            ask=_("That sounds worrying. Is that person safe right now?"),
            options=OTHERS,
            hint=_("I just want to know if they're safe."),
            why=_("What you wrote could mean that somebody needs help, so I ask."),
            leave=False,
        ),
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
        ("onward", "start", "other_safe", _of_others),
        ("onward", "start", "safe"),
        ("yes", "other_safe", "eased"),
        ("no", "other_safe", "told"),
        ("talk", "other_safe", "told"),
        ("yes", "safe", "eased"),
        ("no", "safe", "told"),
        ("talk", "safe", "told"),
    ],
)
