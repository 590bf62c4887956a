"""May we text you: who we are, how often, who can read it, and the way out."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import ConsentDeclined, ConsentGiven, WrongPerson

OKAY = Option("yes", _("okay"))
NO_THANKS = Option("no", _("no thanks"))
NOT_ME = Option(
    "wrong",
    _("I'm not {name}"),
    words=(_("not me, wrong person, wrong number"), _("not {name}, this isn't {name}")),
)


def options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Who was invited by name can also say that they are somebody else."""
    return (OKAY, NO_THANKS, NOT_ME) if _expected(answers, facts) else (OKAY, NO_THANKS)


def _expected(answers: Answers, facts: Facts) -> bool:
    return bool(facts["invited"] and facts["name"])


def _mentor(answers: Answers, facts: Facts) -> bool:
    return bool(facts["role"] == "mentor")


def _coordinator(answers: Answers, facts: Facts) -> bool:
    return bool(facts["role"] == "coordinator")


FLOW = Flow(
    name="consent",
    states={
        "hello": Remark(),
        "stranger": Remark(
            _(
                "Hi! This is {programme}, the mentoring programme at {place}. "
                "I'm an automatic helper. {coordinator} runs {programme} and can read this chat "
                "to keep people safe."
            )
        ),
        "expected": Remark(
            _(
                "Hi {name}, this is {programme}, the mentoring programme at {place}. "
                "{coordinator} asked me to text you. I'm an automatic helper; "
                "{coordinator} can read this chat."
            )
        ),
        "okay": Choice(
            # NOTE: The carriers require HELP and STOP here, in capitals, in every language.
            ask=_(
                "{programme}: up to 3 texts a week. Msg & data rates may apply. "
                "HELP for help, STOP to opt out. Okay to text you?"
            ),
            options=options,
            hint=_(
                "I'm the automatic helper of {programme}. I only need to know if I may text you."
            ),
            why=_("Nobody gets texts from {programme} without agreeing first."),
            leave=False,
        ),
        "mentee": Ending("", lambda answers, facts: ConsentGiven(), then="intake"),
        "mentor": Ending("", lambda answers, facts: ConsentGiven(), then="mentor_intake"),
        "coordinator": Ending(
            _("Thank you! When somebody asks for a person, I'll send you their words here."),
            lambda answers, facts: ConsentGiven(),
        ),
        "declined": Ending(
            _(
                "No problem, you won't hear from me again. "
                "If you change your mind, text {keyword} here. Take care!"
            ),
            lambda answers, facts: ConsentDeclined(),
        ),
        "wrong_person": Ending(
            _(
                "Sorry to bother you! I won't write here again and have told {coordinator}. "
                "Have a good day."
            ),
            lambda answers, facts: WrongPerson(),
        ),
    },
    transitions=[
        ("onward", "hello", "expected", _expected),
        ("onward", "hello", "stranger"),
        ("onward", "expected", "okay"),
        ("onward", "stranger", "okay"),
        ("yes", "okay", "mentor", _mentor),
        ("yes", "okay", "coordinator", _coordinator),
        ("yes", "okay", "mentee"),
        ("no", "okay", "declined"),
        ("wrong", "okay", "wrong_person"),
    ],
)
