"""Days of the calendar, counted from another day."""

from datetime import date, timedelta

_LAST_YEAR = 2100


def valid(year: int, month: int, day: int) -> date | None:
    """The day, if there is one and it is of our time."""
    if not 1900 <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # 31 June
        return None


def upcoming(today: date, month: int, day: int) -> date | None:
    """The next such day, today included; 29 February may be years away."""
    years = range(today.year, today.year + 9)
    days = (valid(year, month, day) for year in years)
    return next((found for found in days if found and found >= today), None)


def feast(year: int, key: tuple[int, ...]) -> date | None:
    """The day that has a name: of a month, the nth weekday of one, or counted from Easter."""
    if len(key) == 1:
        return easter(year) + timedelta(days=key[0])
    return valid(year, *key) if len(key) == 2 else nth_weekday(year, *key)


def upcoming_feast(today: date, key: tuple[int, ...]) -> date | None:
    """The next such day, today included."""
    days = (feast(year, key) for year in (today.year, today.year + 1))
    return next((found for found in days if found and found >= today), None)


def easter(year: int) -> date:
    # https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, of_leap = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    week = (32 + 2 * of_leap + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def upcoming_monthday(today: date, day: int, weekday: int | None = None) -> date | None:
    """The next 18th; or the next Monday that is an 18th."""
    for ahead in range(0, 36 * (1 if weekday is None else 8)):
        found = valid(*_month(today, ahead), day)
        if found and found >= today and weekday in (None, found.weekday()):
            return found
    return None


def plus_months(start: date, months: int) -> date | None:
    """The same day some months later, or that month's last."""
    year, month = _month(start, months)
    if not 1900 <= year <= _LAST_YEAR:
        return None
    return date(year, month, min(start.day, _last_day(year, month)))


def plus_days(start: date, days: int) -> date | None:
    """The day so many days away, if it is of our time."""
    return start + timedelta(days=days) if abs(days) < 36_500 else None


def month_end(year: int, month: int) -> date | None:
    """The last day of a month."""
    return valid(year, month, _last_day(year, month))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The second Friday of a month; the last, when nth is 0."""
    if nth == 0:
        last = date(year, month, _last_day(year, month))
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return valid(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def coming(today: date, weekday: int) -> date:
    """The next such weekday, today included."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def of_week(today: date, weekday: int, weeks: int) -> date:
    """The weekday of this week or of a later one; weeks begin on Monday."""
    return today + timedelta(days=weekday - today.weekday() + 7 * weeks)


def _month(start: date, ahead: int) -> tuple[int, int]:
    months = start.year * 12 + start.month - 1 + ahead
    return months // 12, months % 12 + 1


def _last_day(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day
