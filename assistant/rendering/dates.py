"""Days and hours, as the person reads them: in their language, their country and their zone."""

import re
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_location

from assistant.rendering import countries

# "mar 3 mar" would be two Tuesdays or two Marches.
_SHORT = {"en_US": "EEE, MMM d", "es": "EEE d 'de' MMMM"}
# The hour, and its minutes where it has some.
_CLOCKS = {"fr": ("{} h", "{} h {:02}"), "pt": ("{}h", "{}h{:02}")}
_ORDINALS = {"fr": "1er", "pt": "1º"}
_FIRST = re.compile(r"\b1(?= [a-zéû])")  # of a month: "1er juin", "1º de junho"


@lru_cache(maxsize=4096)  # formatting takes 50 times as long as looking it up
def said(iso: str, spec: str, language: str, zone: str, country: str = "") -> str:
    """An ISO day or moment as a "date", a "weekday", an "onweekday", a "time" or, short and whole,
    a "when"; ValueError when it is none."""
    if iso.endswith("]"):
        at, _, named = iso[:-1].partition("[")
        return f"{said(at, spec, language, zone, country)} ({_city(named, language, country)})"
    if spec == "time":
        return _clock(_local_time(iso, zone), language, country)
    day = _local(iso, zone).date() if len(iso) > 10 else date.fromisoformat(iso)
    text = _day(day, spec, language, country)
    if spec == "when" and len(iso) > 10:
        return f"{text}, {_clock(_local_time(iso, zone), language, country)}"
    return text


def _day(day: date, spec: str, language: str, country: str) -> str:
    variety = countries.variety(language, country)
    forms = {"date": "long", "when": _SHORT.get(variety, "EEE d MMM")}
    text: str = format_date(day, forms.get(spec, "EEEE"), countries.locale(language, country))
    if spec == "when":
        text = text.replace(".", "")
    if spec == "onweekday":
        text = _on(text, day, language)
    # Brazil says "1º de junho", Portugal "1 de junho".
    first = _ORDINALS.get(variety)
    return _FIRST.sub(first, text) if first else text


@lru_cache
def weekday(number: int, language: str, country: str) -> str:
    """A weekday in short, Monday being 0: "Thu", "jeu", "qui"."""
    day = date(2024, 1, 1 + number)  # the 1st is a Monday
    text: str = format_date(day, "EEE", countries.locale(language, country))
    return text.replace(".", "")


def _city(zone: str, language: str, country: str) -> str:
    """The city whose clock it is, in the reader's language: "New York", "Nueva York"."""
    locale = countries.locale(language, country)
    name: str = get_timezone_location(_zone(zone), locale=locale, return_city=True)
    return name.rpartition("/")[2]  # not "Argentina/Buenos Aires"


def _on(weekday: str, day: date, language: str) -> str:
    """ "na sexta-feira", "no domingo"; the other languages need one word for all days, or none."""
    if language != "pt":
        return weekday
    return ("no " if day.weekday() > 4 else "na ") + weekday


def _clock(at: time, language: str, country: str) -> str:
    """ "4:30 pm", "16 h 30", "16h30" or "16:30", as our own questions write it."""
    if countries.counts_to_twelve(language, country):
        minutes = f":{at.minute:02}" if at.minute else ""
        return f"{at.hour % 12 or 12}{minutes} {'pm' if at.hour > 11 else 'am'}"
    sharp, other = _CLOCKS.get(language, ("{}:{:02}", "{}:{:02}"))
    return (other if at.minute else sharp).format(at.hour, at.minute)


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
