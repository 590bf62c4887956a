"""How far somebody is with a goal, or what has become of it."""

from flows import reading
from flows.engine.offering import offered
from flows.engine.states import Answers, Facts, Heard, Option, Predicate
from flows.engine.text import _
from flows.mentoring import scale
from flows.reading import Unclear

FAR = (
    Option("1", _("just begun")),
    Option("2", _("a little way")),
    Option("3", _("about halfway")),
    Option("4", _("more than half")),
    Option("5", _("nearly there")),
)
BECOMES = (
    Option(
        "reached",
        _("I've reached it"),
        words=(_("done, did it, made it, reached, finished, achieved it, got there"),),
    ),
    Option("change", _("change it")),
    Option("drop", _("let it go"), words=(_("drop it, give it up, forget it"),)),
)


def read_far(heard: Heard) -> int | str | tuple[int, str]:
    """A mark, or what has become of it."""
    try:
        return scale.read_mark(heard)
    except Unclear:
        return reading.choice(heard.text, offered(BECOMES, heard), heard.language)[0]


def becomes(what: str) -> Predicate:
    return lambda answers, facts: answers.get("how_far") == what


def named(answers: Answers, facts: Facts) -> bool:
    """Whether it is about one goal from the start."""
    return any(str(goal["id"]) == str(answers.get("named")) for goal in facts["goals"])


def aiming(answers: Answers, facts: Facts) -> bool:
    """Whether the programme asks about goals, and so about the next one."""
    return bool(facts["aiming"])
