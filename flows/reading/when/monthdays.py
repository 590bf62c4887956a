"""Readers of days by their number: "30 june", "the 18th", "5/12"."""

from datetime import date, time

from flows.reading import rules, words
from flows.reading.rules import Asked, Match
from flows.reading.when import almanac

_MODAL = frozenset(
    words.spellings("be, not, have, need, come, go, take, i, we, she, he, they, you, b")
)
_YEARS = frozenset(str(year) for year in range(25, 60))


def iso(match: Match, asked: Asked) -> date | None:
    value = match.named["iso"].value
    return value if isinstance(value, date) else None


def numeric(match: Match, asked: Asked) -> date | None:
    parts = match.named["numeric"].value
    if not isinstance(parts, tuple) or (
        len(parts) == 2 and not ("year" in match.named or _in_company(match))
    ):
        return None
    first, second = parts[:2]
    month, day = (first, second) if asked.month_first else (second, first)
    if month > 12:
        month, day = day, month
    if "year" in match.named:
        return almanac.valid(match.number("year"), month, day)
    if len(parts) == 3:
        return almanac.valid(parts[2] + (2000 if parts[2] < 100 else 0), month, day)
    return almanac.upcoming(asked.today, month, day) if month else None


def _in_company(match: Match) -> bool:
    """Whether "5/12" is said as a day, not as a share, a score or a price."""
    sign = match.named["numeric"]
    others = [each for each in match.signs if each is not sign]
    if sign.text.replace(" ", "") == "24/7" or match.following().kind in rules.COUNTED:
        return False
    if rules.timely(others):
        return True
    said = {match.following().kind} & {"at", "clock"} or {match.before().kind} & {"on", "by"}
    return "weekday" in match.named or bool(said)


def named(match: Match, asked: Asked) -> date | None:
    """A day of a named month: "30 june", "june 30th 2027"."""
    month = match.named["month"]
    if month.text == "may" and match.following().text in _MODAL:
        return None
    year = _year(match, asked)
    if year is None:
        return almanac.upcoming(asked.today, match.number("month"), match.number("day"))
    return almanac.valid(year, match.number("month"), match.number("day"))


def _year(match: Match, asked: Asked) -> int | None:
    """The year that is said, in four digits, in two, or as the next one; -1 is none that can be."""
    if "year" in match.named:
        return match.number("year")
    if "yy" in match.named:
        return 2000 + match.number("yy") if match.named["yy"].text in _YEARS else -1
    if "rel" in match.named:
        whole = match.named["unit"].value == "year"
        return asked.today.year + rules.steps(match.named["rel"]) if whole else -1
    return None


def nth(match: Match, asked: Asked) -> date | None:
    """ "the last day of june 2027", "the third day of october"."""
    if match.named["unit"].value != "day":
        return None
    month, last = match.number("month"), match.named["nth"].kind == "last"
    for year in (asked.today.year, asked.today.year + 1):
        year = match.number("year") if "year" in match.named else year
        end = almanac.month_end(year, month)
        found = end if last else almanac.valid(year, month, match.number("nth"))
        if found and (found >= asked.today or "year" in match.named):
            return found
    return None


def monthday(match: Match, asked: Asked) -> date | None:
    """ "the 18th", "dia 12", and not "the 18th floor"."""
    day, following = match.named["day"], match.following()
    if (
        following.kind == "word" and following.text not in rules.LINKS
    ) or following.kind in rules.COUNTED:
        return None
    noon = day.value == 12 and isinstance(following.value, time) and following.value == time(12)
    if noon or (day.text == "spelled" and match.number("day") < 11):
        return None
    return almanac.upcoming_monthday(asked.today, match.number("day"))


def alone(match: Match, asked: Asked) -> date | None:
    """ "22nd", when that is all."""
    if all(sign.kind in rules.SMALL or sign is match.named["day"] for sign in match.signs):
        return monthday(match, asked)
    return None


def of_month(match: Match, asked: Asked) -> date | None:
    """ "the 15th of next month"."""
    if match.named["unit"].value != "month":
        return None
    start = almanac.plus_months(asked.today.replace(day=1), rules.steps(match.named["rel"]))
    return almanac.valid(start.year, start.month, match.number("day")) if start else None
