"""What is refused where a time or a place is asked for: a day, all that was offered, anything."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from flows.reading import lexicon, words
from flows.reading.free.clauses import granted, refused
from flows.reading.lexicon import WEEKLY, Sign
from flows.reading.replies import RECENT, plain
from flows.reading.when import signs
from flows.reading.when.proposals import either, spare
from flows.reading.words import meet

_DAYS = frozenset({"day", "month", "ordinal", "numeric", "iso", "this", "next", "unit", "feast"})
_TIMES = frozenset({"weekday", "day", "clock", "number", "month", "ordinal", "part", "numeric"})


class Days(NamedTuple):
    """Some days: of the week, Monday being 0, and so many days ahead of today."""

    weekdays: frozenset[int]
    ahead: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.ahead)

    def hold(self, day: date, today: date) -> bool:
        return day.weekday() in self.weekdays or (day - today).days in self.ahead


def refuses(text: str, language: str) -> bool:
    """Whether a day, or all that was offered, is refused and no time is said instead: "not
    thursday", "none of those", "cant do thursday, got a test"."""
    said, none = plain(text), meet.phrases(language, "none_of_them")
    named = any(words.longest(none, said, at) for at in range(len(said)))
    if "?" in text or not (named or refused_days(text, language)):
        return False
    parts = either(text, language)
    days_alone = all(_days(one, language) for one in parts)
    if len(parts) > 1 and not days_alone and not all(_no_day(one, language) for one in parts):
        return False  # "friday at 5 or i cant"
    kept = granted(text, language)
    return spare(kept, language) or (not named and _timeless(kept, language))


def _no_day(part: str, language: str) -> bool:
    """Whether a part refuses the days that it names, or names no time."""
    if days := _days(part, language):
        return days == refused_days(part, language)
    return _timeless(part, language)


def _timeless(text: str, language: str) -> bool:
    """Whether it names no time: the reason of a refusal."""
    return _TIMES.isdisjoint(sign.kind for sign in signs.read(text, language))


def denies(text: str, language: str) -> bool:
    """Whether it is all a no: "i'd rather not", "dont have a phone"."""
    return "?" not in text and bool(refused(text, language)) and not granted(text, language)


@lru_cache(RECENT)
def refused_days(text: str, language: str) -> Days:
    """The days that somebody cannot: "cant make it thursday", "not tomorrow"."""
    return _days(refused(text, language), language)


def only_weekday(text: str, language: str) -> bool:
    """Whether a weekday is all that is said of the day: "tuesday at 6", not "this tuesday"."""
    kinds = {sign.kind for sign in signs.read(text, language)}
    return "weekday" in kinds and kinds.isdisjoint(_DAYS)


def _days(text: str, language: str) -> Days:
    found = signs.read(text, language)
    ahead = {one.value for one in found if one.kind == "day" and isinstance(one.value, int)}
    return Days(_weekdays(found, language), frozenset(ahead))


def _weekdays(found: Sequence[Sign], language: str) -> frozenset[int]:
    days: set[int] = set()
    for sign in found:
        every = sign.value == WEEKLY  # "mondays"
        named = lexicon.phrases(language).get(sign.text[:-1], ()) if every else (sign,)
        days |= {one.value for one in named if one.kind == "weekday" and isinstance(one.value, int)}
    return frozenset(days)
