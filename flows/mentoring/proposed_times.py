"""What somebody writes where a time is asked for or offered: a day, an hour, a number to call."""

import re
from datetime import datetime, timedelta

from flows import reading
from flows.engine.states import Heard
from flows.reading import Unclear

SOONEST, LATEST = timedelta(minutes=30), timedelta(days=180)
DIGITS = 6  # of a number that can be called
BARE = re.compile(r"(?<![\d:@])\b(\d{1,2})\b(?![\d:])")
DOTTED = re.compile(r"\b(\d{1,2})\.(\d\d)\b")


def read_slot(heard: Heard) -> str:
    """A time to come as the wall time of the person's zone; only its day where no hour was said."""
    found = _heard_moment(heard.text, heard)
    if found.day is None:
        raise Unclear(heard.text)
    if found.at is None:
        if not heard.now.date() <= found.day <= (heard.now + LATEST).date():
            raise Unclear(heard.text)
        return found.day.isoformat()
    at = datetime.combine(found.day, found.at, heard.now.tzinfo)
    if not heard.now + SOONEST <= at <= heard.now + LATEST:
        raise Unclear(heard.text)
    return at.replace(tzinfo=None).isoformat(timespec="minutes")


def _heard_moment(text: str, heard: Heard) -> reading.Moment:
    return reading.proposal(text, heard.now, heard.language, month_first=heard.month_first)


def read_other_slot(heard: Heard) -> tuple[str, str]:
    """A time instead of the one that was named, or another hour of its day, and all that was
    written where that is more than the time and a yes: "thursday works" may be the very day that
    was named."""
    try:
        slot = read_slot(heard)
    except Unclear:
        return _read_hour_of_it(heard), ""
    return slot, "" if reading.agrees_on(heard.text, heard.language) else heard.text


def _read_hour_of_it(heard: Heard) -> str:
    """ "Yes but at 8": an hour on either side of noon is written without a nought."""
    found = _heard_moment(heard.text, heard)
    if found.day or found.at is None or sum(letter.isdigit() for letter in heard.text) > DIGITS:
        raise Unclear(heard.text)
    return f"{found.at.hour}:{found.at:%M}" if found.bare else f"{found.at:%H:%M}"


def read_hour(heard: Heard) -> str:
    """An hour of the day that was named before, as ISO; with another day, the whole time."""
    if sum(letter.isdigit() for letter in heard.text) > DIGITS:
        raise Unclear(heard.text)  # a number to call
    found = _heard_hour(DOTTED.sub(r"\1:\2", heard.text), heard)
    if found.at is None:
        raise Unclear(heard.text)
    return read_slot(heard) if found.day else found.at.isoformat("minutes")


def _heard_hour(text: str, heard: Heard) -> reading.Moment:
    """The hour, or the moment; "5 is good" and "five" are at five."""
    try:
        return _heard_moment(text, heard)
    except Unclear:
        if BARE.search(text):
            return _heard_moment(BARE.sub(r"@ \1", text, count=1), heard)
        if len(text.split()) > 1:
            raise
    hour = reading.number(text, heard.language, 1, 23)
    return _heard_moment(f"@ {hour}", heard)


def read_phone(heard: Heard) -> str:
    digits = [letter for letter in heard.text if letter.isdigit()]
    if not DIGITS <= len(digits) <= 15:
        raise Unclear(heard.text)
    return ("+" if heard.text.strip().startswith("+") else "") + "".join(digits)
