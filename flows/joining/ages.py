"""The age: asked for, asked once more where it would turn somebody away, too low."""

from dataclasses import replace

from flows import reading
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
from flows.events import UnderAge
from flows.reading import Unclear

OLD_ENOUGH = Option("yes", _("I am"))
TOO_YOUNG = Option("no", _("not yet"))
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


def _not_yet(answers: Answers, facts: Facts) -> bool:
    """Whether they picked that they are not old enough: nothing was misread."""
    return answers.get("age") == 0


AGE = Question(
    ask=_("How old are you? Just the number."),
    read=read_age,
    hint=_("Just the number, please. For example: 21."),
    why=WHY,
    simpler=_("Are you {minimum_age} or older?"),
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
    "under_age": Ending(
        _(
            "Thanks for your interest! {programme} is for people from {minimum_age} on, so I have "
            "to leave it here. If you have a question: {contact:relayed}. Take care!"
        ),
        lambda answers, facts: UnderAge(),
    ),
}


def rows(onward: str) -> list[Row]:
    """The way to whoever is too young; all others go onward after the second question."""
    return [
        ("answered", "age", "under_age", _not_yet),
        ("answered", "age", "young", under_age),
        ("yes", "young", "under_age"),
        ("no", "young", "age"),
        ("answered", "young", "young", under_age),
        ("answered", "young", onward),
    ]
