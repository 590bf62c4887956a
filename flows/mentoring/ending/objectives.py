"""What a programme is for, as each side sees it: a mark from 1 to 5 at the beginning, and at the
end. One question after another, in the programme's own words."""

from flows.engine.states import Answers, Ending, Facts, Flow, Option, Question, Remark
from flows.engine.text import _
from flows.events import Event, SurveyGiven
from flows.mentoring import scale

END = "end"  # what comes of it then is the survey
PASSED_ON = ("ended", "other", "about", "planned", "story")


def _asks(answers: Answers) -> list[list[str]]:
    """What is still to be asked: by its token, and in words."""
    return list(answers.get("asks") or [])


def _none(answers: Answers, facts: Facts) -> bool:
    return not _asks(answers)


def _ends(answers: Answers, facts: Facts) -> bool:
    """Whether nothing is left to ask, and the survey comes next."""
    return _none(answers, facts) and answers.get("about") == END


def _marked(answers: Answers, facts: Facts) -> Event:
    token, about = _asks(answers)[0][0], f"{answers.get('about')}:"
    note = answers.get("mark_note")
    said = {"note": note} if note else {}
    return SurveyGiven(int(answers.get("ended") or 0), about + token, answers.get("mark"), said)


def _given(answers: Answers, facts: Facts) -> Answers:
    return {name: answers[name] for name in PASSED_ON if name in answers}


def _next(answers: Answers, facts: Facts) -> Answers:
    return {**_given(answers, facts), "asks": _asks(answers)[1:]}


def _values(answers: Answers, facts: Facts) -> Facts:
    asks = _asks(answers)
    return {"asked": asks[0][1] if asks else "", "other": answers.get("other") or ""}


FLOW = Flow(
    name="objectives",
    states={
        "start": Remark(),
        "survey": Ending("", then="survey", given=_given),
        "done": Ending(_("Thank you, {name}. That helps.")),
        "mark": Question(
            # NOTE: The programme's own question or sentence comes first.
            ask=_("{asked} From 1 not at all to 5 fully. I tell {coordinator}, not {other}."),
            read=scale.read_mark,
            hint=_("Just a number from 1 to 5, and a few words if you like."),
            why=_("So {coordinator} sees what changes between the beginning and the end."),
            simpler=_("Which comes closest?"),
            options=(
                Option("1", _("not at all")),
                Option("2", _("a little")),
                Option("3", _("halfway")),
                Option("4", _("mostly")),
                Option("5", _("fully")),
            ),
            buttons=scale.BUTTONS,
        ),
        "marked": Ending("", _marked, then="objectives", given=_next),
        "left": Ending("", then="objectives", given=_next),
    },
    values=_values,
    transitions=[
        ("onward", "start", "survey", _ends),
        ("onward", "start", "done", _none),
        ("onward", "start", "mark"),
        ("answered", "mark", "marked"),
        ("left", "mark", "left"),
    ],
)
