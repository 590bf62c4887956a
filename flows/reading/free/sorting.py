"""Days and hours that belong together, and which of them are meant or refused."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flows.reading.free import freehours
from flows.reading.free.freehours import DAY, Hours
from flows.reading.free.freetimes import Fact
from flows.reading.replies import Unclear

_SCHOOL_DAYS = frozenset(range(5))
_DENYING = frozenset({"not", "taken"})
EVERY_DAY = frozenset(range(7))


@dataclass
class Group:
    """Days and hours that belong together: "tuesday or thursday after 4"."""

    days: set[int] = field(default_factory=set)
    hours: list[Hours] = field(default_factory=list)
    schooldays: bool = False
    taken: bool = False  # by something else, which says nothing of the hours around it

    def partly(self) -> bool:
        """Whether some hours of days are meant, so that the others are not: "weekdays before 6"."""
        return bool(self.days and self.hours) and DAY not in self.hours

    def windows(self, fallback: frozenset[int]) -> list[tuple[int, Hours]]:
        days = self.days or (_SCHOOL_DAYS if self.schooldays else fallback)
        return [(day, hours) for day in sorted(days) for hours in self.hours or [DAY]]


def grouped(facts: Sequence[Fact]) -> tuple[list[Group], list[Group]]:
    """The groups that are meant, and those that are refused."""
    sorting = _Sorting()
    for at, fact in enumerate(facts):
        if fact.kind in _DENYING:
            sorting.deny(facts, at)
        elif fact.kind in {"and", "or", "comma", "but", "stop"}:
            sorting.part(facts, at)
        else:
            sorting.add(fact)
    return sorting.wanted, sorting.refused


@dataclass
class _Sorting:
    """The groups so far, the one that is open, and what was said last."""

    wanted: list[Group] = field(default_factory=list)
    refused: list[Group] = field(default_factory=list)
    group: Group | None = None
    refusing: bool = False
    taken: bool = False
    narrowed: bool = False  # the hours of the group follow a "but"
    loose: bool = False  # they follow an "and", and may be of the days that come next
    last: str = ""
    between: str = ""

    def deny(self, facts: Sequence[Fact], at: int) -> None:
        self.taken = facts[at].kind == "taken"
        beside = [fact.kind for fact in (*facts[max(0, at - 1) : at], *facts[at + 1 : at + 2])]
        if facts[at].kind == "taken" and beside == ["days", "days"]:
            raise Unclear("which of the two is taken")
        if self.group and not self.refusing and _closes(facts, at):
            self._refuse()  # "fridays are no good"
            self.group = None
        elif facts[at].kind == "taken" and not self.refusing and _narrows(facts, at, self.group):
            self._refuse()  # "wednesdays i work from 9 to 5"
            self.refusing, self.last, self.between = True, "days", ""
        else:
            self.refusing, self.group = True, None

    def _refuse(self) -> None:
        group = self.wanted.pop()
        if self.narrowed:  # "sundays, but not in the morning" the other way round
            self.wanted.append(Group(days=set(group.days)))
        group.taken = self.taken
        self.refused.append(group)

    def part(self, facts: Sequence[Fact], at: int) -> None:
        kind = facts[at].kind
        self.narrowed = kind == "but" and _narrows(facts, at, self.group)
        if self.narrowed:
            self.last, self.between = "days", ""  # "tuesdays, but after 4"
        elif kind in {"but", "stop"} or (kind == "comma" and self.refusing):
            self.refusing, self.group = False, None
        else:
            self.between = kind

    def add(self, fact: Fact) -> None:
        moved = self._moved(fact)
        parts = self.group is not None and _parts(self.group, fact, self.last, self.between)
        if self.group is None or parts or moved:
            self.group = Group(taken=self.refusing and self.taken)
            (self.refused if self.refusing else self.wanted).append(self.group)
            self.group.hours += moved
        joined = self.last == "hours" or (self.last == "days" and bool(self.group.hours))
        _add(self.group, fact, joined=joined and not self.between)
        follows = self.between == "and" and self.last == "days" and fact.kind == "hours"
        self.loose = follows and not parts
        self.last, self.between = fact.kind, ""

    def _moved(self, fact: Fact) -> list[Hours]:
        """The hours of the days that follow them: "weekends and after 4 on weekdays"."""
        moves = self.loose and fact.kind == "days" and not self.between
        return [self.group.hours.pop()] if moves and self.group and self.group.hours else []


def _narrows(facts: Sequence[Fact], at: int, group: Group | None) -> bool:
    then = facts[at + 1].kind if at + 1 < len(facts) else ""
    return group is not None and bool(group.days) and not group.hours and then == "hours"


def _closes(facts: Sequence[Fact], at: int) -> bool:
    return all(fact.kind in {"comma", "stop", "but", *_DENYING} for fact in facts[at + 1 : at + 2])


def _parts(group: Group, fact: Fact, last: str, between: str) -> bool:
    """Whether something new begins: "mon mornings, tue"; "weekends, or tue after 4"."""
    if fact.kind == "hours":
        if last == "days" and _stand_alone(group, between):
            return True
        meets = between or not _common(group, fact)  # not so "after school on monday until 6"
        return bool(group.hours and group.days and last == "days" and meets)
    if group.days == EVERY_DAY and last == "hours" and not between:
        return False  # "any time after 1 on tuesdays"
    if group.hours and (last == "hours" if group.days else between in {"and", "or"}):
        return True
    weekend = fact.days == {5, 6} or group.days == {5, 6}
    others = {"or", "comma", "and"} if group.days | fact.days == EVERY_DAY else {"or", "comma"}
    return bool(group.days) and weekend and between in others


def _stand_alone(group: Group, between: str) -> bool:
    """Whether hours are of whatever day: "weekends or after 6", as in "after 6 or weekends"."""
    if group.hours or not group.days or group.days == EVERY_DAY:
        return False
    return between == "or" or (between == "and" and group.days == {5, 6})


def _within(hours: Hours, whole: Hours) -> bool:
    """Whether they only narrow it: "evenings, after 6"."""
    return whole[0] <= hours[0] and hours[1] <= whole[1]


def _common(group: Group, fact: Fact) -> bool:
    """Whether the hours share any with the last of the group."""
    start, end = freehours.both(group.hours[-1], fact.hours) if fact.hours and group.hours else DAY
    return start < end


def _add(group: Group, fact: Fact, *, joined: bool) -> None:
    if fact.kind == "days":
        group.days = {*fact.days} if group.days == EVERY_DAY else group.days | fact.days
        return
    if fact.hours is None:
        return
    group.schooldays = group.schooldays or fact.schooldays
    within = bool(group.hours) and _within(fact.hours, group.hours[-1])
    if (joined or within) and group.hours:
        group.hours[-1] = freehours.both(group.hours[-1], fact.hours)
    else:
        group.hours.append(fact.hours)
