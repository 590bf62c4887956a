"""The age: asked for, asked once more where much hangs on it; too low, or under 18."""

from dataclasses import replace

from flows import reading
from flows.engine import options
from flows.engine.states import (
    Answers,
    Asking,
    Choice,
    Ending,
    Facts,
    Heard,
    Option,
    Question,
    Row,
)
from flows.engine.text import _
from flows.events import GuardianNeeded, UnderAge
from flows.reading import Unclear

ADULT = 18  # below, a guardian has to agree as well
OLD_ENOUGH = Option("yes", _("I am"))
TOO_YOUNG = Option("no", _("not yet"))
YOUNGER = Option("0", _("younger than that"))
WHY = _("{programme} is for people from {minimum_age} on, so I have to ask.")


def read_age(heard: Heard) -> int | None:
    """The age; None for who only said that they are old enough, 0 for who is not."""
    if heard.token:
        return None if heard.token == OLD_ENOUGH.token else 0
    name, beside = reading.introduced(heard.text, heard.language)
    said = beside if name else heard.text
    try:
        return reading.age(said, heard.language)
    except Unclear:
        if meant := reading.corrected(said, heard.language):
            return reading.age(meant, heard.language)
        raise


def read_name_told(heard: Heard) -> str:
    """The name in "im 21 and my name is ana". Raises Unclear where there is none for certain."""
    name, _beside = reading.introduced(heard.text, heard.language)
    if heard.token or not name:
        raise Unclear(heard.text)
    return name


def under_age(answers: Answers, facts: Facts) -> bool:
    """Whether the programme does not take somebody of that age."""
    return answers.get("age") is not None and int(answers["age"]) < int(facts["minimum_age"])


def doubted(answers: Answers, facts: Facts) -> bool:
    """Whether much hangs on the age, so that they are asked once more: not where a guardian has
    agreed already."""
    agreed = facts["profile"].get("guardian") == "granted"
    bound = int(facts["minimum_age"]) if agreed else _grown(facts)
    return answers.get("age") is not None and int(answers["age"]) < bound


def _grown(facts: Facts) -> int:
    return max(ADULT, int(facts["minimum_age"]))


def _not_yet(answers: Answers, facts: Facts) -> bool:
    """Whether they picked that they are not of age: nothing was misread."""
    return answers.get("age") == 0


def _may_be_minor(answers: Answers, facts: Facts) -> bool:
    return _not_yet(answers, facts) and int(facts["minimum_age"]) < ADULT


def _teens(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The ages at which somebody can take part with a guardian's consent, or none of them."""
    return (*options.numbers(range(int(facts["minimum_age"]), ADULT)), YOUNGER)


def values(answers: Answers, facts: Facts) -> Facts:
    """From which age on nobody is asked once more."""
    return {"grown": _grown(facts)}


AGE = Question(
    ask=_("How old are you? Just the number."),
    read=read_age,
    hint=_("Just the number, please. For example: 21."),
    why=WHY,
    simpler=_("Are you {grown} or older?"),
    options=(OLD_ENOUGH, TOO_YOUNG),
    leave=False,
    exact=True,
    changed=_("Changed to {age}."),
)
AGE_AND_NAME = replace(AGE, tells={"name": read_name_told})
STATES: dict[str, Asking | Ending] = {
    "age": AGE,
    "young": Choice(
        ask=_("You're {age}: did I get that right?"),
        options=(
            Option("yes", _("that's right")),
            Option("no", _("another age"), words=(_("that's wrong"),)),
        ),
        other=read_age,
        mends="age",
        hint=_("I only need to know if I got your age right."),
        why=WHY,
        leave=False,
    ),
    "teen": Choice(
        ask=_("How old are you, then?"),
        options=_teens,
        mends="age",
        hint=_("Just pick your age."),
        why=WHY,
        leave=False,
    ),
    "minor": Ending("", lambda answers, facts: GuardianNeeded(int(answers["age"])), then="minor"),
    "under_age": Ending(
        _(
            "Thanks for your interest! {programme} is for people from {minimum_age} on, so I have "
            "to leave it here. If you have a question: {contact:relayed}. Take care!"
        ),
        lambda answers, facts: UnderAge(),
    ),
}


def rows(onward: str, minor: str = "minor") -> list[Row]:
    """The way to whoever is too young, or under 18; all others go onward after the second
    question."""
    return [
        ("answered", "age", "teen", _may_be_minor),
        ("answered", "age", "under_age", _not_yet),
        ("answered", "age", "young", doubted),
        ("answered", "teen", "under_age", under_age),
        ("answered", "teen", minor),
        ("yes", "young", "under_age", under_age),
        ("yes", "young", minor),
        ("no", "young", "age"),
        ("answered", "young", "young", doubted),
        ("answered", "young", onward),
    ]
