"""Days to come, as somebody tells them for a goal or for the last time they meet."""

from calendar import monthrange
from datetime import date

from flows import reading
from flows.engine.states import Heard
from flows.reading import Unclear


def read_day(heard: Heard) -> str:
    """A day to come, as ISO text."""
    today = heard.now.date()
    if heard.token:
        return months_on(today, int(heard.token)).isoformat()
    if reading.until_later(heard.text, heard.language):
        raise Unclear(heard.text)
    day = reading.date(heard.text, heard.now, heard.language, month_first=heard.month_first)
    if day <= today:
        raise Unclear(heard.text)
    return day.isoformat()


def months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
