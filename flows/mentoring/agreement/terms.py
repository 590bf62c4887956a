"""The terms of an agreement in words, and those that a run shows or has changed."""

from dataclasses import asdict

from flows.engine.states import Answers, Facts, Option
from flows.engine.text import _
from flows.lifecycles.agreement import Terms
from flows.mentoring import pairs

# NOTE: How often two people talk: "You two could talk every week, in person, for an hour".
OFTEN = (
    Option("week", _("every week"), words=(_("weekly, once a week"),)),
    Option("fortnight", _("every two weeks"), words=(_("every second week, twice a month"),)),
    Option("three_weeks", _("every three weeks")),
    Option("month", _("once a month"), words=(_("monthly, every month"),)),
)
# NOTE: How long they talk each time: "for an hour each time".
LONG = (
    Option("30", _("half an hour")),
    Option("45", _("45 minutes")),
    Option("60", _("an hour")),
    Option("90", _("an hour and a half")),
)
# NOTE: How two people talk: "You two could talk every week, in person, for an hour".
HOW = (
    Option("person", _("in person"), words=(_("face to face"),)),
    Option("phone", _("by phone"), words=(_("call, ring"),)),
    Option("mixed", _("in person or by phone"), words=(_("both"),)),
    Option("text", _("by text"), words=(_("texting"),)),
)
HOURS = (
    Option("09:00-17:00", _("9 am to 5 pm")),
    Option("15:00-20:00", _("3 pm to 8 pm")),
    Option("09:00-20:00", _("9 am to 8 pm")),
)
# NOTE: Days on which two people may end: "1 the end of the semester 2 in six months".
DAYS = {
    "semester": Option("semester", _("the end of the semester")),
    "year": Option("year", _("the end of the school year")),
    "6": Option("6", _("in six months")),
    "12": Option("12", _("in a year")),
    "programme": Option("programme", _("the last day of {programme}")),
}
# NOTE: Parts of "{other} would like to change this: every week and until 30 June."
PARTS = {
    "long": Option("long", _("{long} each time")),
    "hours": Option("hours", _("between {start:time} and {end:time}")),
    "until": Option("until", _("until {until:date}")),
}
FEW = 3  # changes that are told by themselves; with more all is told anew
_PART_OF = {"start": "hours", "end": "hours"}


def of(found: Facts) -> Terms:
    return Terms(**found)


def kept(terms: Terms) -> Facts:
    return asdict(terms)


def known(answers: Answers, facts: Facts) -> Facts:
    """The agreement of the pair that a run is about."""
    return dict(pairs.pair_of(answers, facts).get("agreement") or {})


def shown(answers: Answers, facts: Facts) -> Facts:
    """The terms that the run shows: its own, or else as they stand."""
    return dict(answers.get("terms") or known(answers, facts).get("terms") or {})


def with_(answers: Answers, facts: Facts, wished: Facts) -> Facts:
    """The terms that are shown, with what has just been wished for."""
    return {**shown(answers, facts), **wished}


def differing(now: Facts, before: Facts) -> list[str]:
    """What is different, as it is told: the hours are one thing."""
    names = (_PART_OF.get(name, name) for name, value in now.items() if before.get(name) != value)
    return list(dict.fromkeys(names))


def in_words(terms: Facts) -> Facts:
    """The terms as texts show them."""
    if not terms:
        return {}
    length = str(terms["long"])
    return {
        **terms,
        "often": _option(OFTEN, terms["often"]),
        "long": next((one for one in LONG if one.token == length), f"{length} min"),
        "how": _option(HOW, terms["how"]),
    }


def parts(now: Facts, names: list[str]) -> list[object]:
    """What is different, each in its words."""
    said = in_words(now)
    return [PARTS.get(name) or said[name] for name in names]


def _option(options: tuple[Option, ...], token: object) -> Option | str:
    return next((one for one in options if one.token == token), str(token))
