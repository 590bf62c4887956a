"""The days a phrase speaks of."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from flows.reading import rules
from flows.reading.lexicon import Sign
from flows.reading.rules import Asked, Match, Rules
from flows.reading.when import distances, monthdays, spans, weekdays
from flows.reading.when.distances import Day

Reader = Callable[[Match, Asked], date | datetime | None]


def find(signs: Sequence[Sign], asked: Asked, beside: Iterable[int] = ()) -> list[Day]:
    """The days in a phrase, in order, none of them within another, nor where times stand."""
    spelt = rules.letters(signs)
    fitting = _RULES.fitting(signs, spelt)
    found = [(match, read) for match, read in fitting if not _refused(match)]
    found.sort(key=lambda each: each[0].first - each[0].after)
    taken = set(beside)
    days = []
    for match, read in found:
        span = range(match.first, match.after)
        if taken.isdisjoint(span) and (value := read(match, asked)):
            taken.update(span)
            days.append(_day(value, match))
    days.sort(key=lambda day: day.first)
    return distances.counted(days, signs, spelt)


def whole(signs: Sequence[Sign], asked: Asked) -> date | None:
    """The day meant when a period is all that was said: the last of "next month"."""
    kept = tuple(sign for sign in signs if sign.kind not in rules.SMALL - {"past"})
    spelt = rules.letters(kept)
    for match, read in _PERIODS.fitting(kept, spelt):
        value = read(match, asked) if (match.first, match.after) == (0, len(kept)) else None
        if value:
            return value.date() if isinstance(value, datetime) else value
    return None


def _day(value: date | datetime, match: Match) -> Day:
    exact = bool({"month", "numeric", "iso"} & match.named.keys())
    if isinstance(value, datetime):
        return Day(value.date(), match.first, match.after, exact, value)
    return Day(value, match.first, match.after, exact)


def _refused(match: Match) -> bool:
    """Said only to deny it, or of every week: "not friday", "todos los viernes"."""
    back = [sign.kind for sign in match.signs[max(0, match.first - 3) : match.first]]
    near = [kind for kind in back if kind not in {"on", "of", "at", "by"}]
    return bool(near) and near[-1] in {"not", "every"}


_IN = "of|on|comma|sep|by"
_DAY = "day:number|ordinal"
_WHOLE = "!hour|ampm|unit|and|half|sep|to|part"
_RULES: Rules[Reader] = Rules(
    (
        ("iso:iso", monthdays.iso),
        ("weekday:weekday on|comma|by* numeric:numeric", monthdays.numeric),
        ("weekday:weekday on|comma|by* numeric:numeric comma? year:year", monthdays.numeric),
        ("numeric:numeric comma? year:year", monthdays.numeric),
        ("numeric:numeric", monthdays.numeric),
        *(
            (weekday + pattern, monthdays.named)
            for weekday in ("", f"weekday:weekday {_IN}* ")
            for pattern in (
                f"{_DAY} {_IN}* month:month {_IN}* year:year",
                f"{_DAY} {_IN}* month:month",
                f"month:month {_IN}* {_DAY} {_IN}* year:year",
                f"month:month {_IN}* {_DAY} !unit|hour|ampm",
                f"{_DAY} {_IN}* month:month comma? yy:number {_WHOLE}",
                f"month:month {_IN}* {_DAY} comma? yy:number {_WHOLE}",
                f"{_DAY} {_IN}* month:month {_IN}* rel:next|this unit:unit",
                f"{_DAY} {_IN}* month:month {_IN}* unit:unit rel:next",
                f"month:month {_IN}* {_DAY} {_IN}* rel:next|this unit:unit",
                f"month:month {_IN}* {_DAY} {_IN}* unit:unit rel:next",
            )
        ),
        (f"year:year {_IN}* month:month {_IN}* day:number|ordinal", monthdays.named),
        (f"year:year {_IN}* day:number|ordinal {_IN}* month:month", monthdays.named),
        (f"day:number|ordinal {_IN}* year:year {_IN}* month:month", monthdays.named),
        (f"month:month {_IN}* year:year {_IN}* day:number|ordinal", monthdays.named),
        (
            "weekday:weekday on|comma|sep* day:number|ordinal !unit|hour|ampm|month|and|half",
            weekdays.with_monthday,
        ),
        ("on on|of* day:number|ordinal !month|and", monthdays.monthday),
        ("by day:ordinal", monthdays.monthday),
        ("day:number comma? at? =clock", monthdays.monthday),
        ("day:ordinal comma? =at|clock", monthdays.monthday),
        ("<clock of|in|comma day:number", monthdays.monthday),
        ("day:ordinal", monthdays.alone),
        (
            "on? day:number|ordinal unit? of|on|in|by* rel:next|this|last unit:unit",
            monthdays.of_month,
        ),
        ("on? day:number|ordinal unit? of|on|in|by* unit:unit rel:next|last", monthdays.of_month),
        ("rel:next|this unit:unit on|by|comma* day:number|ordinal", monthdays.of_month),
        (
            "weekday:weekday on|comma|sep* day:number|ordinal comma? at? =clock",
            weekdays.with_monthday,
        ),
        ("at|past|to number on|comma? month:month day:number|ordinal", monthdays.named),
        ("weekday:weekday", weekdays.plain),
        ("rel:next|this|coming|last weekday:weekday", weekdays.relative),
        ("rel:this weekday:weekday coming", weekdays.relative),
        ("weekday:weekday rel:next|coming|last", weekdays.relative),
        ("weekday:weekday past|later rel:next", weekdays.after_next),
        ("weekday:weekday later:later", weekdays.after),
        ("unit:unit rel:next|last on|by|comma* day:number|ordinal", monthdays.of_month),
        ("weekday:weekday of|on|in|by|comma* rel:next|this unit:unit", weekdays.of_week),
        ("weekday:weekday of|on|in|by|comma* unit:unit rel:next", weekdays.of_week),
        ("rel:next|this unit:unit on|of|by|comma* weekday:weekday", weekdays.of_week),
        ("unit:unit rel:next on|of|by|comma* weekday:weekday", weekdays.of_week),
        (
            "nth:ordinal|last|end weekday:weekday of|on|in|by|comma* month:month of? year:year?",
            weekdays.nth,
        ),
        (
            "nth:ordinal|last unit:unit of|on|in|by|comma* month:month of? year:year?",
            monthdays.nth,
        ),
        ("nth:ordinal|last|end weekday:weekday of|on|in|by* rel:next|this unit:unit", weekdays.nth),
        ("nth:ordinal|last|end weekday:weekday of|on|in|by* unit:unit rel:next", weekdays.nth),
        ("day:day", spans.ahead),
        ("this part", spans.today),
        ("this day:on !number|ordinal", spans.this_day),
        ("in at? many:number|a|couple unit:unit|hour|on later?", spans.distance),
        ("many:number|a|couple unit:unit|hour later:later", spans.distance),
        ("many:number|a|couple unit:unit|hour ago:ago", spans.distance),
        ("ago:ago many:number|a|couple unit:unit|hour", spans.distance),
        ("ago:ago a? half a|of* unit:unit|hour", spans.half_hour),
        ("a? half a|of* unit:unit|hour ago:ago", spans.half_hour),
        ("many:number|a|couple unit:unit link:by|past|of|on|later day:day|weekday", spans.distance),
        ("unit:unit link:by day:day|weekday", spans.a_week_from),
        ("many:number|a|couple unit:unit day:day|weekday", spans.weeks_on),
        ("day:day unit:unit !last", spans.weeks_on),
        ("in span:clock", spans.in_hours),
        ("weekday:weekday unit:unit", weekdays.a_week_on),
        ("weekday:weekday in many:number", weekdays.in_eight),
        ("day:day in many:number unit?", weekdays.in_eight),
        ("in a? half a|of* unit:unit|hour", spans.half_hour),
        ("a? half a|of* unit:unit|hour later", spans.half_hour),
        ("in many:numeric unit:unit|hour", spans.decimal),
        ("in many:number|a? unit:unit|hour and a? half:half", spans.and_a_half),
        ("in many:number and a? half:half unit:unit|hour later?", spans.and_a_half),
        ("in a? quarter of|a* unit:unit|hour", spans.quarter_hour),
        ("in many:number|a unit:unit|hour comma|and* more:number rest:unit", spans.and_more),
        ("feast:feast year:year", spans.feast),
        ("feast:feast", spans.feast),
        ("edge:end|start|middle of|on|in|by* month:month year:year?", spans.month),
        ("edge:end|start|middle of|on|in|by* unit of month:month of? year:year?", spans.month),
        ("edge:end|start|middle of|on|in|by* rel:next|this unit:unit", spans.period),
        ("edge:end|start|middle of|on|in|by* unit:unit rel:next|this?", spans.period),
        ("now", spans.now),
    )
)
_PERIODS: Rules[Reader] = Rules(
    (
        ("month:month year:year?", spans.month),
        ("rel:next|this|coming unit:unit", spans.period),
        ("unit:unit rel:next|this", spans.period),
        ("unit:unit twice:past rel:next", spans.period),
        ("month:month rel:next", spans.month),
        ("rel:next month:month", spans.month),
        ("edge:end|start|middle unit:unit", spans.period),
        ("many:number|a|couple unit:unit", spans.length),
    )
)
