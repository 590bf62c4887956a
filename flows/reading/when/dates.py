"""A day to come, for "by when?"."""

import datetime as dt

from flows.reading.replies import Unclear
from flows.reading.rules import Asked
from flows.reading.when import days, moments, pieces, signs

_FARTHEST = 366 * 6


def date(reply: str, now: dt.datetime, language: str, *, month_first: bool = False) -> dt.date:
    """The day meant, today or later; a period is its last day: "next month", "end of june"."""
    found = signs.read(reply, language)
    asked = Asked(now.replace(tzinfo=None), month_first, language.startswith("en"))
    day = days.whole(found, asked)
    if day is None:
        spoken = pieces.by_when(reply, found, asked).days
        only = moments.one_day(reply, [one for one in spoken if found[one.first].kind != "now"])
        day = only.day if only else None
    if day is None or not 0 <= (day - asked.today).days <= _FARTHEST:
        raise Unclear(reply)
    return day
