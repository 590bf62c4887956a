"""How well each mentee and each mentor fit, from 0 to 1, by several aspects."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.matching import rules, week
from assistant.matching.people import Mentee, Mentor, Topics

Scores = NDArray[np.float32]
UNKNOWN = 0.4  # an aspect of which one side has told nothing
ENOUGH = 3  # hours a week at which both are free
AT_LEAST = 1  # an hour of them, or it cannot be said that they find time
ONE_INTEREST = 0.7
SECOND_LANGUAGE = 0.6
ANSWERS = ((6.0, 1.0), (24.0, 0.8), (48.0, 0.5))  # within so many hours; later:
LATE = 0.1
LISTENS = "listen"
PATIENCE = "patience"
# How two people like to talk: alike, or one talks and one listens.
ALIKE, COMPLEMENT, NEARLY, UNLIKE = 1.0, 0.9, 0.6, 0.2
STYLES = ("listen", "talk", "plan", "open")
WEIGHTS: Mapping[str, float] = {
    "topics": 4.0,
    "hopes": 2.0,
    "been": 2.0,
    "job": 2.0,
    "interests": 1.5,
    "talk": 1.0,
    "patient": 0.0,  # only for whom it matters most
    "times": 3.0,
    "language": 1.5,
    "near": 0.5,
    "soon": 1.0,
}
MOST_WANTED = {"been": "been", "job": "job", "talk": "talk", "patient": "patient"}
MOST_WANTED |= {"language": "language"}
AT_ONCE = 1.0  # what a weight of 0 counts before it is doubled


@dataclass(frozen=True)
class Fit:
    """Everybody's scores: a row for each mentee, a column for each mentor."""

    mentees: Sequence[Mentee]
    mentors: Sequence[Mentor]

    @cached_property
    def total(self) -> Scores:
        """The mean of all aspects by their weights; the mentee's one thing counts double."""
        sides = (len(self.mentees), len(self.mentors))
        summed, weighed = np.zeros(sides, np.float32), np.zeros((sides[0], 1), np.float32)
        for aspect, usual in WEIGHTS.items():
            weight = np.array([[_weight(one, aspect, usual)] for one in self.mentees], np.float32)
            weighed += weight.reshape(-1, 1)
            if weight.any():
                summed += weight.reshape(-1, 1) * self._aspect(aspect)
        return np.asarray(summed / weighed, np.float32)

    def _aspect(self, aspect: str) -> Scores:
        scored: Mapping[str, Callable[[], Scores]] = {
            "topics": self._topics,
            "hopes": lambda: self._part(lambda m: m.hopes, lambda m: m.knows),
            "been": lambda: self._any(lambda m: m.faces, lambda m: m.been),
            "job": lambda: self._any(lambda m: m.hopes, lambda m: m.work),
            "interests": self._interests,
            "talk": self._talk,
            "patient": self._patient,
            "times": self._times,
            "language": self._language,
            "near": self._near,
            "soon": self._soon,
        }
        return scored[aspect]()

    def _topics(self) -> Scores:
        return self._part(lambda m: m.wants, lambda m: m.offers)

    def _part(self, want: Callable[[Mentee], Topics], have: Callable[[Mentor], Topics]) -> Scores:
        """How much of what the one wants the other has."""
        count, wanted, known = self._common(want, have)
        return _or_unknown(count / np.maximum(wanted, 1), known)

    def _any(self, want: Callable[[Mentee], Topics], have: Callable[[Mentor], Topics]) -> Scores:
        count, _wanted, known = self._common(want, have)
        return _or_unknown(np.minimum(count, 1), known)

    def _interests(self) -> Scores:
        count, _wanted, known = self._common(lambda m: m.interests, lambda m: m.interests)
        worth = np.array((0, ONE_INTEREST, 1), np.float32)
        return _or_unknown(worth[np.minimum(count, 2).astype(np.int8)], known)

    def _common(
        self, want: Callable[[Mentee], Topics], have: Callable[[Mentor], Topics]
    ) -> tuple[Scores, Scores, rules.Flags]:
        mine, theirs = [want(one) for one in self.mentees], [have(one) for one in self.mentors]
        place = {topic: n for n, topic in enumerate(sorted(frozenset().union(*mine)))}
        count = rules.flags(mine, place) @ rules.flags(theirs, place).T
        wanted = np.array([[len(one)] for one in mine], np.float32).reshape(-1, 1)
        known = wanted.astype(bool) & np.array([bool(one) for one in theirs], np.bool_)
        return count, wanted, known

    def _talk(self) -> Scores:
        return _table([one.style for one in self.mentees], [one.style for one in self.mentors])

    def _patient(self) -> Scores:
        return self._row([patient(one) for one in self.mentors])

    def _times(self) -> Scores:
        mine, theirs = (_weeks([m.free for m in some]) for some in (self.mentees, self.mentors))
        both = (mine @ theirs.T) / week.HOUR
        known = mine.any(axis=1).reshape(-1, 1) & theirs.any(axis=1)
        score = np.where(both >= AT_LEAST, np.minimum(both / ENOUGH, 1), 0)
        return _or_unknown(score, known)

    def _language(self) -> Scores:
        codes = sorted({code for one in self.mentees for code in one.languages})
        place = {code: n for n, code in enumerate(codes)}
        first = rules.flags([one.languages[:1] for one in self.mentees], place)
        spoken = rules.flags([one.languages for one in self.mentors], place)
        every = rules.flags([one.languages for one in self.mentees], place)
        some = np.where((every @ spoken.T) > 0, SECOND_LANGUAGE, 0)
        return np.where((first @ spoken.T) > 0, 1, some).astype(np.float32)

    def _near(self) -> Scores:
        minutes = rules.minutes_apart(self.mentees, self.mentors)
        return np.asarray(1 - minutes / rules.HALF_A_DAY, np.float32)

    def _soon(self) -> Scores:
        return self._row([soon(one) for one in self.mentors])

    def _row(self, scores: Sequence[float]) -> Scores:
        return np.tile(np.array(scores, np.float32), (len(self.mentees), 1))


