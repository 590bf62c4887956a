"""A lesson of one minute, at the moment of need: one question, to which no answer is wrong."""

from collections.abc import Iterator

from flows.engine import options
from flows.engine.intents import Intent
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Option,
    Predicate,
    Remark,
    Row,
    State,
)
from flows.engine.text import _
from flows.events import Event, LessonDone, LessonsWanted
from flows.intents.lessons import LESSONS as WAYS
from flows.mentoring import pairs
from flows.support.lessons import LESSONS

OWN, TIP = "own", "tip"  # of the programme: a lesson, and something that asks nothing
HINT = _("Just pick what comes closest. No answer is wrong.")
WHY = _("A short lesson now and then makes it easier for you both. I send few of them.")
LEFT = _("No problem, that's fine. To get no more of these, write: no more lessons")


def _is(name: str) -> Predicate:
    def given(answers: Answers, facts: Facts) -> bool:
        return bool(answers.get("lesson") == name)

    return given


def _wishes(wish: str) -> Predicate:
    def given(answers: Answers, facts: Facts) -> bool:
        return bool(answers.get("wish") == wish)

    return given


def _what(answers: Answers) -> str:
    """Which lesson it is: one of ours, or the programme's by its own name."""
    return str(answers.get("named") or answers.get("lesson") or "")


def _done(answers: Answers, facts: Facts) -> Event:
    name = str(answers.get("lesson") or "")
    return LessonDone(_what(answers), str(answers.get(name) or ""))


def _left(answers: Answers, facts: Facts) -> Event:
    return LessonDone(_what(answers), "")


def _own(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The answers of a lesson of the programme's own."""
    choices = answers.get("choices") or ()
    return options.own((f"answer_{n}", label) for n, (label, _back) in enumerate(choices, 1))


def _values(answers: Answers, facts: Facts) -> Facts:
    said = str(answers.get(OWN) or "")
    backs = {f"answer_{n}": back for n, (_, back) in enumerate(answers.get("choices") or (), 1)}
    shown = {"text": str(answers.get("told") or ""), "back": backs.get(said, "")}
    return {**pairs.values(answers, facts), **shown}


def _states() -> Iterator[tuple[str, State]]:
    for name, lesson in LESSONS.items():
        yield f"{name}_told", Remark(lesson.tell)
        yield name, Choice(ask=lesson.ask, options=lesson.options, hint=HINT, why=WHY)
        for option, back in zip(lesson.options, lesson.answers.values(), strict=True):
            yield f"{name}_{option.token}", Ending(back, _done)


def _rows() -> Iterator[Row]:
    for name, lesson in LESSONS.items():
        yield "onward", "start", f"{name}_told", _is(name)
        yield "onward", f"{name}_told", name
        for option in lesson.options:
            yield option.token, name, f"{name}_{option.token}"
        yield "left", name, "left"


FLOW = Flow(
    name="lesson",
    intents=(
        Intent(
            "no_lessons",
            table=WAYS,
            label=_("get no more lessons"),
            given={"wish": "none"},
        ),
        Intent(
            "lessons",
            printed={"en": "LESSONS", "es": "CONSEJOS", "fr": "CONSEILS", "pt": "DICAS"},
            label=_("get short lessons again"),
            given={"wish": "again"},
        ),
    ),
    states={
        "start": Remark(),
        **dict(_states()),
        # NOTE: The programme's own words, and nothing else; the same below.
        OWN: Choice(ask=_("{text:relayed}"), options=_own, hint=HINT, why=WHY),
        "own_back": Ending(_("{back:relayed}"), _done),
        TIP: Ending(_("{text:relayed}"), _done),
        "none": Ending(
            _("Okay, no more lessons. To get them again one day, text LESSONS."),
            lambda answers, facts: LessonsWanted(False),
        ),
        "again": Ending(
            _("Okay, you get a short lesson now and then, at most one in two weeks."),
            lambda answers, facts: LessonsWanted(True),
        ),
        "left": Ending(LEFT, _left),
        "nothing": Ending(""),
    },
    values=_values,
    transitions=[
        ("onward", "start", "none", _wishes("none")),
        ("onward", "start", "again", _wishes("again")),
        *_rows(),
        ("onward", "start", OWN, _is(OWN)),
        ("onward", "start", TIP, _is(TIP)),
        ("onward", "start", "nothing"),
        ("answered", OWN, "own_back"),
        ("left", OWN, "left"),
    ],
)
