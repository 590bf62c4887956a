"""The hours that are named beside a day, or alone: "tuesday evening", "any time after 5"."""

from datetime import datetime

from flows import reading
from flows.reading import Unclear, Window


def named(text: str, language: str) -> tuple[Window, ...]:
    """The hours of a week that a text names; none where it names whole days, or no time."""
    try:
        windows = reading.availability(text, language) if text else ()
    except Unclear:
        return ()
    return tuple(one for one in windows if (one.start, one.end) != reading.DAY)


def hold(wall: str, text: str, language: str) -> bool:
    """Whether a time lies in the hours that a text names, if it names any."""
    at, windows = datetime.fromisoformat(wall), named(text, language)
    return not windows or any(
        one.weekday == at.weekday() and one.start <= at.time() < one.end for one in windows
    )
