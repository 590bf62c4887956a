"""Days and hours, as the person reads them: in their language and their zone."""

import re
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from babel.support import Format

# Day before month, and no comma before "and", as our texts have it.
_LOCALES = {"en": "en_GB"}
# "mar 3 mar" would be two Tuesdays or two Marches.
_DAYS = {"es": "EEE d 'de' MMMM"}
# A full hour, and any other time.
_CLOCKS = {
    "en": ("h a", "h:mm a"),
    "fr": ("H 'h'", "H 'h' mm"),
    "pt": ("H'h'", "H'h'mm"),
}


_FIRST = re.compile(r"\b1(?= [a-zéû])")  # of a month, in French: "1er juin"


@lru_cache(maxsize=4096)  # formatting takes 50 times as long as looking it up
def said(iso: str, spec: str, language: str, zone: str) -> str:
    """An ISO day or moment as a "date", a "weekday", a "time" or, short and whole, a "when";
    ValueError when it is none."""
    if iso.endswith("]"):
        at, _, named = iso[:-1].partition("[")
        return f"{said(at, spec, language, zone)} ({_city(named, language)})"
    if spec == "time":
        return _clock(_local_time(iso, zone), language)
    if spec == "when":
        return _short(iso, language, zone)
    day = _local(iso, zone).date() if len(iso) > 10 else date.fromisoformat(iso)
    text = str(_format(language).date(day, "EEEE" if spec == "weekday" else "long"))
    return _FIRST.sub("1er", text) if language == "fr" else text


@lru_cache
def weekday(number: int, language: str) -> str:
    """A weekday in short, Monday being 0: "Thu", "jeu", "qui"."""
    text = str(_format(language).date(date(2024, 1, 1 + number), "EEE"))  # the 1st is a Monday
    return text.replace(".", "")


def _short(iso: str, language: str, zone: str) -> str:
    """ "Thu 15 Oct, 4 pm", or only the day where there is no hour."""
    day = _local(iso, zone).date() if len(iso) > 10 else date.fromisoformat(iso)
    text = str(_format(language).date(day, _DAYS.get(language, "EEE d MMM"))).replace(".", "")
    text = _FIRST.sub("1er", text) if language == "fr" else text
    return f"{text}, {_clock(_local_time(iso, zone), language)}" if len(iso) > 10 else text


def _city(zone: str, language: str) -> str:
    """The city whose clock it is, in the reader's language: "New York", "Nueva York"."""
    name: str = get_timezone_location(_zone(zone), locale=locale(language), return_city=True)
    return name


def _clock(at: time, language: str) -> str:
    """ "4:30 pm", "16 h 30", "16h30" or "16:30", as our own questions write it."""
    sharp, other = _CLOCKS.get(language, ("H:mm", "H:mm"))
    return _format(language).time(at, other if at.minute else sharp)


def _local_time(iso: str, zone: str) -> time:
    return _local(iso, zone).time() if len(iso) > 10 else time.fromisoformat(iso)


def _local(iso: str, zone: str) -> datetime:
    at = datetime.fromisoformat(iso)
    return at.astimezone(_zone(zone)).replace(tzinfo=None) if at.tzinfo else at


@lru_cache(maxsize=512)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError):  # a text in the wrong zone is better than none
        return ZoneInfo("UTC")


@lru_cache
def _format(language: str) -> Format:
    return Format(locale(language))


def locale(language: str) -> str:
    return _LOCALES.get(language, language)
