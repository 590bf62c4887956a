"""The times of day a phrase speaks of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from flows.reading import rules
from flows.reading.amounts import digits
from flows.reading.lexicon import Sign
from flows.reading.rules import Asked, Match, Rules
from flows.reading.when import hours, minutes, stretches


@dataclass(frozen=True)
class Time:
    """A time that was found, and where it stands."""

    at: time
    first: int
    after: int


Reader = Callable[[Match, Asked], "time | None"]


def find(signs: Sequence[Sign], asked: Asked, beside: Iterable[int] = ()) -> list[Time]:
    """The times in a phrase, in order, none of them within another, nor where days stand."""
    spelt = rules.letters(signs)
    found = sorted(_RULES.fitting(signs, spelt), key=lambda each: each[0].first - each[0].after)
    taken = set(beside)
    times = []
    for match, read in found:
        span = range(match.first, match.after)
        if taken.isdisjoint(span) and (at := read(match, asked)) is not None:
            taken.update(span)
            times.append(Time(at, match.first, match.after))
    return sorted(times, key=lambda each: each.first)


_H = "hour:number|a"
_C = "hour:number|a|clock"
_LINK = "to|sep|at|by"
_RULES: Rules[Reader] = Rules(
    (
        (
            f"at|by|of* first:number|a|clock hour? mark:ampm? link:{_LINK} "
            "at? last:number|clock hour? ampm:ampm?",
            stretches.start,
        ),
        ("at|by|of* dashed:numeric hour? ampm:ampm?", stretches.dashed),
        ("clock:clock hour? ampm:ampm?", hours.clock),
        ("clock:clock unit:unit", hours.clock_in_full),
        ("noon:clock and minute:number|half|quarter hour? !month", minutes.past_noon),
        ("noon:clock minute:number !month|unit|word|sep|number|weekday|of", minutes.past_noon_bare),
        ("clock:clock ampm:ampm? and half:half", hours.clock),
        (f"{_H} ampm:ampm", hours.hour),
        (f"{_H} sharp:hour ampm:ampm?", hours.full_hour),
        (f"{_H} hour and? minute:number|half|quarter ampm:ampm?", hours.hour),
        (f"at? {_H} hour and? minute:number spare:unit", hours.hour_in_full),
        (f"{_H} ampm? and minute:half|quarter hour? ampm:ampm?", hours.hour),
        (f"{_H} ampm:ampm and minute:half|quarter|number", hours.hour),
        (f"cue:at? {_H} sep? minute:number ampm:ampm?", hours.spoken),
        (f"cue:at? {_H} and:and minute:number hour? ampm:ampm?", hours.spoken),
        (f"at|past|to {_H} hour? ampm:ampm?", hours.at_hour),
        (f"{_H} comma|of|on|in|at|this|day* part", hours.part_hour),
        (f"part comma|of|on|in* at {_H} hour?", hours.at_hour),
        (f"by {_H} hour? ampm:ampm?", hours.bounding_hour),
        (f"<weekday {_H}", hours.weekday_hour),
        (f"<day {_H} hour?", hours.at_hour),
        (f"<part {_H} hour?", hours.after_part),
        (f"at? {_H} =on", hours.on_day),
        (f"at? minute:half unit? past {_C} hour? ampm:ampm?", minutes.past),
        (f"minute:half {_H} hour? ampm:ampm? !unit|word", minutes.past),
        (f"at? minute:number|quarter unit? past {_C} hour? ampm:ampm?", minutes.past),
        (f"at? minute:number|quarter spoken:unit? cue:to|by at? {_C} hour? ampm:ampm?", minutes.to),
        (f"at? {_C} hour? less on|a? minute:number|quarter hour? ampm:ampm?", minutes.to),
        ("at? packed:number hour?", digits.packed),
        ("<weekday|day at? packed:number", digits.packed_beside),
        ("packed:number =weekday|day", digits.packed_beside),
        ("at? dotted:numeric", digits.dotted),
        ("<weekday|day at? dotted:numeric", digits.dotted_beside),
        ("eod", hours.end_of_day),
        ("end of|on|in* next|this|coming? =day|weekday", hours.end_of_day),
    )
)
