"""After a meeting: did you meet, was it of use, a word. It goes to the coordinator."""

from datetime import date, timedelta

from flows import reading
from flows.engine.offering import offered
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Option,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.events import Event, FeedbackGiven
from flows.joining.profile import read_any, read_reason
from flows.mentoring import pairs, scale
from flows.mentoring.attendance import AWAY, CAME, MET, NOT, PARTLY, WHO
from flows.reading import Unclear

A_WEEK = timedelta(days=7)  # before their last day they are asked to meet once more
OWN_WORDS = "words"  # in place of an option


def read_came(heard: Heard) -> tuple[str, str]:
    """Which of the two did not come, or what came up in their own words."""
    try:
        token, _note = reading.choice(heard.text, offered(CAME, heard), heard.language)
    except Unclear:
        return OWN_WORDS, read_reason(heard)
    only = reading.only_picks(heard.text, heard.language)
    return token, "" if only else reading.sentence(heard.text, heard.language)


def _given(answers: Answers, facts: Facts) -> Event:
    kept = ("met", "met_note", "useful_note", "word", "reason", "step")
    said = {name: answers[name] for name in kept if answers.get(name)}
    if said.get("met") in WHO:
        said |= {"met": "no", "came": said["met"]}
    if (came := said.pop("reason", None)) and came != OWN_WORDS:
        said["came"] = came
    if note := answers.get("reason_note"):
        said["reason"] = note
    about = str(answers.get("about") or "meeting")
    return FeedbackGiven(pairs.match_of(answers, facts), about, answers.get("useful"), said)


def _mentee(answers: Answers, facts: Facts) -> bool:
    """Whoever looks for help finds the next time, unless both still decide whether there is one,
    or this was the last."""
    pair = pairs.pair_of(answers, facts)
    return bool(facts["role"] == "mentee" and not pair.get("trial")) and not _last(pair, facts)


def _last(pair: Facts, facts: Facts) -> bool:
    """Whether their last day is so near that they have met for the last time."""
    last, today = str(pair.get("last_day") or ""), date.fromisoformat(str(facts["today"]))
    return bool(last) and date.fromisoformat(last) - today < A_WEEK


def _steps(answers: Answers, facts: Facts) -> bool:
    """Whether whoever is helped is asked what the two agreed on."""
    return _mentee(answers, facts) and bool(facts["aiming"])


def _noted(answers: Answers, facts: Facts) -> bool:
    return bool(answers.get("useful_note"))


def _booked(answers: Answers, facts: Facts) -> bool:
    """Whether the next meeting is booked already, as it is in a series."""
    return pairs.pair_of(answers, facts).get("meeting") == "booked"


def _same(answers: Answers, facts: Facts) -> Answers:
    return {"match": pairs.match_of(answers, facts)}


def _values(answers: Answers, facts: Facts) -> Facts:
    return {**pairs.values(answers, facts), "day": str(answers.get("about") or "")[8:]}


FLOW = Flow(
    name="feedback",
    states={
        "start": Remark(),
        "met": Choice(
            ask=_("Hi {name}, did you and {other} meet on {day:weekday}?"),
            options=(MET, NOT, PARTLY),
            hint=_("I just need to know if you two met."),
            why=_("So {coordinator} sees if the meetings work out."),
            noted=True,
            firm=True,
            unlisted=AWAY,
        ),
        "useful": Question(
            ask=_(
                "Thanks. Was it useful, from 1 not much to 5 a lot? Your answer goes to "
                "{coordinator}, not to {other}."
            ),
            read=scale.read_mark,
            hint=_("Just a number from 1 to 5, and a few words if you like."),
            why=_("So {coordinator} sees what helps. I don't tell {other}."),
            simpler=_("Which comes closest?"),
            options=(
                Option("1", _("not much use")),
                Option("2", _("a little")),
                Option("3", _("it was okay")),
                Option("4", _("useful")),
                Option("5", _("a lot of use")),
            ),
            buttons=scale.BUTTONS,
        ),
        "word": Question(
            ask=_("Anything to add, in a few words? I'll tell {coordinator}, not {other}."),
            read=read_any,
            hint=_("A few words is plenty. For example: we talked about my exam."),
            why=_("A few words tell {coordinator} more than a number."),
        ),
        "step": Question(
            ask=_("What did you two agree on as a next step? I remind you both of it."),
            read=read_any,
            hint=_("A few words is plenty. For example: send Rosa my letter."),
            why=_("So the next time begins where this one ended. {other} sees it, too."),
        ),
        "reason": Choice(
            ask=_("That happens. What came up? I'll tell {coordinator}, not {other}."),
            options=CAME,
            other=read_came,
            hint=_("A few words is plenty. For example: I was ill."),
            why=_("So {coordinator} can help if something keeps getting in the way."),
        ),
        "agreed": Remark(),
        "turn": Remark(),
        "next": Choice(
            ask=_("Shall we find the next time with {other}?"),
            options=(Option("yes", _("find a time")), Option("no", _("later"))),
            hint=_("I just need to know if you'd like to find a time now."),
            why=_("Having the next one booked keeps you two going."),
        ),
        "find": Ending("", _given, then="meeting", given=_same),
        "done": Ending(_("Thank you, {name}. That helps."), _given),
        "again": Ending(_("Thank you, {name}. You and {other} meet again {at:when}."), _given),
        "later": Ending(_("Thank you, {name}. To find a time later, text MENU."), _given),
        "left": Ending(_("No problem, and thanks anyway.")),
        "nobody": Ending(""),
    },
    values=_values,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "met"),
        ("yes", "met", "useful"),
        ("partly", "met", "useful"),
        ("no", "met", "reason"),
        *((who, "met", "turn") for who in WHO),
        ("left", "met", "left"),
        ("answered", "useful", "agreed", _noted),
        ("answered", "useful", "word"),
        ("left", "useful", "word"),
        ("answered", "word", "agreed"),
        ("left", "word", "agreed"),
        ("onward", "agreed", "step", _steps),
        ("onward", "agreed", "turn"),
        ("answered", "step", "turn"),
        ("left", "step", "turn"),
        ("answered", "reason", "turn"),
        ("left", "reason", "turn"),
        ("onward", "turn", "again", _booked),
        ("onward", "turn", "next", _mentee),
        ("onward", "turn", "done"),
        ("yes", "next", "find"),
        ("no", "next", "later"),
        ("left", "next", "later"),
    ],
)
