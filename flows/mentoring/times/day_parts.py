"""The hours that are named beside a day, or alone: "tuesday evening", "any time after 5"."""

from collections.abc import Sequence
from datetime import datetime

from flows import reading
from flows.reading import Unclear, Window

EVERY_DAY = frozenset(range(7))
PARTS_OF_WEEK = (EVERY_DAY, frozenset(range(5)), frozenset({5, 6}))


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


def told(text: str, language: str) -> tuple[Window, ...]:
    """What somebody says of when they can at all, "evenings are better", "not before 5", "only
    weekends"; none where a day is named, where they ask, or where any time will do."""
    try:
        windows = reading.availability(text, language) if "?" not in text else ()
    except Unclear:
        return ()
    days = {one.weekday for one in windows}
    whole = {one.weekday for one in windows if (one.start, one.end) == reading.DAY}
    return windows if days in PARTS_OF_WEEK and whole != EVERY_DAY else ()


def lies_beyond(wall: str, windows: Sequence[Window]) -> bool:
    """Whether a time lies beyond what somebody told of when they can, if they told anything."""
    at = datetime.fromisoformat(wall)
    todays = [one for one in windows if one.weekday == at.weekday()]
    return bool(windows) and not any(
        (one.start, one.end) == reading.DAY or one.start <= at.time() < one.end for one in todays
    )
