"""Suggestions: for everybody who waits, for one mentee, or about any two."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import numpy as np

from assistant.matching import optimum, reasons, rules
from assistant.matching.fit import Fit
from assistant.matching.people import Hearing, Mentee, Mentor
from assistant.matching.reasons import Reason
from assistant.matching.rules import Apart
from assistant.matching.terms import Terms
from storage.mentoring.candidates import Candidates

BEST = 3


@dataclass(frozen=True)
class Suggestion:
    """Two people, how well they fit, what speaks for it and what against."""

    mentee: Mentee
    mentor: Mentor
    fit: float
    pros: Sequence[Reason]
    cons: Sequence[Reason]


@dataclass(frozen=True)
class Suggestions:
    """Those who wait, in the order in which they come first, and those with room."""

    mentees: Sequence[Mentee]
    mentors: Sequence[Mentor]
    terms: Terms
    apart: Apart
    asked: Collection[int] = ()  # about whom a mentor is asked just now

    @cached_property
    def matched(self) -> Mapping[int, int]:
        """The best for all about whom nobody is asked: whom each mentee gets; some get nobody."""
        waiting = [one for one in self.mentees if one.id not in self.asked]
        fits = Fit(waiting, self.mentors).total
        possible = rules.allowed(waiting, self.mentors, self.terms, self.apart)
        possible &= fits >= self.terms.floor
        found = optimum.assign(fits, possible, [one.room for one in self.mentors])
        return {waiting[row].id: self.mentors[column].id for row, column in sorted(found.items())}

    def for_all(self) -> Mapping[int, Suggestion]:
        """The same with what speaks for each two and against them."""
        found = ((mentee, self.pair(mentee, mentor)) for mentee, mentor in self.matched.items())
        return {mentee: one for mentee, one in found if one}

    def best(self, mentee: int, most: int = BEST) -> list[Suggestion]:
        """Those who fit one mentee best; nobody below the floor."""
        one = self._mentees.get(mentee)
        if one is None or not self.mentors:
            return []
        fits = Fit([one], self.mentors).total[0]
        possible = rules.allowed([one], self.mentors, self.terms, self.apart)[0]
        possible &= fits >= self.terms.floor
        order = [int(n) for n in np.argsort(-fits, kind="stable") if possible[n]]
        return [self._pair(one, self.mentors[n], fits[n]) for n in order[:most]]

    def pair(self, mentee: int, mentor: int) -> Suggestion | None:
        """What speaks for any two and against them, also where nobody would suggest them."""
        one, other = self._mentees.get(mentee), self._mentors.get(mentor)
        if one is None or other is None:
            return None
        return self._pair(one, other, Fit([one], [other]).total[0, 0])

    def name(self, mentor: int) -> str:
        return self._mentors[mentor].name

    def _pair(self, mentee: Mentee, mentor: Mentor, fits: np.float32) -> Suggestion:
        return Suggestion(
            mentee,
            mentor,
            float(fits),
            reasons.speaks_for(mentee, mentor),
            reasons.speaks_against(mentee, mentor, self.terms, self.apart),
        )

    @cached_property
    def _mentees(self) -> Mapping[int, Mentee]:
        return {one.id: one for one in self.mentees}

    @cached_property
    def _mentors(self) -> Mapping[int, Mentor]:
        return {one.id: one for one in self.mentors}


def of(found: Candidates, terms: Terms, now: datetime) -> Suggestions:
    """Those of a programme, whom it wants to reach first before the others."""
    hearing = Hearing(terms, now)
    mentees = [hearing.mentee(one, found.goals.get(one.person_id, ())) for one in found.mentees]
    mentors = [
        hearing.mentor(
            one,
            room(one.profile.get("capacity"), found.taken.get(one.person_id, 0)),
            found.answers.get(one.person_id),
        )
        for one in found.mentors
    ]
    ordered = sorted(mentees, key=lambda one: not one.first)
    return Suggestions(ordered, mentors, terms, Apart(found.related, found.together), found.asked)


def room(capacity: object, taken: int) -> int:
    """For how many more somebody could be there."""
    return max(int(str(capacity or 1)) - taken, 0)
