"""What somebody writes where a time is asked for or offered: a day, an hour, a number to call."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from flows import reading
from flows.engine.states import Heard
from flows.mentoring.times import day_parts, repeated_times
from flows.mentoring.times.bare_hours import BARE, PICKS, at_its_hour
from flows.mentoring.times.names import without
from flows.mentoring.times.spoken_times import PARTED
from flows.mentoring.times.time_tokens import SAME_HOUR
from flows.reading import Unclear

SOONEST, LATEST = timedelta(minutes=30), timedelta(days=180)
DIGITS = 6  # of a number that can be called
A_WEEK = f"+{7 * 24 * 60}"  # minutes later
FOR = re.compile(r"\b4 (?=(?:me|u|you|us|sure|it|real|now)\b)", re.IGNORECASE)  # in English
DOTTED = re.compile(r"\b(\d{1,2})\.(\d\d)\b")


def read_slot(heard: Heard) -> str:
    """A time to come as the wall time of the person's zone; only its day where no hour was said."""
    return _to_come(_heard_moment(heard.text, heard), heard)


def _to_come(found: reading.Moment, heard: Heard) -> str:
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


def read_times(heard: Heard) -> tuple[str, str]:
    """What was written where a time is asked for, as tokens (see `spoken_times`): a time, a day
    or an hour, or several; and all that was written."""
    try:
        return read_time(heard)
    except Unclear:
        return _refusal(heard), heard.text


def read_offered(heard: Heard) -> tuple[str, str]:
    """The same where times are offered: a bare no, and when one can at all, refuse them, too."""
    try:
        return read_times(heard)
    except Unclear:
        if not _refuses_list(heard.text, heard.language):
            raise
        return "no", heard.text


def _refuses_list(text: str, language: str) -> bool:
    if day_parts.told(text, language):
        return True
    put_off = reading.passes(text, language) or reading.later(text, language)
    return reading.declines(text, language) and not put_off


def read_instead(heard: Heard) -> tuple[str, str]:
    """What was meant where a time was not heard right: another, one of several, or its hour."""
    try:
        return read_times(heard)
    except Unclear:
        number = heard.text.strip(" .,!?")
        if not BARE.fullmatch(number) or not PICKS < int(number) <= 12:
            raise
    return read_times(replace(heard, text=f"@ {number}"))[0], heard.text


def read_time(heard: Heard) -> tuple[str, str]:
    """The same where no refusal is an answer, since nothing was offered."""
    if reading.week_later(heard.text, heard.language):
        return A_WEEK, heard.text
    found = _tokens(heard)
    if len(found) == 1 and ":" not in found[0] and reading.same_hour(heard.text, heard.language):
        found = [f"{found[0]}{SAME_HOUR}"]
    return PARTED.join(found), heard.text


def read_other_times(heard: Heard) -> tuple[str, str]:
    """What was written instead of the time that was named: the same, or how much later; nothing
    is noted beside a time and a yes: "thursday works" may be the very day that was named."""
    try:
        minutes = reading.shift(heard.text, heard.language)
    except Unclear:
        tokens, note = _read_or_from(heard)
    else:
        return f"{minutes:+}", heard.text
    return tokens, "" if _only_agrees(heard) else note


def _only_agrees(heard: Heard) -> bool:
    """Whether nothing is said beside a time and a yes, not even a part of its day."""
    text, language = heard.text, heard.language
    return reading.agrees_on(text, language) and not day_parts.named(text, language)


def _tokens(heard: Heard) -> list[str]:
    once = repeated_times.first(heard)
    try:
        found = _proposals(once.text, once)
    except Unclear:
        if (text := without(heard.others, heard.text)) != heard.text:
            return _tokens(replace(heard, text=text, others=()))
        text = FOR.sub("", once.text) if heard.language.startswith("en") else once.text
        found = _proposals(at_its_hour(text), once)
    tokens = [repeated_times.begun(_token(one, once), heard) for one in found]
    return list(dict.fromkeys(tokens))


def _proposals(text: str, heard: Heard) -> tuple[reading.Moment, ...]:
    return reading.proposals(text, heard.now, heard.language, month_first=heard.month_first)


def _token(found: reading.Moment, heard: Heard) -> str:
    """A time to come, its day alone, or its hour alone: one on either side of noon is written
    without a nought."""
    if found.day is not None:
        day = _to_come(found, heard)
        return f"{day[:10]}T{_hour(found)}" if found.at else day
    if found.at is None or sum(letter.isdigit() for letter in heard.text) > DIGITS:
        raise Unclear(heard.text)
    return _hour(found)


def _hour(found: reading.Moment) -> str:
    assert found.at is not None
    return f"{found.at.hour}:{found.at:%M}" if found.bare else f"{found.at:%H:%M}"


def _read_or_from(heard: Heard) -> tuple[str, str]:
    """The same, or the hour from which they can: "not before 6"; a part of a day is no hour."""
    try:
        return read_times(heard)
    except Unclear:
        said = heard.text if any(map(str.isdigit, heard.text)) else ""
        hours = {(one.start, one.end) for one in day_parts.told(said, heard.language)}
        if len(hours) != 1:
            raise
    ((start, end),) = hours
    if start == reading.DAY[0] or end != reading.DAY[1]:
        raise Unclear(heard.text)
    return f"{start:%H:%M}", heard.text


def _refusal(heard: Heard) -> str:
    """ "Not thursday", "none of those"."""
    text, language = heard.text, heard.language
    if reading.refuses(text, language):
        return "no"
    raise Unclear(text)


def read_day(heard: Heard) -> str:
    """A day for the hour that was named before, or another whole time."""
    found = _tokens(heard)
    if len(found) > 1 or ("-" not in found[0]):
        raise Unclear(heard.text)
    return found[0]


def read_hour(heard: Heard) -> str:
    """An hour of the day that was named before, as ISO; with another day, the whole time."""
    if sum(letter.isdigit() for letter in heard.text) > DIGITS:
        raise Unclear(heard.text)  # a number to call
    found = _heard_hour(DOTTED.sub(r"\1:\2", heard.text), heard)
    if found.at is None:
        raise Unclear(heard.text)
    return _token(found, heard) if found.day else _hour(found)


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
