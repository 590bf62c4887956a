"""A pause: nothing happens to somebody before the day they name."""

import re
from dataclasses import replace
from datetime import date, timedelta

from flows.engine.intents import Intent, MenuRow
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
from flows.events import Paused, PauseEnded
from flows.intents.pause import PAUSE, PAUSE_UNTIL
from flows.mentoring.days_to_come import read_day
from flows.mentoring.goal_setting import ROUGHLY
from flows.reading import Unclear

_WORD = re.compile(r"^\W*paus[ea]\s+(?:de\s+)?", re.IGNORECASE)
_AU = re.compile(r"^\W*jusqu\Wau\s+", re.IGNORECASE)
_UNTIL = re.compile(r"^\W*(until|till?|hasta|jusqu\W(?:à|a|en)|at[ée])\b\s*", re.IGNORECASE)
# NOTE: Other words for "take a break".
BREAK = (_("a break, a pause"), _("rest, have a rest"))


def read_until(heard: Heard) -> str:
    """The day of "until friday", "hasta el 30", "2 weeks", "pause for 2 weeks"; a month alone is
    its first day."""
    text = _WORD.sub("", heard.text)
    bare = _UNTIL.sub("", _AU.sub("le ", text))
    try:
        day = read_day(replace(heard, text=text))
    except Unclear:
        day = read_day(replace(heard, text=bare))
    return _month_begins(day, heard) if bare.strip().isalpha() else day


def _month_begins(day: str, heard: Heard) -> str:
    """The first day of a month to come, where the day is its last: "april"."""
    last = date.fromisoformat(day)
    first = last.replace(day=1)
    whole = (last + timedelta(days=1)).day == 1 and first > heard.now.date()
    return first.isoformat() if whole else day


def _resting(answers: Answers, facts: Facts) -> bool:
    return bool(facts["paused_until"])


def _meeting(answers: Answers, facts: Facts) -> Facts:
    """The next meeting that is booked before they are back."""
    until = str(answers.get("until") or "")
    inside = [
        pair for pair in facts["pairs"] if pair["meeting"] == "booked" and pair["here"][:10] < until
    ]
    return min(inside, key=lambda pair: str(pair["slot"]), default={})


def _meets_before(answers: Answers, facts: Facts) -> bool:
    return bool(_meeting(answers, facts))


def _paused(answers: Answers, facts: Facts) -> Paused:
    """Without a no, a meeting stays as it is."""
    off = answers.get("booked") == "no"
    meeting = {} if off else _meeting(answers, facts)
    return Paused(str(answers["until"]), int(meeting.get("id", 0)))


def _values(answers: Answers, facts: Facts) -> Facts:
    meeting = _meeting(answers, facts)
    return {"other": meeting["other"], "at": meeting["slot"]} if meeting else {}


FLOW = Flow(
    name="pause",
    values=_values,
    menu=MenuRow(_("take a break"), words=BREAK),
    intents=(
        Intent(
            "pause",
            printed={"en": "PAUSE", "es": "PAUSA", "fr": "PAUSE", "pt": "PAUSA"},
            table=PAUSE,
            label=_("take a break"),
            words=BREAK,
        ),
        Intent("pause until", table=PAUSE_UNTIL, answers=True),
    ),
    states={
        "start": Remark(),
        "until": Question(
            ask=_("Of course. Until what day would you like a break? For example: 1 March."),
            read=read_until,
            exact=True,
            hint=_("I need a date that is still to come. For example: 1 March."),
            why=_("Until then I won't ask you anything. After that we pick up where we left off."),
            simpler=_("Roughly, until when?"),
            options=ROUGHLY,
        ),
        "booked": Choice(
            ask=_("Before that you're meeting {other}: {at:when}. Do you still want to go?"),
            options=(
                Option("yes", _("we still meet"), words=(_("keep it, I'll still go"),)),
                Option("no", _("call it off"), words=(_("it's off, not that either"),)),
            ),
            hint=_("I just need to know if you two still meet."),
            why=_("If it's off, I tell {other} at once."),
        ),
        "back": Choice(
            ask=_(
                "You're on a break until {paused_until:date}. Would you like to start again now?"
            ),
            options=(
                Option("yes", _("I'm back")),
                Option("no", _("stay on my break"), words=(_("rest some more, still resting"),)),
            ),
            hint=_("I just need to know if you're back."),
            why=_("While you're on a break, I won't ask you anything."),
        ),
        "paused": Ending(
            _("All right, a break until {until:date}. To start again sooner, text MENU."),
            _paused,
        ),
        "ended": Ending(_("Good to have you back!"), lambda answers, facts: PauseEnded()),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    transitions=[
        ("onward", "start", "back", _resting),
        ("onward", "start", "until"),
        ("answered", "until", "booked", _meets_before),
        ("answered", "until", "paused"),
        ("yes", "booked", "paused"),
        ("no", "booked", "paused"),
        ("left", "booked", "paused"),
        ("left", "until", "kept"),
        ("yes", "back", "ended"),
        ("no", "back", "kept"),
        ("left", "back", "kept"),
    ],
)
