"""Some weeks before their last day each of the two says what should come then."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import Event, MoreTimeSaid
from flows.mentoring import pairs


def _said(answers: Answers, facts: Facts) -> Event:
    more = answers.get("next") == "more"
    return MoreTimeSaid(pairs.match_of(answers, facts), int(answers.get("version") or 0), more)


def _values(answers: Answers, facts: Facts) -> Facts:
    shown = pairs.values(answers, facts)
    return {**shown, "until": answers.get("until") or facts["until"]}


FLOW = Flow(
    name="more_time",
    states={
        "start": Remark(),
        "nobody": Ending(""),
        "next": Choice(
            ask=_("Your last day with {other} is {until:date}. What would you like then?"),
            options=(
                Option(
                    "finish", _("finish as planned"), words=(_("finish then, as planned, finish"),)
                ),
                Option(
                    "more",
                    _("ask for more time"),
                    words=(_("more time, go on, keep going, longer"),),
                ),
            ),
            hint=_("I just need to know: finish as planned, or ask for more time."),
            why=_("It only gets longer if both of you want that. {other} doesn't see your answer."),
        ),
        "said": Ending("", _said),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    values=_values,
    shows=pairs.shows,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "next"),
        ("finish", "next", "said"),
        ("more", "next", "said"),
        ("left", "next", "kept"),
    ],
)
