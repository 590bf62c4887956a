"""What one can do at any time: see and change one's answers, and open the flows that have a row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from flows.engine.intents import MenuRow
from flows.engine.states import (
    Answers,
    Asking,
    Choice,
    Ending,
    Facts,
    Flow,
    Option,
    Predicate,
    Question,
    Remark,
    Row,
    Several,
)
from flows.engine.text import _
from flows.engine.values import Answer
from flows.events import AnswerChanged, Event
from flows.joining import ages, profile

ANSWERS = Option("answers", _("my answers"))
MENTEE = (
    Option("name", _("my name")),
    Option("age", _("my age")),
    Option("topics", _("what I'd like a hand with")),
    Option("hopes", _("what I hope for")),
    Option("free", _("when I can")),
    Option("matters", _("what matters in a mentor")),
)
MENTOR = (
    Option("name", _("my name")),
    Option("age", _("my age")),
    Option("can_help", _("what I can help with")),
    Option("been", _("what I've been through")),
    Option("free", _("when I can")),
    Option("capacity", _("how many people")),
)
STORED = {"can_help": "topics"}  # in the profile, when that is not the state's own name


def fields(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The questions of this person's intake."""
    return MENTOR if facts["role"] == "mentor" else MENTEE


def _changed(answers: Answers, facts: Facts) -> Event:
    field: str = answers["field"]
    answer = int(answers["age"]) if field == "age" else answers[field]
    return AnswerChanged(STORED.get(field, field), answer, answers.get(f"{field}_note", ""))


def _values(answers: Answers, facts: Facts) -> Facts:
    field = answers.get("field", "")
    grown = ages.values(answers, facts)
    return {**grown, "so_far": in_words(field, facts)} if field else grown


def in_words(field: str, facts: Facts) -> Answer:
    """What stands in the profile, in the words it was offered in."""
    stored = STORED.get(field, field)
    answer = facts["name"] if field == "name" else facts["profile"].get(stored)
    state = QUESTIONS[field]
    if isinstance(state, Question):
        return answer
    options = state.options({}, facts) if callable(state.options) else state.options
    picked = answer if isinstance(answer, list) else [answer]
    said = [option for option in options if option.token in picked]
    note = facts["profile"].get(f"{stored}_note") if isinstance(state, Several) else ""
    return [*said, Option("note", note, own=True)] if note else said


def _unsaid(answers: Answers, facts: Facts) -> bool:
    return not in_words(answers["field"], facts)


def _told_age(answers: Answers, facts: Facts) -> bool:
    return answers["age"] is not None


def _about(field: str) -> Predicate:
    return lambda answers, facts: bool(answers["field"] == field)


def _anew(state: Asking) -> Asking:
    # NOTE: An answer that was changed is said back: "From now on: Sam."
    return replace(state, echo=_("From now on: {answer:list}."))


QUESTIONS: Mapping[str, Asking] = {
    "name": _anew(profile.NAME),
    "age": ages.AGE,  # said back at the ending, unless it is too low
    "topics": _anew(profile.TOPICS),
    "hopes": _anew(profile.HOPES),
    "free": replace(profile.FREE, echo=_("From now on: {answer:week}.")),
    "matters": _anew(replace(profile.MATTERS, ask=_("What matters most to you in a mentor?"))),
    "can_help": _anew(profile.CAN_HELP),
    "been": _anew(profile.BEEN),
    "capacity": _anew(
        replace(profile.CAPACITY, ask=_("How many people would you like to be there for?"))
    ),
}
ROWS: list[Row] = []
for _field, _state in QUESTIONS.items():
    ROWS.append(("onward", "shown", _field, _about(_field)))
    ROWS.append(("onward", "unsaid", _field, _about(_field)))
    if _field != "age":
        ROWS.append(("answered", _field, "changed"))
    if _state.leave:
        ROWS.append(("left", _field, "kept"))


def offering(flows: Iterable[Flow]) -> Flow:
    """MENU over these flows, each with a row in their order."""
    rows = {flow.name: flow.menu for flow in flows if flow.menu}
    return Flow(
        name="menu",
        states={
            "what": Choice(
                ask=_("What would you like to see or do?"),
                options=_offered(rows),
                hint=_("Just pick one of these."),
                why=_("From here you can see and change whatever you told me."),
            ),
            "field": Choice(
                ask=_("Which answer would you like to see?"),
                options=fields,
                hint=_("Just pick the answer that you'd like to see."),
                why=_("I show you one answer at a time, and you can change it then."),
            ),
            "chosen": Remark(),
            "shown": Remark(_("So far: {so_far:list}.")),
            "unsaid": Remark(),
            **QUESTIONS,
            **{name: one for name, one in ages.STATES.items() if name != "minor"},
            "changed": Ending("", _changed),
            "aged": Ending(_("Changed to {age}."), _changed),
            **{name: Ending("", then=name) for name in rows},
            "kept": Ending(_("All right, nothing has changed.")),
        },
        values=_values,
        transitions=[
            ("answers", "what", "field"),
            *((name, "what", name) for name in rows),
            ("left", "what", "kept"),
            ("answered", "field", "chosen"),
            ("left", "field", "kept"),
            ("onward", "chosen", "unsaid", _unsaid),
            ("onward", "chosen", "shown"),
            *ages.rows("aged", minor="aged"),
            ("answered", "age", "aged", _told_age),
            ("answered", "age", "kept"),
            *ROWS,
        ],
    )


def _offered(rows: Mapping[str, MenuRow]) -> Callable[[Answers, Facts], tuple[Option, ...]]:
    """What this person can do here: see their answers, when there are some, and the rows."""

    def what(answers: Answers, facts: Facts) -> tuple[Option, ...]:
        stored = {STORED.get(field.token, field.token) for field in fields(answers, facts)}
        known = (ANSWERS,) if stored - {"name"} <= set(facts["profile"]) else ()
        shown = ((name, row) for name, row in rows.items() if row.when(facts))
        return (*known, *(Option(name, row.label, words=row.words) for name, row in shown))

    return what
