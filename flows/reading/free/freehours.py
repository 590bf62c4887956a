"""The hours within the words of a week: "after 4", "5-7", "at half 3", "mornings"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from flows.reading.free.weeks import Sign

Hours = tuple[time, time]
DAY: Hours = (time(9), time(20))  # nobody meets earlier or later
DAYS = ("day", "everyday", "weekdays", "weekends")
PARTS: dict[str, Hours] = {
    "morning": (time(9), time(12)),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time(20)),
    "lunch": (time(12), time(14)),
    "afterlunch": (time(13), time(20)),
    "school": (time(15, 30), time(20)),
    "work": (time(17), time(20)),
}
_NEAR = 12  # signs: how far off a part of the day still tells the side of noon
_AFTERNOON = range(1, 8)  # "at 4" is 16:00
_SIDES = frozenset({"morning", "afternoon", "evening"})


@dataclass(frozen=True)
class Row:
    """The signs of a text, asked about by place; beyond the ends there is nothing."""

    signs: Sequence[Sign]

    def has(self, at: int, *kinds: str) -> bool:
        return 0 <= at < len(self.signs) and self.signs[at].may_be(*kinds)

    def past_filling(self, at: int) -> int:
        while self.has(at, "fill") and not self.has(at, "to", "and", *DAYS):
            at += 1
        return at

    def side(self, start: int) -> str:
        """The part of the day spoken of in the same clause: "7 to 8 in the evening"."""
        for step in (1, -1):
            at = start
            while 0 <= at < len(self.signs) and abs(at - start) < _NEAR and not self._parts(at):
                if found := self.signs[at].kinds & _SIDES:
                    return min(found)
                at += step
        return ""

    def _parts(self, at: int) -> bool:
        """Whether another clause begins: "before 11 and evenings", not "7 and 8 at night"."""
        joined = self.has(at, "and") and not self.has(at + 1, "hour")
        return joined or self.has(at, "comma", "stop", "or", "day")

    def past_part(self, at: int) -> int:
        """Past "in the evening", which only says on which side of noon an hour is."""
        then = self.past_filling(at)
        return then + 1 if self.has(then, *_SIDES) else at


Found = tuple[Hours, int]


def find(row: Row, at: int) -> Found | None:
    """The hours that stand here, and where they end."""
    return _between(row, at) or _bounded(row, at) or _at_hour(row, at)


def both(one: Hours, other: Hours) -> Hours:
    """ "Afternoons after 4" go on after five, as "after 4" does."""
    start, end = max(one[0], other[0]), min(one[1], other[1])
    goes_on = end == PARTS["afternoon"][1] and start >= time(16)
    return start, max(one[1], other[1]) if goes_on else end


def clipped(hours: Hours) -> Hours:
    return max(hours[0], DAY[0]), min(hours[1], DAY[1])


def _between(row: Row, at: int) -> Found | None:
    """ "5-7", "from 2 to 4", "between 3 and 5"."""
    led = row.has(at, "between", "from")
    start = _hour(row, at + led)
    link = row.past_filling(start[1]) if start else at  # "dix heures à midi"
    if not start or not row.has(link, "to", *(["and"] if led else [])):
        return None
    then = link + 1
    end = _hour(row, then)
    if not end and row.has(then, "at", "between", "fill"):
        end = _hour(row, then + 1)
    if not end:
        return None
    side = row.side(at)
    return _range(start[0], end[0], side), row.past_part(end[1])


def _range(first: Sign, last: Sign, side: str) -> Hours:
    start, end = _placed(first, side), _placed(last, side)
    if first.bare and not last.bare and first.hour and first.hour.hour < 8 <= 12 <= end.hour:
        later = first.hour.replace(hour=first.hour.hour + 12)
        start = later if later < end else start
    if end.hour == 0:
        end = time(23, 59)  # "5pm to 12am"
    if end <= start and end.hour < 12:
        end = end.replace(hour=end.hour + 12)
    if end <= start and first.bare and first.hour:
        start = first.hour  # "7:30 - 12:00"
    return start, end


def _bounded(row: Row, at: int) -> Found | None:
    """ "After 4", "before 10", "4 onwards"; "not before 5" is after it."""
    denied = row.has(at, "not") and row.has(at + 1, "after", "before")
    at += denied
    bound = row.has(at, "after", "before")
    led = bound or row.has(at, "from")
    found = _hour(row, at + led)
    if not found and led and row.has(at + 1, "fill"):
        found = _hour(row, at + 2)
    if not found:
        return None
    hour, onwards = _placed(found[0], row.side(at)), row.has(found[1], "onwards")
    if not led and not onwards:
        return None
    until = bound and row.has(at, "before") != denied
    return (DAY[0], hour) if until else (hour, DAY[1]), row.past_part(found[1] + onwards)


def _at_hour(row: Row, at: int) -> Found | None:
    """ "Tuesday at 4", an hour long; a number alone is nothing."""
    led = row.has(at, "at")
    found = _hour(row, at + led)
    if not found:
        return None
    near = row.has(at - 1, *DAYS) or row.has(row.past_filling(found[1]), "day")
    if not (led or near or not found[0].plain):
        return None
    start = _placed(found[0], row.side(at))
    end = start.replace(hour=start.hour + 1) if start.hour < 23 else time(23, 59)
    return (start, end), row.past_part(found[1])


def _hour(row: Row, at: int) -> tuple[Sign, int] | None:
    """The hour that stands here, and where it ends."""
    halved = row.has(at, "half")
    if not row.has(at + halved, "hour"):
        noon = row.has(at, "lunch") and (
            row.has(at - 1, "after", "before", "to", "between", "from")
            or row.has(at - 2, "hour")
            or row.has(at + 1, "to")
        )
        if row.has(at, "midnight"):
            return row.signs[at], at + 1
        return (Sign(frozenset({"hour"}), hour=time(12)), at + 1) if noon else None
    sign, after = row.signs[at + halved], at + halved + 1
    if row.has(after, "half", "thirty") and not halved:
        halved, after = True, after + 1
    if halved and sign.hour:
        sign = Sign(sign.kinds, hour=sign.hour.replace(minute=30), bare=sign.bare)
    return sign, after


def _placed(sign: Sign, side: str) -> time:
    """The hour on the side of noon that was meant."""
    at = sign.hour or time(0)
    late = side in {"afternoon", "evening"} or (side != "morning" and at.hour in _AFTERNOON)
    return at.replace(hour=at.hour + 12) if sign.bare and late and at.hour < 12 else at
