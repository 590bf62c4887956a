"""Where somebody is: asked once, where the clock of the programme may not be theirs."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flows import reading
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
    Row,
    State,
)
from flows.engine.text import _
from flows.events import ZoneTold
from flows.joining import zones
from flows.reading import Unclear

DAY, HALF_DAY, NEAR = 24 * 60, 12 * 60, 20  # minutes
HALF_A_YEAR = timedelta(days=182)
EITHER = "?"  # after the minutes of an hour on either side of noon


def read_zone(heard: Heard) -> str:
    """A place, as the zone whose clock is theirs, or how far their clock is ahead of what we took
    for it, in minutes ("+60", "-120?")."""
    try:
        return zones.zone(heard.text, heard.language)
    except Unclear:
        return _ahead(heard)


def read_city(heard: Heard) -> str:
    return zones.zone(heard.text, heard.language)


def _ahead(heard: Heard) -> str:
    said = reading.moment(heard.text, heard.now, heard.language)
    if said.day is not None or said.at is None or heard.text.strip().isdecimal():
        raise Unclear(heard.text)
    now = heard.now.hour * 60 + heard.now.minute
    ahead = said.at.hour * 60 + said.at.minute - now
    return f"{ahead:+}{EITHER if said.bare else ''}"


def zone_of(answers: Answers, facts: Facts) -> str:
    """The zone that was told, or ""."""
    told = str(answers.get("city") or answers.get("zone") or "")
    return _by_clock(told, facts) if told[:1] in ("+", "-") else told


def _by_clock(told: str, facts: Facts) -> str:
    """The zone of the two that we know whose clock that is."""
    ahead, step = int(told.rstrip(EITHER)), HALF_DAY if EITHER in told else DAY
    for zone in dict.fromkeys((str(facts["zone"]), str(facts["home"]))):
        away = (_minutes(zone, facts) - ahead) % step
        if min(away, step - away) <= NEAR:
            return zone
    return ""


def _minutes(zone: str, facts: Facts) -> int:
    """How far the clock of a zone is ahead of what we took for theirs."""
    mine, there = _now(facts).utcoffset(), _now(facts).astimezone(ZoneInfo(zone)).utcoffset()
    assert mine is not None
    assert there is not None
    return round((there - mine).total_seconds() / 60)


def _now(facts: Facts) -> datetime:
    return datetime.fromisoformat(str(facts["now"])).replace(tzinfo=ZoneInfo(str(facts["zone"])))


def _clock(zone: str, facts: Facts) -> str:
    """What time it is there, with the zone, as RFC 9557 writes it."""
    there = _now(facts).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return f"{there.isoformat(timespec='minutes')}[{zone}]"


def told(answers: Answers, facts: Facts) -> Answers:
    """The answers, of which the zone is one, or none where it was left."""
    if "zone" not in answers:
        return answers
    kept = {key: one for key, one in answers.items() if key != "city"}
    return {**kept, "zone": zone_of(answers, facts) or None}


def unsure(answers: Answers, facts: Facts) -> bool:
    """Whether their number is of another clock than the programme's, and nobody has asked."""
    if "zone" in answers or "zone" in facts["profile"]:
        return False
    mine, home = str(facts["zone"]), str(facts["home"])
    return bool(home) and home != mine and any(_differ(mine, home, at) for at in _year(facts))


def _year(facts: Facts) -> tuple[datetime, datetime]:
    """Now, and at the other end of the year, when other clocks are changed."""
    return _now(facts), _now(facts) + HALF_A_YEAR


def _differ(one: str, other: str, at: datetime) -> bool:
    first, second = (at.astimezone(ZoneInfo(zone)).utcoffset() for zone in (one, other))
    return first != second


def unknown(answers: Answers, facts: Facts) -> bool:
    """Whether a clock was told that is neither of the two that we know."""
    return bool(answers.get("zone")) and not zone_of(answers, facts)


def _options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    mine, ours = str(facts["zone"]), str(facts["home"])
    both = (Option(mine, _("{mine:time}")), Option(ours, _("{ours:time}")))
    return both if ours and ours != mine else both[:1]


def values(answers: Answers, facts: Facts) -> Facts:
    """The clocks to pick from, and the one that was told."""
    if facts["zone"] == facts["home"] and "zone" not in answers:
        return {}  # as it is for most
    home, zone = str(facts["home"] or facts["zone"]), zone_of(answers, facts)
    shown = {"mine": _clock(str(facts["zone"]), facts), "ours": _clock(home, facts)}
    return {**shown, "clock": _clock(zone, facts)} if zone else shown


STATES: Mapping[str, State] = {
    "clock": Remark(),
    "zone": Choice(
        ask=_("What time is it where you are? Pick one, or write a city near you."),
        options=_options,
        hint=_("Just pick one, or write a city near you. For example: Chicago."),
        why=_("So that I give you the right times."),
        other=read_zone,
    ),
    "city": Question(
        ask=_("Which bigger city are you near? For example: Chicago."),
        read=read_city,
        hint=_("A big city near you, or your country. For example: Chicago."),
        why=_("So that I give you the right times."),
    ),
    # NOTE: {clock:time} is such as "4:05 pm (Chicago)".
    "zoned": Remark(_("Got it: {clock:time} for you now.")),
}


def rows(onward: str) -> tuple[Row, ...]:
    """The way from `clock` to the question that comes next."""
    return (
        ("onward", "clock", "zone", unsure),
        ("onward", "clock", onward),
        ("answered", "zone", "city", unknown),
        ("answered", "zone", "zoned"),
        ("left", "zone", onward),
        ("answered", "city", "zoned"),
        ("left", "city", onward),
        ("onward", "zoned", onward),
    )


FLOW = Flow(
    name="clock",
    states={
        "start": Remark(),
        **{name: state for name, state in STATES.items() if name != "clock"},
        "set": Ending(
            _("From now on I give you times for there."),
            lambda answers, facts: ZoneTold(zone_of(answers, facts)),
        ),
        "kept": Ending(_("All right, nothing has changed.")),
    },
    values=values,
    transitions=[
        ("onward", "start", "zone"),
        ("answered", "zone", "city", unknown),
        ("answered", "zone", "zoned"),
        ("left", "zone", "kept"),
        ("answered", "city", "zoned"),
        ("left", "city", "kept"),
        ("onward", "zoned", "set"),
    ],
)
