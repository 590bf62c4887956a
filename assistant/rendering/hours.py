"""When somebody is usually free, as it was understood: "Tue 4-8 pm, Sat all day"."""

from collections.abc import Sequence
from datetime import time
from functools import lru_cache

from assistant.rendering import dates
from assistant.rendering.translations import Reader, translate
from flows import reading
from flows.engine.text import _
from flows.reading import Unclear, Window

EVERY_DAY = _("every day")
ALL_DAY = _("all day")
ANY_TIME = _("any time")
MOST = 90  # letters: of more, only the days are said
_WEEK = 7


@lru_cache(maxsize=1024)
def said(words: str, language: str, country: str = "", of: str = "") -> str:
    """The windows that somebody's words mean, which may be of another language; the words where
    they mean none."""
    try:
        windows = reading.availability(words, of or language)
    except Unclear:
        return words
    return shown(windows, language, country)


@lru_cache(maxsize=1024)
def shown(windows: tuple[Window, ...], language: str, country: str = "") -> str:
    """Windows of a week, in as few words as there are."""
    reader = Reader(language, country=country)
    by_day: dict[int, list[Window]] = {}
    for one in windows:
        by_day.setdefault(one.weekday, []).append(one)
    shared: dict[str, list[int]] = {}
    for day, some in by_day.items():
        shared.setdefault(_hours(some, reader), []).append(day)
    if len(by_day) == _WEEK and [*shared] == [_word(ALL_DAY, reader)]:
        return _word(ANY_TIME, reader)
    parts = [f"{_days(days, reader)} {hours}" for hours, days in shared.items()]
    text = ", ".join(parts)
    return text if len(text) <= MOST else _days(list(by_day), reader)


def _word(msgid: str, reader: Reader) -> str:
    return translate(msgid, reader.language, reader.formal, reader.country)


def _hours(windows: Sequence[Window], reader: Reader) -> str:
    if [(one.start, one.end) for one in windows] == [reading.DAY]:
        return _word(ALL_DAY, reader)
    return " + ".join(_from_to(one.start, one.end, reader) for one in windows)


def _from_to(start: time, end: time, reader: Reader) -> str:
    """ "4-8 pm", "9 am-1 pm", "16-20 h": what both have in common is said once."""
    first, last = (
        dates.said(at.isoformat(), "time", reader.language, "UTC", reader.country)
        for at in (start, end)
    )
    unit = last.lstrip("0123456789:")
    return f"{first.removesuffix(unit) if unit else first}-{last}"


def _days(days: Sequence[int], reader: Reader) -> str:
    """ "Mon-Fri", "Tue Thu", "every day"."""
    if len(days) == _WEEK:
        return _word(EVERY_DAY, reader)
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return " ".join(_run(run, reader) for run in runs)


def _run(run: Sequence[int], reader: Reader) -> str:
    names = [dates.weekday(day, reader.language, reader.country) for day in run]
    return f"{names[0]}-{names[-1]}" if len(names) > 2 else " ".join(names)
