"""What somebody would like to be otherwise, one thing at a time."""

from collections.abc import Mapping

from flows.engine.states import Answers, Choice, Facts, Option, Remark, Row, State
from flows.engine.text import _
from flows.mentoring.agreement import spoken_terms, terms
from flows.mentoring.agreement.terms import DAYS, HOURS, HOW, LONG, OFTEN

_OF_REACH = frozenset({"start", "end", "until"})
WHAT = (
    Option("often", _("how often"), words=(_("how many times"),)),
    Option("long", _("how long each time")),
    Option("how", _("in person or by phone")),
    Option("hours", _("the hours"), words=(_("when we may write"),)),
    Option("until", _("the last day"), words=(_("until when"),)),
)
ASKED = ("often", "long", "how", "hours", "until")
ANEW = ("longer", "theirs")  # what is different from what they had agreed to
KNOWING = ("agree", *ANEW, "see")  # where they have heard all of it
TOLD = ("meet", "reach", "change", *KNOWING)  # where own words may tell it


def wished(answers: Answers, facts: Facts) -> Facts:
    """What was wished for last: in own words, or picked."""
    last = next(state for state in reversed(answers) if state in (*TOLD, *ASKED))
    said = answers[last]
    if not isinstance(said, str):
        return dict(said)
    match last:
        case "long":
            return {"long": int(said)}
        case "hours":
            start, _to, end = said.partition("-")
            return {"start": start, "end": end}
        case "until":
            return {"until": days(answers, facts)[said]}
        case _:
            return {last: said}


def days(answers: Answers, facts: Facts) -> dict[str, str]:
    """The last days that may be picked, by name."""
    return {str(name): str(day) for name, day in terms.known(answers, facts).get("days", ())}


def offered(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    return tuple(DAYS[name] for name in days(answers, facts))


def too_late(answers: Answers, facts: Facts) -> bool:
    """Whether the programme is over by then."""
    closes = terms.known(answers, facts).get("closes")
    until = wished(answers, facts).get("until")
    return bool(closes and until and str(until) > str(closes))


def given(answers: Answers, facts: Facts) -> Answers:
    """The same run anew, with what was wished for; it goes on where that is told. What is told
    only later waits until then."""
    new = wished(answers, facts)
    told = bool(answers.get("told")) or any(state in answers for state in KNOWING)
    place = "reach" if new.keys() <= _OF_REACH else "meet"
    passed = told or answers.get("meet") == "yes" or answers.get("at") == "reach"
    ahead = place == "reach" and not passed
    return {
        "terms": terms.with_(answers, facts, new),
        "told": told,
        "at": "meet" if ahead else place,
        "ahead": ahead,
    }


STATES: Mapping[str, State] = {
    "change": Choice(
        ask=_("What shall I change? Pick it, or write how you'd like it."),
        options=WHAT,
        other=spoken_terms.read,
        hint=_("Pick what to change, or write it. For example: every two weeks."),
        why=_("What suits you both is what lasts. {other} is asked about it, too."),
    ),
    "often": Choice(
        ask=_("How often would you two like to talk?"),
        options=OFTEN,
        other=spoken_terms.read_often,
        hint=_("Just pick what is nearest to it."),
        why=_("What suits you both is what lasts. {other} is asked about it, too."),
    ),
    "long": Choice(
        ask=_("How long should it be each time?"),
        options=LONG,
        other=spoken_terms.read_long,
        hint=_("Pick one, or write how many minutes. For example: 40 minutes."),
        why=_("What suits you both is what lasts. {other} is asked about it, too."),
    ),
    "how": Choice(
        ask=_("How would you two like to talk?"),
        options=HOW,
        other=spoken_terms.read_how,
        hint=_("Just pick what suits you best."),
        why=_("What suits you both is what lasts. {other} is asked about it, too."),
    ),
    "hours": Choice(
        ask=_("When may you two write or call? Pick it, or write it. For example: 4 pm to 7 pm."),
        options=HOURS,
        other=spoken_terms.read_hours,
        hint=_("Pick one, or write from when to when. For example: 4 pm to 7 pm."),
        why=_("So that nobody is rung up at a bad time."),
    ),
    "until": Choice(
        ask=_("Until when? Pick it, or write a day. For example: 30 June."),
        options=offered,
        other=spoken_terms.read_until,
        hint=_("Pick one, or write a day that is still to come. For example: 30 June."),
        why=_("With a last day you two know how much time there is. You can ask for more later."),
    ),
    "late": Remark(_("{programme} goes on until {closes:date}, so it can't be later than that.")),
}

ROWS: list[Row] = [
    *((what, "change", what) for what in ASKED),
    *(("answered", state, "late", too_late) for state in ("change", "until")),
    *(("answered", state, "amended") for state in ("change", *ASKED)),
    *(("left", state, "kept") for state in ("change", *ASKED)),
    ("onward", "late", "until"),
]
