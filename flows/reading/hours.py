"""Readers of times of day: "half past seven", "4 in the afternoon", "20h30"."""

from datetime import time

from flows.reading import rules, words
from flows.reading.lexicon import MARKED
from flows.reading.rules import Asked, Match

_END_OF_DAY = time(23, 59, 59)
_AFTERNOON = range(1, 7)  # "at 4" is 16:00: nobody meets at four in the morning.
_BEFORE_HOUR = frozenset(
    words.spellings("edge, at, day, weekday, comma, of, month, numeric, iso, by, to, year")
)
_LINKS = rules.LINKS | frozenset(words.spellings("school, work, home, sharp, en, pile, certas"))


def clock(match: Match, asked: Asked) -> time | None:
    sign = match.named["clock"]
    if not isinstance(sign.value, time):
        return None
    at = sign.value.replace(minute=30) if "half" in match.named else sign.value
    if sign.text == MARKED:
        return at
    padded = sign.text.startswith("0") or "h" in sign.text
    return _placed(match, at, bare=not padded)


def hour(match: Match, asked: Asked) -> time | None:
    """An hour in words or digits, with its minutes if there are any."""
    hour, minute = _value(match, "hour"), _minutes(match, "minute")
    if hour > 24 or not 0 <= minute < 60:
        return None
    return _placed(match, time(hour % 24, minute), bare=True)


def full_hour(match: Match, asked: Asked) -> time | None:
    """ "huit heures", where it is no length of time: "ocho horas al día"."""
    before, following = match.before(), match.following()
    said = before.kind in _BEFORE_HOUR or before.text in {"est", "es", "son", "sao", "e"}
    beside = following.kind in {"day", "weekday", "part", "ampm"} or "part" in _kinds(match)
    clock = match.named["sharp"].text.startswith(("oc", "en", "em")) or "ampm" in match.named
    return hour(match, asked) if said or beside or clock else None


def _kinds(match: Match) -> set[str]:
    return {sign.kind for sign in match.signs[match.after : match.after + 2]}


def at_hour(match: Match, asked: Asked) -> time | None:
    """ "at 5", and not "at 5 schools"."""
    following = match.following()
    if following.kind == "word" and following.text not in _LINKS:
        return None
    return None if following.kind in {"unit", "numeric", "sep"} else hour(match, asked)


def part_hour(match: Match, asked: Asked) -> time | None:
    """ "7 in the evening", and not "one morning"."""
    sign = match.named["hour"]
    vague = sign.text == "spelled" or sign.kind == "a"
    if vague and match.after - match.first == 2 and " " not in match.signs[match.after - 1].text:
        return None
    return hour(match, asked)


def past(match: Match, asked: Asked) -> time | None:
    """ "20 past eight"."""
    full, minute = _full(match), _minutes(match, "minute")
    return full.replace(minute=minute) if full and 0 < minute < 60 else None


def to(match: Match, asked: Asked) -> time | None:
    """ "quarter to eight", "ocho menos cuarto"."""
    full, minute = _full(match), _minutes(match, "minute")
    if "cue" in match.named and not _minutes_to(match, minute):
        return None
    return time((full.hour - 1) % 24, 60 - minute) if full and 0 < minute < 60 else None


def _minutes_to(match: Match, minute: int) -> bool:
    """Whether it is not a span or a score: "from 4 to 5", "4 sur 5"."""
    spanned = match.before().kind == "by" or (minute % 5 and "spoken" not in match.named)
    by = match.named["cue"]
    return not spanned and (by.kind == "to" or by.text in {"before", "til", "till", "b4"})


def _full(match: Match) -> time | None:
    """The full hour of "half past three"."""
    sign = match.named["hour"]
    if isinstance(sign.value, time):
        at = sign.value
    else:
        hour = _value(match, "hour")
        if not 1 <= hour <= 24:
            return None
        at = time(hour % 24)
    return at if sign.text == MARKED else _placed(match, at, bare=True)


def spoken(match: Match, asked: Asked) -> time | None:
    """ "seven twenty", only where a time is expected: after "at", beside a day or an am."""
    near = {match.before().kind, match.following().kind}
    expected = {"day", "weekday", "ampm", "part", "ordinal", "month"} & near
    whole = (match.first, match.after) == (0, len(match.signs))
    if not (expected or whole or {"cue", "ampm"} & match.named.keys()):
        return None
    if _value(match, "minute") < 10 and "and" not in match.named:
        return None
    return hour(match, asked)


def weekday_hour(match: Match, asked: Asked) -> time | None:
    """ "wed 4" is an hour in English; elsewhere, and in "wed 4 march", it is the fourth."""
    if not asked.english or match.following().kind == "month":
        return None
    return hour(match, asked) if _value(match, "hour") <= 12 else None


def on_day(match: Match, asked: Asked) -> time | None:
    """ "seven on 15"."""
    then = [sign.kind for sign in match.signs[match.after + 1 : match.after + 3]]
    return hour(match, asked) if then[:1] == ["number"] and "word" not in then else None


def end_of_day(match: Match, asked: Asked) -> time:
    return _END_OF_DAY


def _value(match: Match, name: str) -> int:
    sign = match.named[name]
    return 1 if sign.kind == "a" else sign.value if isinstance(sign.value, int) else 99


def _minutes(match: Match, name: str) -> int:
    if name not in match.named:
        return 0
    return {"half": 30, "quarter": 15}.get(match.named[name].kind) or _value(match, name)


def _placed(match: Match, at: time, *, bare: bool) -> time:
    """The time on the side of noon that was meant."""
    mark, part = _mark(match), _part(match)
    hour = at.hour
    if mark == "p" or (not mark and part in {"afternoon", "evening"}):
        hour = hour % 12 + 12 if hour <= 12 else hour
    elif mark == "a" or part == "morning":
        hour = hour % 12 if hour == 12 else hour
    elif part == "night":
        hour = hour + 12 if 5 <= hour < 12 else hour % 12 if hour == 12 else hour
    elif bare and hour in _AFTERNOON:
        hour += 12
    return at.replace(hour=hour)


def _mark(match: Match) -> str:
    """The am or pm within, or right after."""
    following = match.following()
    sign = match.named.get("ampm") or (following if following.kind == "ampm" else None)
    return "" if sign is None or sign.text == "ampm" else str(sign.value)


def _part(match: Match) -> str:
    """The part of the day spoken of: within the time, or anywhere in the phrase."""
    inside = [sign for sign in match.signs[match.first : match.after] if sign.kind == "part"]
    parts = inside or [sign for sign in match.signs if sign.kind == "part"]
    values = {str(sign.value) for sign in parts}
    return values.pop() if len(values) == 1 else ""
