"""Readers of days by how far they are, and of periods: "in 3 weeks", "end of june"."""

from datetime import date, datetime, time, timedelta

from flows.reading import rules
from flows.reading.lexicon import Sign
from flows.reading.rules import Asked, Match
from flows.reading.when import almanac

_SINCE = frozenset({"que", "q", "ke"})  # "hace dos meses que espero" is no day
_BEFORE = frozenset({"before", "b4", "antes", "antes de", "antes del", "antes do", "avant"})


def ahead(match: Match, asked: Asked) -> date | None:
    return almanac.plus_days(asked.today, match.number("day"))


def today(match: Match, asked: Asked) -> date:
    return asked.today


def this_day(match: Match, asked: Asked) -> date | None:
    """ "Este día", and not "este sobre"."""
    return asked.today if match.named["day"].value == "day" else None


def now(match: Match, asked: Asked) -> datetime:
    return asked.now


def distance(match: Match, asked: Asked) -> date | datetime | None:
    """ "in 3 weeks", "30 min later", "two days after tomorrow"."""
    if "ago" in match.named and match.following().text in _SINCE:
        return None
    many = _many(match)
    before = match.named["link"].text in _BEFORE if "link" in match.named else False
    many = -many if "ago" in match.named or before else many
    start = asked.today
    if "day" in match.named:
        start = _from(match.named["day"], start)
    return _later(asked, start, many, str(match.named["unit"].value))


def _many(match: Match) -> int:
    if "many" not in match.named:
        return 1
    return {"a": 1, "couple": 2}.get(match.named["many"].kind) or match.number("many")


def a_week_from(match: Match, asked: Asked) -> date | datetime | None:
    """ "week from monday"."""
    week = match.named["unit"].value == "week" and match.named["link"].text == "from"
    return distance(match, asked) if week else None


def weeks_on(match: Match, asked: Asked) -> date | datetime | None:
    """ "a week tomorrow", "two weeks on friday", "tomorrow week"."""
    weeks = match.named["unit"].value in {"week", "fortnight"} and asked.english
    return distance(match, asked) if weeks else None


def in_hours(match: Match, asked: Asked) -> datetime | None:
    """ "dans 2h30"."""
    sign = match.named["span"]
    if not isinstance(sign.value, time) or "h" not in sign.text:
        return None
    return asked.now + timedelta(hours=sign.value.hour, minutes=sign.value.minute)


def decimal(match: Match, asked: Asked) -> datetime | None:
    """ "in 1.5 hours"."""
    sign = match.named["many"]
    parts = sign.value if isinstance(sign.value, tuple) and "." in sign.text else ()
    if len(parts) != 2 or parts[1] != 5 or match.named["unit"].value != "hour":
        return None
    return asked.now + timedelta(hours=parts[0], minutes=30)


def _from(sign: Sign, today: date) -> date:
    """The day a distance is counted from: "2 days after tomorrow", "3 weeks from friday"."""
    value = sign.value if isinstance(sign.value, int) else 0
    if sign.kind == "weekday":
        return almanac.coming(today, value)
    return today + timedelta(days=value)


def length(match: Match, asked: Asked) -> date | datetime | None:
    """ "3 weeks", when that is all; "one day" is no answer."""
    single = match.named["many"].kind == "a" or match.named["many"].text == "spelled"
    return None if single and match.named["unit"].value == "day" else distance(match, asked)


def and_a_half(match: Match, asked: Asked) -> datetime | None:
    """ "in an hour and a half"."""
    found = distance(match, asked)
    hours = match.named["unit"].value == "hour" and isinstance(found, datetime)
    return found + timedelta(minutes=30) if hours and isinstance(found, datetime) else None


def and_more(match: Match, asked: Asked) -> date | datetime | None:
    """ "in 2 hours and 30 minutes", "in 2 weeks and 3 days"."""
    found, rest = distance(match, asked), str(match.named["rest"].value)
    if found is not None and not isinstance(found, datetime):
        more = _later(asked, found, match.number("more"), rest)
        return None if isinstance(more, datetime) else more
    whole = match.named["unit"].value == "hour" and match.named["rest"].value == "minute"
    if not whole or not isinstance(found, datetime):
        return None
    return found + timedelta(minutes=match.number("more"))


def half_hour(match: Match, asked: Asked) -> datetime | None:
    return _minutes(match, asked, -30 if "ago" in match.named else 30)


def quarter_hour(match: Match, asked: Asked) -> datetime | None:
    return _minutes(match, asked, 15)


def _minutes(match: Match, asked: Asked, minutes: int) -> datetime | None:
    hour = match.named["unit"].value == "hour"
    return asked.now + timedelta(minutes=minutes) if hour else None


def _later(asked: Asked, start: date, many: int, unit: str) -> date | datetime | None:
    if not 0 < abs(many) < 1000:
        return None
    if seconds := {"second": 1, "minute": 60, "hour": 3600}.get(unit):
        return asked.now + timedelta(seconds=many * seconds)
    if days := {"day": 1, "week": 7, "fortnight": 14}.get(unit):
        return almanac.plus_days(start, many * days)
    months = {"month": 1, "year": 12}.get(unit)
    return almanac.plus_months(start, many * months) if months else None


def feast(match: Match, asked: Asked) -> date | None:
    """ "christmas", and not "christmas music"."""
    value, following = match.named["feast"].value, match.following()
    if not isinstance(value, tuple):
        return None
    if following.kind == "word" and following.text not in rules.LINKS:
        return None
    if match.before().text in rules.TITLES or _belongs(match):
        return None
    if "year" in match.named:
        return almanac.feast(match.number("year"), value)
    return almanac.upcoming_feast(asked.today, value)


def _belongs(match: Match) -> bool:
    """ "Musique de noël"."""
    of = match.before().kind == "of" and match.first > 1
    return of and match.signs[match.first - 2].kind == "word"


def month(match: Match, asked: Asked) -> date | None:
    """ "end of june", "mid june"; without an edge the month's last day."""
    month = match.number("month")
    for year in (asked.today.year, asked.today.year + 1):
        year = match.number("year") if "year" in match.named else year
        day = _edge(match, almanac.valid(year, month, 1), almanac.month_end(year, month))
        if day and (day >= asked.today or "year" in match.named):
            return day
    return None


def period(match: Match, asked: Asked) -> date | None:
    """ "end of the month", "next week", "principios de la semana que viene"."""
    rel = match.named.get("rel")
    if rel is None and "edge" not in match.named:
        return None
    steps = (rules.steps(rel) if rel else 0) + ("twice" in match.named)
    match match.named["unit"].value:
        case "week" | "weekend":
            monday = almanac.of_week(asked.today, 0, steps if rel and rel.kind != "this" else 0)
            return _edge(match, monday, monday + timedelta(days=6))
        case "month":
            start = almanac.plus_months(asked.today.replace(day=1), steps)
            return start and _edge(match, start, almanac.month_end(start.year, start.month))
        case "year":
            year = asked.today.year + steps
            return _edge(match, almanac.valid(year, 1, 1), almanac.valid(year, 12, 31))
    return None


def _edge(match: Match, start: date | None, end: date | None) -> date | None:
    edge = match.named.get("edge")
    if not start or not end or edge is None or edge.kind == "end":
        return end
    return start if edge.kind == "start" else start + (end - start) / 2
