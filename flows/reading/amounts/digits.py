"""Readers of times of day in bare digits: "1530", "friday 730", "19.45"."""

from datetime import time

from flows.reading.rules import Asked, Match
from flows.reading.when import noon


def packed(match: Match, asked: Asked) -> time | None:
    """ "1530", when that is all."""
    at = _clock(*divmod(match.number("packed"), 100))
    return (at or _meeting(match, asked)) if match.alone() else None


def _meeting(match: Match, asked: Asked) -> time | None:
    """ "730", where a time to meet is asked for."""
    return packed_beside(match, asked) if asked.meets else None


def packed_beside(match: Match, asked: Asked) -> time | None:
    """ "Friday 730", "tomorrow at 1530"."""
    hour, minute = divmod(match.number("packed"), 100)
    typed = len(match.named["packed"].text) in {3, 4} and hour < 24 and minute < 60
    return noon.placed(match, time(hour, minute), bare=True) if typed else None


def dotted(match: Match, asked: Asked) -> time | None:
    """ "19.45", when that is all and can be no day."""
    sign = match.named["dotted"]
    parts = sign.value if isinstance(sign.value, tuple) and "." in sign.text else ()
    return _clock(*parts) if match.alone() and len(parts) == 2 and parts[1] > 12 else None


def dotted_beside(match: Match, asked: Asked) -> time | None:
    """ "Friday 18.30", where it can be no day."""
    sign = match.named["dotted"]
    parts = sign.value if isinstance(sign.value, tuple) and "." in sign.text else ()
    if len(parts) != 2 or 0 < parts[1] <= 12:
        return None
    if asked.meets and parts[0] < 13 and parts[1] < 60:
        return noon.placed(match, time(*parts), bare=True)
    return _clock(*parts)


def _clock(hour: int, minute: int) -> time | None:
    """A time of the afternoon, on a clock of 24 hours."""
    return time(hour, minute) if 13 <= hour < 24 and 0 <= minute < 60 else None
