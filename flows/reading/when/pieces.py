"""The days and the times of a phrase, apart from each other, and what is left of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.reading import words
from flows.reading.lexicon import BOUND, WEEKLY, Sign
from flows.reading.replies import Unclear
from flows.reading.rules import Asked
from flows.reading.when import days, distances, times
from flows.reading.when.distances import Day
from flows.reading.when.times import Time

# What a time may share with a day: "at 7 this morning", "tonight at 8".
_SHARED = frozenset({"this", "part", "day", "weekday"})
_TELLING = frozenset(
    words.spellings(
        "number, ordinal, year, month, weekday, day, unit, feast, clock, iso, numeric, ampm, now, "
        "this, next, coming, ago, eod, every, middle, couple, half, quarter, less, hour, or, zone"
    )
)
_TIMED = frozenset({"number", "ordinal", "clock", "numeric", "ampm"})
_LEADING = frozenset({"on", "at", "of", "in", "by"})
_COUNTING = frozenset({"number", "ordinal", "a", "couple", "next", "last", "half"})


@dataclass(frozen=True)
class Pieces:
    """The days and the times that were found in a phrase."""

    signs: Sequence[Sign]
    days: Sequence[Day]
    times: Sequence[Time]

    def left(self) -> bool:
        """Whether something stands that changes when it is: a year, a length, "or", a number."""
        used = self.used() | (distances.lasting(self.signs) if self.times else set())
        weekdays = {day.day.weekday() for day in self.days}
        return any(
            sign.kind in _TELLING and at not in used and self._tells(at, weekdays)
            for at, sign in enumerate(self.signs)
        )

    def bounded(self) -> bool:
        """Whether a day is only bounded: "until friday"."""
        return any(self._open(at) for at in self._bounds())

    def used(self) -> set[int]:
        """Where the days and the times stand."""
        return _places(self._all())

    def certain(self) -> list[Time]:
        """The times themselves, and not those by which or after which something is to be."""
        bounded = [self._bounded(at) for at in self._bounds()]
        return [one for one in self.times if one not in bounded]

    def _all(self) -> list[Day | Time]:
        return [*self.times, *self.days]

    def _bounds(self) -> Iterator[int]:
        """Where a "before" or an "until" stands that is no part of a time: "quarter after 5"."""
        inside = {at for each in self._all() for at in range(each.first + 1, each.after)}
        for at, sign in enumerate(self.signs):
            if sign.value == BOUND and at not in inside:
                yield at

    def _bounded(self, at: int) -> Day | Time | None:
        """The day or the time after a "before"."""
        while at < len(self.signs):
            for each in self._all():
                if each.first <= at < each.after:
                    return each
            if self.signs[at].kind not in _LEADING and self.signs[at].value != BOUND:
                return None
            at += 1
        return None

    def _open(self, at: int) -> bool:
        """Whether a "before" bounds a day, or nothing: "until friday", "friday after"."""
        then = self.signs[at + 1 :]
        return isinstance(self._bounded(at), Day) or all(sign.kind == "stop" for sign in then)

    def _tells(self, at: int, weekdays: set[int]) -> bool:
        """Not "14 June, a Sunday", nor the day in "the day of the meeting"."""
        sign = self.signs[at]
        if sign.kind == "weekday":
            return sign.value not in weekdays
        if sign.kind == "middle":  # "um mês e meio"
            return at > 0 and self.signs[at - 1].kind == "and"
        if sign.kind == "ampm":  # and not the "am" of "i am free"
            return at > 0 and self.signs[at - 1].kind in _TIMED
        if sign.kind == "every":
            return sign.value == WEEKLY
        if sign.kind == "this":  # "16 heures CET", and not "cet après-midi"
            ends = all(each.kind == "stop" for each in self.signs[at + 1 :])
            return sign.text == "cet" and ends
        counted = at > 0 and self.signs[at - 1].kind in _COUNTING
        return counted or (sign.kind, sign.value) != ("unit", "day")


def find(text: str, signs: Sequence[Sign], asked: Asked) -> Pieces:
    """The reading that leaves nothing and is no bound: the hours first, or the days first."""
    for pieces in _readings(signs, asked):
        if not pieces.left() and not pieces.bounded():
            return pieces
    raise Unclear(text)


def by_when(text: str, signs: Sequence[Sign], asked: Asked) -> Pieces:
    """The same for a day by which something is to be: there "before friday" is an answer."""
    for pieces in _readings(signs, asked):
        if not pieces.left():
            return pieces
    raise Unclear(text)


def _readings(signs: Sequence[Sign], asked: Asked) -> Iterator[Pieces]:
    spoken = times.find(signs, asked)
    yield Pieces(signs, days.find(signs, asked, _claimed(signs, spoken)), spoken)
    said = days.find(signs, asked)
    yield Pieces(signs, said, times.find(signs, asked, _places(said)))


def _claimed(signs: Sequence[Sign], spoken: Sequence[Time]) -> set[int]:
    """The places of the times that can be of no day."""
    return {at for at in _places(spoken) if signs[at].kind not in _SHARED}


def _places(found: Iterable[Day | Time]) -> set[int]:
    return {at for each in found for at in range(each.first, each.after)}
