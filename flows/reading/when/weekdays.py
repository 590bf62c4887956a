"""Readers of days by their name: "friday", "monday 21", "the second friday of june"."""

from datetime import date, timedelta

from flows.reading import rules
from flows.reading.rules import Asked, Match
from flows.reading.when import almanac

_SHORT = 4  # letters: "sat", "merc"
_SOON = 45
_ARTICLES = frozenset({"the", "o", "la", "el", "le"})
_TIMELY = frozenset({"half", "quarter", "hour", "clock"})
_ENDING = frozenset({"word", "stop", "comma", "ampm"})
_AT_ONCE = frozenset({"clock", "part", "numeric", "at"})


def plain(match: Match, asked: Asked) -> date | None:
    sign = match.named["weekday"]
    if match.before().text in rules.TITLES:
        return None
    if sign.doubtful and not (_surely_weekday(match) or (asked.meets and _meant(match))):
        return None
    return almanac.coming(asked.today, match.number("weekday"))


def _meant(match: Match) -> bool:
    """Where a time to meet is asked for: "sat 11 works", "quinta na biblioteca"."""
    if len(match.named["weekday"].text) > _SHORT:
        return True
    then = match.signs[match.after + 1 : match.after + 2]
    return match.following().kind == "number" and all(sign.kind in _ENDING for sign in then)


def _surely_weekday(match: Match) -> bool:
    """Whether "sat", "mar" or "sexta" can only be the day: "on sat", "sexta 16h"."""
    before, following = match.before(), match.following()
    if before.kind == "of":
        return (
            match.first > 1 and match.signs[match.first - 2].kind in _TIMELY
        )  # "8 e meia de sexta"
    if before.text in _ARTICLES:
        return following.kind in _AT_ONCE
    if rules.timely(match.signs) or before.kind == "by" or before.kind == "on":
        return True
    last = match.after + 1 == len(match.signs)
    return following.kind in _AT_ONCE or (following.kind == "number" and last)


def relative(match: Match, asked: Asked) -> date | None:
    """ "next friday" is of next week, "this friday" the coming one."""
    weekday, rel = match.number("weekday"), match.named["rel"].kind
    idle = match.following().kind not in {"edge", "stop", "comma", *_AT_ONCE}
    if match.named["weekday"].doubtful and match.signs[match.first].kind == "weekday" and idle:
        return None  # "i sat next to her"
    if rel == "coming":
        return almanac.coming(asked.today + timedelta(days=1), weekday)
    if rel == "this":
        return almanac.coming(asked.today, weekday)
    return almanac.of_week(asked.today, weekday, rules.steps(match.named["rel"]))


def after_next(match: Match, asked: Asked) -> date:
    """ "monday after next"."""
    return almanac.of_week(asked.today, match.number("weekday"), 2)


def after(match: Match, asked: Asked) -> date | None:
    """ "Vendredi d'après", and not "vendredi après 16h"."""
    ends = match.following().kind in {"edge", "stop"}
    if not ends or match.named["later"].text != "apres":
        return None
    return almanac.coming(asked.today, match.number("weekday")) + timedelta(days=7)


def with_monthday(match: Match, asked: Asked) -> date | None:
    """ "monday 21", "fri 14th"; in English "fri 4" is an hour, unless it is that very day."""
    day = match.named["day"]
    coming = almanac.coming(asked.today, match.number("weekday"))
    if day.kind == "number" and asked.english and match.number("day") <= 12:
        return coming if coming.day == day.value else None
    found = almanac.upcoming_monthday(asked.today, match.number("day"), match.number("weekday"))
    far = found is not None and (found - asked.today).days > _SOON
    return None if asked.meets and far else found  # nobody means the Friday 13th of next year


def a_week_on(match: Match, asked: Asked) -> date | None:
    """ "friday week" is the Friday after this one."""
    week = asked.english and match.named["unit"].value == "week"
    coming = almanac.coming(asked.today, match.number("weekday"))
    return coming + timedelta(days=7) if week else None


def in_eight(match: Match, asked: Asked) -> date | None:
    """ "mercredi en huit", "de hoy en quince": one week or two, counted with both ends."""
    days = {8: 7, 15: 14}.get(match.number("many"))
    if days is None:
        return None
    if "day" in match.named:
        return asked.today + timedelta(days=match.number("day") + days)
    return almanac.coming(asked.today, match.number("weekday")) + timedelta(days=days)


def of_week(match: Match, asked: Asked) -> date | None:
    """ "friday next week"."""
    if match.named["unit"].value != "week":
        return None
    return almanac.of_week(asked.today, match.number("weekday"), rules.steps(match.named["rel"]))


def nth(match: Match, asked: Asked) -> date | None:
    """ "the second friday of june", "last monday of next month"."""
    nth = 0 if match.named["nth"].kind in {"last", "end"} else match.number("nth")
    weekday = match.number("weekday")
    if "rel" in match.named:
        start = almanac.plus_months(asked.today.replace(day=1), rules.steps(match.named["rel"]))
        return start and almanac.nth_weekday(start.year, start.month, weekday, nth)
    if "year" in match.named:
        return almanac.nth_weekday(match.number("year"), match.number("month"), weekday, nth)
    years = (asked.today.year, asked.today.year + 1)
    found = (almanac.nth_weekday(year, match.number("month"), weekday, nth) for year in years)
    return next((day for day in found if day and day >= asked.today), None)