def patient(mentor: Mentor) -> float:
    if mentor.style == LISTENS or PATIENCE in mentor.knows:
        return 1.0
    return 0.0 if mentor.style else UNKNOWN


def soon(mentor: Mentor) -> float:
    """How soon they usually answer."""
    if mentor.answers is None:
        return UNKNOWN
    return next((score for within, score in ANSWERS if mentor.answers <= within), LATE)


def talk(mine: str, theirs: str) -> float:
    """How well two ways of talking go together."""
    if mine not in STYLES or theirs not in STYLES:
        return UNKNOWN
    if mine == theirs:
        return ALIKE
    if {mine, theirs} == {"listen", "talk"}:
        return COMPLEMENT
    return NEARLY if "open" in (mine, theirs) else UNLIKE


def _weight(mentee: Mentee, aspect: str, usual: float) -> float:
    wanted = MOST_WANTED.get(mentee.matters) == aspect
    return 2 * (usual or AT_ONCE) if wanted else usual


def _table(mine: Sequence[str], theirs: Sequence[str]) -> Scores:
    every = ("", *STYLES)
    scores = np.array([[talk(one, other) for other in every] for one in every], np.float32)
    rows, columns = ([every.index(s) if s in every else 0 for s in some] for some in (mine, theirs))
    return scores[np.ix_(rows, columns)]


def _weeks(some: Sequence[int]) -> Scores:
    """The bits of each week as a row."""
    size = week.WEEK // 8
    packed = np.frombuffer(b"".join(one.to_bytes(size, "little") for one in some), np.uint8)
    return np.unpackbits(packed.reshape(-1, size), axis=1).astype(np.float32)


def _or_unknown(scores: Scores | NDArray[np.float64], known: rules.Flags) -> Scores:
    return np.asarray(np.where(known, scores, UNKNOWN), np.float32)
