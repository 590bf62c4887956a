"""Readers of times told by their minutes: "20 past eight", "ocho menos cuarto", "seven thirty"."""

from datetime import time

from flows.reading.lexicon import MARKED
from flows.reading.rules import Asked, Match
from flows.reading.when import noon


def past(match: Match, asked: Asked) -> time | None:
    """ "20 past eight"."""
    full, minute = _full(match), told(match, "minute")
    return full.replace(minute=minute) if full and 0 < minute < 60 else None


def past_noon(match: Match, asked: Asked) -> time | None:
    """ "Midi et quart", "meio dia e quinze"."""
    sign, minute = match.named["noon"], told(match, "minute")
    if not isinstance(sign.value, time) or sign.text != MARKED or sign.value.hour not in {0, 12}:
        return None
    return sign.value.replace(minute=minute) if 0 < minute < 60 else None


def past_noon_bare(match: Match, asked: Asked) -> time | None:
    """ "Midi trente", where a time to meet is asked for."""
    return past_noon(match, asked) if asked.meets else None


def to(match: Match, asked: Asked) -> time | None:
    """ "quarter to eight", "ocho menos cuarto"."""
    full, minute = _full(match), told(match, "minute")
    if "cue" in match.named and not _minutes_to(match, minute):
        return None
    return time((full.hour - 1) % 24, 60 - minute) if full and 0 < minute < 60 else None


def _minutes_to(match: Match, minute: int) -> bool:
    """Whether it is not a span or a score: "from 4 to 5", "4 sur 5"."""
    spoken = "spoken" in match.named or match.signs[match.first].text == "spelled"
    either = minute in {5, 10} and match.dated()  # "friday 10 to 4"
    spanned = match.before().kind == "by" or (not spoken and (minute % 5 or either))
    by = match.named["cue"]
    return not spanned and (by.kind == "to" or by.text in {"before", "til", "till", "b4"})


def _full(match: Match) -> time | None:
    """The full hour of "half past three"."""
    sign = match.named["hour"]
    if isinstance(sign.value, time):
        at = sign.value
    else:
        hour = count(match, "hour")
        if not 1 <= hour <= 24:
            return None
        at = time(hour % 24)
    return at if sign.text == MARKED else noon.placed(match, at, bare=True)


def count(match: Match, name: str) -> int:
    """The number that is named; 99 where it is none."""
    sign = match.named[name]
    return 1 if sign.kind == "a" else sign.value if isinstance(sign.value, int) else 99


def told(match: Match, name: str) -> int:
    """The minutes that are named, or none."""
    if name not in match.named:
        return 0
    return {"half": 30, "quarter": 15}.get(match.named[name].kind) or count(match, name)
