"""A time to meet, as somebody proposes it: the whole reply is read, or it is not understood."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from functools import lru_cache

from flows.reading import words
from flows.reading.free.clauses import granted
from flows.reading.lexicon import MARKED
from flows.reading.replies import Unclear, plain
from flows.reading.replies import words as words_in
from flows.reading.rules import Asked
from flows.reading.when import moments, pieces, signs
from flows.reading.when.moments import Moment
from flows.reading.when.pieces import Pieces
from flows.reading.words import meet

_DENYING = frozenset({"not", "every", "last", "less"})
_LATER = frozenset(words.spellings("later, earlier, mas tarde, despues, plus tard, depois"))
_EDGES = frozenset({"start", "middle", "end"})
_MOST = 4  # times in one reply
_MORNING = 9  # an hour from which it is as likely meant
_BARE_HOUR = re.compile(r"^\W*(\d{1,2})\b(?![\d:.])")  # "5", "5 on friday"


def proposal(text: str, now: datetime, language: str, *, month_first: bool = False) -> Moment:
    """The day, the hour, or both, that somebody would meet at; nothing else may be said."""
    found = signs.read(granted(text, language), language)
    asked = Asked(now.replace(tzinfo=None), month_first, language.startswith("en"), meets=True)
    read = pieces.find(text, found, asked)
    moment = moments.of(text, read, asked)
    if not (_whole(read, language) and _agreed(moment, read)) or _either_way(read, asked):
        raise Unclear(text)
    ends = any(sign.kind in {"eod", "end"} for sign in found)  # the end of a day is no hour
    if (ends and moment.day is None) or moment.at == time(0) or _elsewhere(read):
        raise Unclear(text)
    if ends or moment.at is None:
        return Moment(moment.day, None)
    at, bare = moment.at, _bare(moment.at, read)
    if any(day.clock for day in read.days):
        return Moment(moment.day, at)
    if bare and moment.day == asked.today and at <= asked.now.time():
        return Moment(moment.day, at.replace(hour=at.hour + 12))  # the morning's is gone
    return Moment(moment.day, at, bare)


def proposals(
    text: str, now: datetime, language: str, *, month_first: bool = False
) -> tuple[Moment, ...]:
    """The times that somebody could meet at, the first first: one, or some with an "or" between
    them. What is said of one alone, its day or its hour, holds of those that have none."""
    try:
        return (proposal(text, now, language, month_first=month_first),)
    except Unclear:
        parts = either(granted(text, language), language)
        if not 1 < len(parts) <= _MOST:
            raise
    asked = Asked(now.replace(tzinfo=None), month_first, language.startswith("en"), meets=True)
    return _together([_alone(part, asked, language) for part in parts])


def either(text: str, language: str) -> list[str]:
    """The parts of a text that name a time each."""
    ends = _ends(language)
    cuts = [word for word in words_in(text) if word.folded in ends]
    starts = [0, *(word.end for word in cuts)]
    parts = zip(starts, [*(word.start for word in cuts), len(text)], strict=True)
    return [one for first, last in parts if not spare(one := text[first:last], language)]


@lru_cache(maxsize=8)
def _ends(language: str) -> frozenset[str]:
    """What stands between two times."""
    ors = (words.own(code).signs["or"] for code in (language, "en"))
    return frozenset(
        {",", *(one for text in ors for one in words.spellings(text))}
        | words.phrases(language, "ands")
    )


def spare(text: str, language: str) -> bool:
    """Whether it says nothing of when."""
    return meet.phrases(language, "spare").issuperset(plain(text))


def _alone(part: str, asked: Asked, language: str) -> tuple[Moment, bool]:
    """One of several times; and whether its day stands behind its hour: "4 or 5 on friday"."""
    spelled = _BARE_HOUR.sub(r"@ \1", part)
    found = proposal(spelled, asked.now, language, month_first=asked.month_first)
    read = pieces.find(spelled, signs.read(spelled, language), asked)
    first = min((day.first for day in read.days), default=0)
    return found, bool(read.times and first > read.times[0].first)


def _together(found: Sequence[tuple[Moment, bool]]) -> tuple[Moment, ...]:
    """Each with the hour of the next that has one, and the day of the one before it, or of the
    last where that is said of all."""
    last, trails = found[-1]
    said = [moment for moment, _ in found]
    whole: list[Moment] = []
    for at, moment in enumerate(said):
        day = moment.day or (whole[-1].day if whole else None) or (last.day if trails else None)
        near = (one for one in (*said[at:], *reversed(said[:at])) if one.at is not None)
        timed = next(near, moment)
        before = whole[-1].at if whole else None
        whole.append(Moment(day, *_sided(timed, before)))
    return tuple(whole)


def _sided(timed: Moment, before: time | None) -> tuple[time | None, bool]:
    """An hour that may be on either side of noon is in the afternoon if the one before it is."""
    if timed.at and timed.bare and timed.at.hour < _MORNING and before and before.hour >= 12:
        return timed.at.replace(hour=timed.at.hour + 12), False
    return timed.at, timed.bare


def _bare(at: time, read: Pieces) -> bool:
    """Whether nothing says on which side of noon it is."""
    return at.hour < 12 and not any(
        sign.kind in {"ampm", "part"} or sign.text.startswith("0") or sign.text == MARKED
        for sign in read.signs
    )


def _elsewhere(read: Pieces) -> bool:
    """Whether a day is about that time, or counted from another: "early next week", "an hour
    later"."""
    inside = [sign for day in read.days for sign in read.signs[day.first : day.after]]
    last = [read.signs[day.after - 1] for day in read.days]
    return any(sign.kind in _EDGES for sign in inside) or any(sign.text in _LATER for sign in last)


def _whole(read: Pieces, language: str) -> bool:
    """Whether what else is said carries nothing: "let's say", "works for me", "with Rosa"."""
    used, named = read.used(), False
    for at, sign in enumerate(read.signs):
        if at in used or sign.kind not in _DENYING | {"word"}:
            continue
        if sign.kind in _DENYING:
            return False
        if sign.text not in meet.phrases(language, "spare"):
            before = {before.text for before in read.signs[max(0, at - 2) : at]}
            if named or before.isdisjoint(meet.phrases(language, "before_name")):
                return False
            named = True
    return True


def _agreed(moment: Moment, read: Pieces) -> bool:
    """Not "Friday 12 March" where that is a Thursday."""
    weekdays = {sign.value for sign in read.signs if sign.kind == "weekday"}
    return moment.day is None or weekdays <= {moment.day.weekday()}


def _either_way(read: Pieces, asked: Asked) -> bool:
    """Whether it is one of two days: in English 5/6 may be either's."""
    if not asked.english or asked.month_first:
        return False
    for day in read.days:
        for sign in read.signs[day.first : day.after]:
            parts = sign.value if sign.kind == "numeric" and isinstance(sign.value, tuple) else ()
            if len(parts) == 2 and parts[0] != parts[1] and max(parts) <= 12:
                return True
    return False
