"""Readers of times of day: "half past seven", "4 in the afternoon", "20h30"."""

from datetime import time

from flows.reading import rules, words
from flows.reading.lexicon import BOUND, MARKED
from flows.reading.rules import Asked, Match
from flows.reading.when import minutes, noon

_END_OF_DAY = time(23, 59, 59)
_BEFORE_HOUR = frozenset(
    words.spellings("edge, at, day, weekday, comma, of, month, numeric, iso, by, to, year")
)
_THROUGH = frozenset({"to", "a"})
_HUNDRED = frozenset({"cent", "cento", "ciento", "hundred"})  # "20 pour cent"
_LINKS = rules.LINKS | frozenset(words.spellings("school, work, home, sharp, en, pile, certas"))


def clock(match: Match, asked: Asked) -> time | None:
    sign = match.named["clock"]
    if not isinstance(sign.value, time) or (match.before().kind == "in" and "h" in sign.text):
        return None
    at = sign.value.replace(minute=30) if "half" in match.named else sign.value
    if sign.text == MARKED:
        return at
    padded = sign.text.startswith("0") or ("h" in sign.text and not asked.meets)
    return noon.placed(match, at, bare=not padded)


def clock_in_full(match: Match, asked: Asked) -> time | None:
    """ "0800 hours", "19 h 21 min"."""
    unit, sign = match.named["unit"].value, match.named["clock"]
    minutes = isinstance(sign.value, time) and sign.value.minute and "h" in sign.text
    hours = unit == "hour" and sign.text.isdecimal()
    return clock(match, asked) if hours or (unit == "minute" and minutes) else None


def hour_in_full(match: Match, asked: Asked) -> time | None:
    """ "14 hours and 30 minutes"."""
    at, minute = minutes.count(match, "hour"), minutes.count(match, "minute")
    if match.named["spare"].value != "minute" or at > 23 or minute > 59 or _lasts(match):
        return None
    return noon.placed(match, time(at, minute), bare=True)


def hour(match: Match, asked: Asked) -> time | None:
    """An hour in words or digits, with its minutes if there are any."""
    if _counts_on(match) or _lasts(match):
        return None
    hour, minute = minutes.count(match, "hour"), minutes.told(match, "minute")
    if hour > 24 or not 0 <= minute < 60:
        return None
    return noon.placed(match, time(hour % 24, minute), bare=True)


def _lasts(match: Match) -> bool:
    """Whether it is a length: "dans une heure et demie"."""
    kinds = {sign.kind for sign in match.signs[match.first : match.after]}
    return match.before().kind == "in" and "hour" in kinds


def _counts_on(match: Match) -> bool:
    """Whether what looks like minutes begins something else: "7 o'clock 20 march"."""
    sign = match.named.get("minute")
    if sign is None or sign.kind != "number" or "ampm" in match.named:
        return False
    then = match.following()
    ahead = match.signs[match.after + 1 : match.after + 2]
    if then.kind in {"of", "sep"}:
        return any(sign.kind == "month" for sign in ahead)
    return then.kind == "month" or (then.kind == "unit" and then.value != "minute")


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
    then = match.signs[match.after + 1 : match.after + 2]
    if any(sign.text in _HUNDRED for sign in then):
        return None
    parts = following.value if isinstance(following.value, tuple) else ()
    score = following.kind == "numeric" and len(parts) == 2  # "at 7 3/10"
    if following.kind in {"unit", "sep"} or score or _through_days(match):
        return None
    return hour(match, asked)


def after_part(match: Match, asked: Asked) -> time | None:
    """ "Tonight 8", "friday morning 9"."""
    led = match.first > 1 and match.signs[match.first - 2].kind in {"day", "weekday", "this"}
    return at_hour(match, asked) if led else None


def bounding_hour(match: Match, asked: Asked) -> time | None:
    """ "Before 3", "hasta las 6"; "from 5"."""
    led = match.signs[match.first]
    return at_hour(match, asked) if led.value == BOUND or led.text == "from" else None


def _through_days(match: Match) -> bool:
    """Whether it ends days, and is no hour: "July 13 to 15", "13 a 15 de julho"."""
    inside = {sign.kind for sign in match.signs[match.first : match.after]}
    counted = match.before().kind in {"number", "ordinal"} and "hour" not in inside
    return counted and match.signs[match.first].text in _THROUGH


def part_hour(match: Match, asked: Asked) -> time | None:
    """ "7 in the evening", and not "one morning"."""
    sign = match.named["hour"]
    vague = sign.text == "spelled" or sign.kind == "a"
    if vague and match.after - match.first == 2 and " " not in match.signs[match.after - 1].text:
        return None
    morning = match.signs[match.after - 1].value == "morning"
    return None if morning and minutes.count(match, "hour") > 12 else hour(match, asked)


def weekday_hour(match: Match, asked: Asked) -> time | None:
    """ "wed 4" is an hour in English; elsewhere, and in "wed 4 march", it is the fourth."""
    if not asked.english or match.following().kind == "month":
        return None
    return hour(match, asked) if minutes.count(match, "hour") <= 12 else None


def on_day(match: Match, asked: Asked) -> time | None:
    """ "seven on 15"."""
    then = [sign.kind for sign in match.signs[match.after + 1 : match.after + 3]]
    return hour(match, asked) if then[:1] == ["number"] and "word" not in then else None


def end_of_day(match: Match, asked: Asked) -> time | None:
    """ "End of today", and not "late tonight"."""
    return None if match.signs[match.first].text == "late" else _END_OF_DAY


def spoken(match: Match, asked: Asked) -> time | None:
    """ "seven twenty", only where a time is expected: after "at", beside a day or an am."""
    following = match.following().kind
    if following == "on" and match.after + 1 < len(match.signs):
        following = match.signs[match.after + 1].kind  # "eight thirty on monday"
    near = {match.before().kind, following}
    expected = {"day", "weekday", "ampm", "part", "ordinal", "month"} & near
    if not (expected or match.alone() or {"cue", "ampm"} & match.named.keys()):
        return None
    if minutes.count(match, "minute") < 10 and "and" not in match.named:
        return None
    if _stretched(match):
        return None
    return hour(match, asked)


def _stretched(match: Match) -> bool:
    """Whether it is a stretch, and no hour and its minutes: "9-11am"."""
    inside = match.signs[match.first : match.after]
    dashed = any(sign.kind == "sep" and sign.text != "." for sign in inside)
    return dashed and minutes.count(match, "minute") <= 24
