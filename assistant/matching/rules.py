"""Hard rules: who may not be suggested for whom, and why not."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from assistant.matching import topics
from assistant.matching.people import Mentee, Mentor, Person
from assistant.matching.terms import Terms

Flags = NDArray[np.bool_]
HALF_A_DAY, DAY = 12 * 60, 24 * 60  # minutes


class Rule(StrEnum):
    """Why two people are not suggested for each other."""

    SELF = "self"  # one and the same, or one answers for the other
    TOGETHER = "together"  # they were, or one is asked about the other, or has said not now
    AGREED = "agreed"  # under 18, without the consent of a guardian
    ROOM = "room"
    AVOIDED = "avoided"  # one would rather not meet the other
    LANGUAGE = "language"
    ZONE = "zone"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True)
class Apart:
    """Who is kept apart beside the rules, as mentee and mentor."""

    related: Collection[tuple[int, int]] = ()
    together: Collection[tuple[int, int]] = ()


def broken(mentee: Mentee, mentor: Mentor, terms: Terms, apart: Apart) -> list[Rule]:
    """Every rule that speaks against these two."""
    holds = {
        Rule.SELF: mentee.id == mentor.id or (mentee.id, mentor.id) in apart.related,
        Rule.TOGETHER: (mentee.id, mentor.id) in apart.together,
        Rule.AGREED: not (mentee.agreed and mentor.agreed),
        Rule.ROOM: mentor.room < 1,
        Rule.AVOIDED: avoids(mentee, mentor) or avoids(mentor, mentee),
        Rule.LANGUAGE: not set(mentee.languages) & set(mentor.languages),
        Rule.ZONE: hours_apart(mentee, mentor) > terms.zones_apart,
        Rule.SAME: any(not shared(mentee, mentor, name) for name in terms.same),
        Rule.DIFFERENT: any(shared(mentee, mentor, name) is not False for name in terms.different),
    }
    return [rule for rule, against in holds.items() if against]


def allowed(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], terms: Terms, apart: Apart
) -> Flags:
    """The same for everybody at once: who may be suggested for whom."""
    found = _both([one.agreed for one in mentees], [one.agreed and one.room > 0 for one in mentors])
    found &= _share(mentees, mentors, lambda one: one.languages)
    found &= minutes_apart(mentees, mentors) / 60 <= terms.zones_apart
    for name in terms.same:
        found &= _share(mentees, mentors, _field(name))
    for name in terms.different:
        found &= ~_share(mentees, mentors, _field(name))
        found &= _both(
            [bool(one.fields[name]) for one in mentees], [bool(one.fields[name]) for one in mentors]
        )
    for pair in _kept_apart(mentees, mentors, apart):
        found[pair] = False
    return found


def avoids(one: Person, other: Person) -> bool:
    """Whether somebody has named the other among those whom they would rather not meet."""
    return any(part in one.avoids for part in _names(other))


def hours_apart(one: Person, other: Person) -> float:
    """Between their clocks, around the world the shorter way."""
    minutes = abs(one.offset - other.offset) % DAY
    return min(minutes, DAY - minutes) / 60


def shared(one: Person, other: Person, name: str) -> bool | None:
    """Whether they have something in common there; None: it is not known of both."""
    mine, theirs = one.fields.get(name), other.fields.get(name)
    return bool(mine & theirs) if mine and theirs else None


def minutes_apart(mentees: Sequence[Person], mentors: Sequence[Person]) -> NDArray[np.int64]:
    """Minutes between the clocks of each two, around the world the shorter way."""
    # They are few: each two clocks are compared once.
    mine, row = np.unique(np.array([m.offset for m in mentees], np.int64), return_inverse=True)
    theirs, column = np.unique(np.array([m.offset for m in mentors], np.int64), return_inverse=True)
    minutes = np.abs(np.subtract.outer(mine, theirs)) % DAY
    return np.asarray(np.minimum(minutes, DAY - minutes)[np.ix_(row, column)], np.int64)


def _both(mentees: Sequence[bool], mentors: Sequence[bool]) -> Flags:
    return np.outer(np.array(mentees, np.bool_), np.array(mentors, np.bool_))


def _field(name: str) -> Callable[[Person], Collection[str]]:
    return lambda one: one.fields[name]


def _share(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    of: Callable[[Person], Collection[str]],
) -> Flags:
    """Whether each two have any of these in common."""
    mine, theirs = [of(one) for one in mentees], [of(one) for one in mentors]
    place = {value: n for n, value in enumerate(sorted({v for some in mine for v in some}))}
    return (flags(mine, place) @ flags(theirs, place).T) > 0


def flags(some: Sequence[Collection[str]], place: Mapping[str, int]) -> NDArray[np.float32]:
    """A row each, with a 1 at the place of each value."""
    found = np.zeros((len(some), max(len(place), 1)), dtype=np.float32)
    at = [(row, place[one]) for row, values in enumerate(some) for one in values if one in place]
    if at:
        found[tuple(np.array(at).T)] = 1
    return found


def _kept_apart(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], apart: Apart
) -> Iterator[tuple[int, int]]:
    """The places of those whom the rest of the rules keeps apart."""
    row = {one.id: n for n, one in enumerate(mentees)}
    column = {one.id: n for n, one in enumerate(mentors)}
    pairs = {*apart.related, *apart.together, *((one, one) for one in row.keys() & column.keys())}
    for mentee, mentor in pairs:
        if mentee in row and mentor in column:
            yield row[mentee], column[mentor]
    yield from _avoiding(mentees, mentors)
    yield from ((one, other) for other, one in _avoiding(mentors, mentees))


def _avoiding(some: Sequence[Person], others: Sequence[Person]) -> Iterator[tuple[int, int]]:
    called: dict[str, list[int]] = {}
    for n, one in enumerate(others):
        for part in _names(one):
            called.setdefault(part, []).append(n)
    for n, one in enumerate(some):
        yield from ((n, other) for part in one.avoids for other in called.get(part, ()))


def _names(one: Person) -> Sequence[str]:
    """The parts of a name that tell who is meant."""
    return [part for part in topics.words(one.name) if len(part) > 1]
