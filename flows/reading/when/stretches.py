"""Readers of stretches of time, which begin at one: "9-11am", "from 2 to 3", "de 3 a 4"."""

from datetime import time

from flows.reading import words
from flows.reading.lexicon import MARKED, Sign
from flows.reading.rules import Asked, Match
from flows.reading.when import almanac, noon

_THROUGH = frozenset(
    words.spellings(
        "to, -, till, til, until, a, as, ate, ate as, hasta, hasta las, a las, jusqua, jusqu a, au"
    )
)
_MINUTES = frozenset({5, 10, 20, 25})
_WINDOWS = frozenset({"between", "entre", "btwn"})  # any time within, and not from its start on
_TOLD = frozenset({"at", "by", "of", "day", "weekday", "part", "comma"})


def start(match: Match, asked: Asked) -> time | None:
    """The first hour of two, on the side of noon that the second tells."""
    first, last = match.named["first"], match.named["last"]
    if match.named["link"].text not in _THROUGH or match.before().text in _WINDOWS:
        return None
    if _dates(match) or _minutes_to(match):
        return None
    beside = {match.before().kind, match.following().kind} & _TOLD
    if not (_surely(match) or beside or (asked.meets and match.dated())):
        return None
    return _placed(match, _clock(first), _clock(last), bare=_bare(first))


def dashed(match: Match, asked: Asked) -> time | None:
    """ "Friday 9-11", unless it is Friday the 9th of November."""
    sign = match.named["dashed"]
    parts = sign.value if isinstance(sign.value, tuple) and "-" in sign.text else ()
    told = {match.before().kind, match.following().kind} & _TOLD or len(match.named) > 1
    told = told or (asked.meets and match.alone())
    if len(parts) != 2 or not told or not 0 < parts[0] <= 24 or not 0 < parts[1] <= 24:
        return None
    if match.before().kind == "weekday" and _dated(match, asked, *parts):
        return None
    return _placed(match, time(parts[0] % 24), time(parts[1] % 24), bare=True)


def _dated(match: Match, asked: Asked, one: int, other: int) -> bool:
    """Whether it is a date, too, and of that very weekday."""
    month, day = (one, other) if asked.month_first else (other, one)
    found = almanac.upcoming(asked.today, month, day) if 0 < month < 13 else None
    return found is not None and found.weekday() == match.before().value


def _dates(match: Match) -> bool:
    """Whether the first may be a day: "le 16 à 18h", "dia 15 às 19h", and not "das 15 às 19h"."""
    if match.named["first"].kind == "clock" or "mark" in match.named:
        return False
    lead = match.signs[match.first]
    led = lead.kind in {"of", "by"} or lead.text == "das"
    return match.before().kind in {"on", "month"} or (match.named["link"].kind == "at" and not led)


def _minutes_to(match: Match) -> bool:
    """Whether it may be said of one hour, not of two: "ten to four", and not "from 10 to 4"."""
    first, link = match.named["first"], match.named["link"]
    few = first.kind == "number" and first.value in _MINUTES
    return few and link.kind == "to" and match.signs[match.first].kind not in {"by", "of"}


def _surely(match: Match) -> bool:
    """Whether hours are spoken of, and not numbers: "3 to 4" may be anything."""
    kinds = {sign.kind for sign in match.signs[match.first : match.after]}
    return not kinds.isdisjoint({"clock", "hour", "ampm"}) or match.following().kind == "ampm"


def _placed(match: Match, first: time | None, last: time | None, *, bare: bool) -> time | None:
    if first is None or last is None:
        return None
    if "first" in match.named and match.named["first"].text == MARKED:
        return first
    if "mark" in match.named:
        return first.replace(hour=first.hour % 12 + 12 * (match.named["mark"].value == "p"))
    open_end = "last" not in match.named or _bare(match.named["last"])
    if not bare or (open_end and not noon.told(match)):
        at = noon.placed(match, first, bare=bare)
        return None if not open_end and last.hour == 12 <= at.hour else at  # "15 to noon"
    end = noon.placed(match, last, bare=False)
    sides = [first.replace(hour=hour) for hour in (first.hour % 12, first.hour % 12 + 12)]
    return max((each for each in sides if each < end), default=first)


def _clock(sign: Sign) -> time | None:
    if isinstance(sign.value, time):
        return sign.value
    hour = 1 if sign.kind == "a" else sign.value
    return time(hour % 24) if isinstance(hour, int) and hour <= 24 else None


def _bare(sign: Sign) -> bool:
    """Whether it may be on either side of noon."""
    at = _clock(sign)
    plain = sign.text != MARKED and not sign.text.startswith("0") and "h" not in sign.text
    return plain and at is not None and at.hour <= 12
