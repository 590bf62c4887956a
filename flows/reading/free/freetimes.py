"""What the words of a week say, in order: days, hours, what joins them and what denies them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from flows.reading.free import freehours
from flows.reading.free.freehours import DAYS, PARTS, Hours, Row
from flows.reading.free.weeks import Sign
from flows.reading.replies import Unclear

_JOINS = ("and", "or", "comma", "stop", "taken", "not", "but")
_WEEK = ("weekends", "weekdays")
_EXCEPTED = ("day", *_WEEK, "hour", "from", "between", "morning", "afternoon", "evening", "lunch")
_UNKNOWN = frozenset({"word"})
_SAYING = frozenset({"days", "hours"})


@dataclass(frozen=True)
class Fact:
    """Days, hours, or a word between them."""

    kind: str
    days: frozenset[int] = frozenset()
    hours: Hours | None = None
    schooldays: bool = False


def find(signs: Sequence[Sign]) -> list[Fact]:
    """What is said of days and hours; nothing of either is unclear."""
    kept = [sign for at, sign in enumerate(signs) if not sign.doubtful or _in_company(signs, at)]
    if any(sign.may_be("left", "asks") for sign in kept) or _untold(kept):
        raise Unclear("more is said than was read")
    facts = list(_facts(Row([sign for sign in kept if not sign.may_be("colon")])))
    said = {fact.kind for fact in facts}
    vague = any(sign.may_be("unclear") for sign in kept)
    if "left" in said or not said & _SAYING or (vague and "days" not in said):
        raise Unclear("no time of a week")
    return facts


def _in_company(signs: Sequence[Sign], at: int) -> bool:
    """Whether "sat" or "mar" is the day: other days or hours beside it, or nothing unknown."""
    if at and signs[at - 1].may_be("on"):
        return True
    beside = (*signs[max(0, at - 1) : at], *signs[at + 1 : at + 2])
    timely = (*DAYS, *PARTS, "and", "or", "comma", "after", "hour", "to", "not", "taken", "every")
    return any(sign.may_be(*timely) for sign in beside) or not any(
        sign.may_be("word") for sign in signs
    )


def _untold(signs: Sequence[Sign]) -> bool:
    """Whether a day or a list is given something unknown: "Monday: gym", "I can't do these:"."""
    for at, sign in enumerate(signs):
        if not sign.may_be("colon"):
            continue
        then = list(
            takewhile(lambda each: not each.may_be("comma", "stop", *DAYS), signs[at + 1 :])
        )
        before = list(takewhile(lambda each: not each.may_be("stop"), reversed(signs[:at])))
        known = any(each.kinds - {"word"} for each in then)
        if at and signs[at - 1].may_be(*DAYS) and then and not known:
            return True
        if not any(each.may_be(*DAYS) for each in before) and any(
            each.may_be("not", "taken") for each in before
        ):
            return True
    return False


def _facts(row: Row) -> Iterator[Fact]:
    at = 0
    while at < len(row.signs):
        if row.signs[at].kinds == _UNKNOWN:  # nothing begins here, and most words are such
            at += 1
            continue
        start = at
        fact, at = _denied(row, at) or _day(row, at) or _hours(row, at) or _join(row, at)
        if fact:
            yield fact
        if fact and fact.kind == "days" and row.has(start, "evening"):
            yield Fact("hours", hours=PARTS["evening"])  # "weeknights"


def _denied(row: Row, at: int) -> tuple[Fact, int] | None:
    if row.has(at, "having") and row.has(at + 1, "word", "schooltime"):
        return Fact("taken"), at + 2  # "i have football tues"
    every = any(row.has(before, "every", "everyday") for before in range(at - 4, at))
    if row.has(at, "but") and every and row.has(row.past_filling(at + 1), *_EXCEPTED):
        return Fact("not"), at + 1  # "any evening but friday"
    return None


def _day(row: Row, at: int) -> tuple[Fact | None, int] | None:
    if not row.has(at, *DAYS):
        return None
    if row.has(at, "everyday") and row.has(at - 1, "day", *_WEEK):
        return Fact("hours", hours=freehours.DAY), at + 1  # "saturdays any time"
    if row.has(at, "everyday") and row.has(row.past_filling(at + 1), "day", *_WEEK):
        return None, at + 1  # "any time on sunday"
    days = row.signs[at].days
    then = row.past_filling(at + 1)
    last = row.past_filling(then + 1)
    if row.has(at, "day") and row.has(then, "to") and row.has(last, "day"):
        days = _through(min(days), min(row.signs[last].days))
        return Fact("days", days=days), last + 1
    return Fact("days", days=days), at + 1


def _hours(row: Row, at: int) -> tuple[Fact, int] | None:
    if found := freehours.find(row, at):
        return Fact("hours", hours=found[0]), found[1]
    for part, hours in PARTS.items():
        if row.has(at, part):
            return Fact("hours", hours=hours, schooldays=part in {"school", "work"}), at + 1
    return None


def _join(row: Row, at: int) -> tuple[Fact | None, int]:
    kind = next((kind for kind in _JOINS if row.has(at, kind)), "")
    if row.has(at, "this") and row.has(at + 1, "day"):
        kind = "left"  # one friday, and not every one
    if row.has(at, "after", "before") and row.has(row.past_filling(at + 1), "day", *_WEEK):
        kind = "left"  # "not free until the weekend"
    if row.has(at, "after", "before") and _unknown(row, row.past_filling(at + 1)):
        kind = "left"  # "weekdays after training", whenever that is
    if row.has(at, "letter") and row.has(at + 1, "hour", "or", "comma"):
        kind = "left"  # "R 1-3" is a day
    if row.has(at, "hour") and (not row.signs[at].spelled or row.has(at + 1, "unit")):
        kind = "left"
    return Fact(kind) if kind else None, at + 1


def _unknown(row: Row, at: int) -> bool:
    return at < len(row.signs) and row.signs[at].kinds == _UNKNOWN


def _through(first: int, last: int) -> frozenset[int]:
    """ "Friday to monday" is four days."""
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
