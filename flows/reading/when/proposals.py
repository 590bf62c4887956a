"""A time to meet, as somebody proposes it: the whole reply is read, or it is not understood."""

from datetime import datetime, time

from flows.reading import words
from flows.reading.free.clauses import granted
from flows.reading.lexicon import MARKED
from flows.reading.replies import Unclear
from flows.reading.rules import Asked
from flows.reading.when import moments, pieces, signs
from flows.reading.when.moments import Moment
from flows.reading.when.pieces import Pieces
from flows.reading.words import meet

_DENYING = frozenset({"not", "every", "last", "less"})
_LATER = frozenset(words.spellings("later, earlier, mas tarde, despues, plus tard, depois"))
_EDGES = frozenset({"start", "middle", "end"})


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
