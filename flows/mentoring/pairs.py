"""The people somebody was brought together with, as the flows about them know it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flows import reading
from flows.engine import options
from flows.engine.states import Answers, Choice, Facts, Option
from flows.engine.text import _
from flows.lifecycles import meeting

# NOTE: Where two people meet who only text each other.
BY_TEXT = Option("text", _("by text"))
PHONE = Option("phone", _("by phone"), words=(_("call, ring"),))
FAR = timedelta(hours=3)  # between two clocks
WHO = Choice(
    ask=_("Who is it about?"),
    options=lambda answers, facts: others(answers, facts),
    hint=_("Just pick one of the people you meet."),
    why=_("You know more than one person here, so I'd better ask."),
)


def others(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Everybody this person was brought together with, by name."""
    return options.own((pair["id"], pair["other"]) for pair in facts["pairs"])


def pair_of(answers: Answers, facts: Facts) -> Facts:
    """The pair a run is about: the one named, else the only one, else nothing."""
    known = str(answers.get("match") or answers.get("who") or "")
    for pair in facts["pairs"]:
        if str(pair["id"]) == known:
            return dict(pair)
    if not known and answers.get("wish") == "arrange":
        meant = named(facts, str(answers.get("words") or ""))
        if len(meant) == 1:
            return meant[0]
    return dict(facts["pairs"][0]) if len(facts["pairs"]) == 1 and not known else {}


def named(facts: Facts, said: str) -> list[Facts]:
    """The pairs of which the other's first name stands in what was said."""
    spoken = reading.plain(said)
    firsts = ((pair, reading.plain(pair["other"])[:1]) for pair in facts["pairs"])
    return [dict(pair) for pair, first in firsts if first and first[0] in spoken]


def match_of(answers: Answers, facts: Facts) -> int:
    return int(pair_of(answers, facts).get("id", 0))


def nobody(answers: Answers, facts: Facts) -> bool:
    """Whether there is nobody it could be about, or not any more."""
    several = len(facts["pairs"]) > 1 and not (answers.get("match") or answers.get("who"))
    return not several and not pair_of(answers, facts)


def several(answers: Answers, facts: Facts) -> bool:
    """Whether it has to be asked who is meant."""
    return not pair_of(answers, facts)


def shows(answers: Answers, facts: Facts) -> Facts:
    """Whom a question is about, and the time it tells of."""
    pair = pair_of(answers, facts)
    return {"match": pair["id"], "seen": pair["slot"]} if pair else {}


def values(answers: Answers, facts: Facts) -> Facts:
    """What the texts about a pair show: the other's name, and the meeting as it stands."""
    pair = pair_of(answers, facts)
    if not pair:
        return {}
    return {
        "other": pair["other"],
        "at": told(pair, pair["slot"]),
        "place": placed(pair["place"], facts),
    }


def far(answers: Answers, facts: Facts) -> bool:
    """Whether their clocks are so far apart that they hardly live near each other."""
    pair, today = pair_of(answers, facts), datetime.fromisoformat(f"{facts['today']}T12:00")
    mine, theirs = (
        today.replace(tzinfo=ZoneInfo(str(pair.get(name) or "UTC"))).utcoffset() or timedelta()
        for name in ("zone", "other_zone")
    )
    return abs(mine - theirs) >= FAR


def told(pair: Facts, at: str) -> str:
    """A time as this person is told it."""
    return meeting.told(at, str(pair["zone"]), str(pair["other_zone"]))


def last_day(facts: Facts) -> str:
    """The day by which all they meet are done with, where that is agreed."""
    days = [str(pair.get("last_day") or "") for pair in facts["pairs"]]
    return max(days) if days and all(days) else ""


def placed(place: str, facts: Facts) -> Option | str:
    """A place in the reader's words: the programme's own, a number, or by text."""
    return next((one for one in (BY_TEXT, PHONE) if one.token == place), place)
