"""Who of those who share a phone is writing: asked where it matters, before anything is done."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option
from flows.engine.text import _
from flows.events import Event, WriterNamed

# NOTE: One of those who share a phone, who has told no name yet.
NAMELESS = _("somebody else")


def _people(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    return tuple(
        Option(str(person), name or NAMELESS, own=bool(name)) for person, name in facts["sharers"]
    )


def _known(answers: Answers, facts: Facts) -> Event:
    return WriterNamed(int(answers["which"]))


FLOW = Flow(
    name="whose",
    states={
        "which": Choice(
            ask=_("Which of you is writing?"),
            options=_people,
            hint=_("I just need to know who is writing. Next time you can begin with your name."),
            why=_("You share this phone, and I don't show one of you what I keep about another."),
            leave=False,
        ),
        "known": Ending("", _known),
    },
    transitions=[("answered", "which", "known")],
)
