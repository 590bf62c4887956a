"""What speaks for two people and what against, as far as their own answers tell it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.matching import fit, rules, week
from assistant.matching.people import Mentee, Mentor, Topics
from assistant.matching.rules import Apart, Rule
from assistant.matching.terms import Terms

FAR = 3  # hours between two clocks
WITHIN_A_DAY, DAYS = 24.0, 48.0  # in hours


class For(StrEnum):
    """What brings two people together."""

    MATTERS = "matters"  # the mentee's one thing, which is there
    TOPICS = "topics"
    BEEN = "been"
    JOB = "job"
    HOPES = "hopes"
    INTERESTS = "interests"
    TALK = "talk"
    PATIENT = "patient"
    TIMES = "times"
    LANGUAGE = "language"
    SOON = "soon"


class Against(StrEnum):
    """What may stand between them."""

    RULE = "rule"  # one of the programme's, or one of ours
    AVOIDS = "avoids"  # whom one would rather not meet
    UNMET = "unmet"  # the mentee's one thing, of which nothing tells
    TOPICS = "no topics"
    TIMES = "no times"
    UNKNOWN = "times unknown"
    FAR = "far"
    LATE = "late"


@dataclass(frozen=True)
class Reason:
    """A reason as it is kept, for any reader: its kind, and the tokens of what it speaks of.

    Hours are kept by both clocks, the mentee's first; how two like to talk likewise.
    """

    kind: str
    these: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    def kept(self) -> list[object]:
        return [self.kind, list(self.these), list(self.theirs)]


def restored(kept: Iterable[Sequence[object]]) -> tuple[Reason, ...]:
    """Reasons as they were kept."""
    return tuple(
        Reason(str(kind), tuple(map(str, _many(these))), tuple(map(str, _many(theirs))))
        for kind, these, theirs in kept
    )


def speaks_for(mentee: Mentee, mentor: Mentor) -> tuple[Reason, ...]:
    """What the mentee wants most comes first, then what weighs most."""
    found = [one for one in _found(mentee, mentor) if one is not None]
    wanted = next((one for one in found if one.kind == mentee.matters), None)
    if wanted:
        rest = [one for one in found if one is not wanted]
        return (Reason(For.MATTERS, (mentee.matters,)), wanted, *rest)
    shared = _languages(mentee, mentor)
    if not found and shared.these:  # as of everybody who is suggested
        return (shared,)
    return tuple(found)


def speaks_against(
    mentee: Mentee, mentor: Mentor, terms: Terms, apart: Apart
) -> tuple[Reason, ...]:
    """What the coordinator alone sees, the gravest first."""
    return (
        *_rules(mentee, mentor, terms, apart),
        *_avoided(mentee, mentor, named=True),
        *_missing(mentee, mentor),
        *_avoided(mentee, mentor, named=False),
    )


def _found(mentee: Mentee, mentor: Mentor) -> Iterator[Reason | None]:
    met = mentee.wants & mentor.offers
    been, job = mentee.faces & mentor.been, mentee.hopes & mentor.work
    yield _reason(For.TOPICS, met)
    yield _reason(For.BEEN, been)
    yield _reason(For.JOB, job)
    yield _reason(For.HOPES, (mentee.hopes & mentor.knows) - met - been - job)
    yield _times(mentee, mentor)
    yield _reason(For.INTERESTS, mentee.interests & mentor.interests)
    yield _language(mentee, mentor)
    yield _talk(mentee, mentor)
    if mentee.matters == For.PATIENT and fit.patient(mentor) == 1:
        yield Reason(For.PATIENT)
    if mentor.answers is not None and mentor.answers <= WITHIN_A_DAY:
        yield Reason(For.SOON)


def _times(mentee: Mentee, mentor: Mentor) -> Reason | None:
    both = mentee.free & mentor.free
    if week.hours(both) < fit.AT_LEAST:
        return None
    here, there = (week.written(week.at_home(both, one.offset)) for one in (mentee, mentor))
    return Reason(For.TIMES, here, there)


def _language(mentee: Mentee, mentor: Mentor) -> Reason | None:
    """Worth a word where they do not write in the same one, or where it matters most."""
    if mentee.matters == For.LANGUAGE:
        first = mentee.languages[0]
        return Reason(For.LANGUAGE, (first,)) if first in mentor.languages else None
    shared = _languages(mentee, mentor)
    return shared if shared.these and mentee.languages[0] != mentor.languages[0] else None


def _languages(mentee: Mentee, mentor: Mentor) -> Reason:
    return Reason(For.LANGUAGE, tuple(one for one in mentee.languages if one in mentor.languages))


def _talk(mentee: Mentee, mentor: Mentor) -> Reason | None:
    if fit.talk(mentee.style, mentor.style) < fit.COMPLEMENT:
        return None
    return Reason(For.TALK, (mentee.style,), (mentor.style,))


def _rules(mentee: Mentee, mentor: Mentor, terms: Terms, apart: Apart) -> Iterator[Reason]:
    for rule in rules.broken(mentee, mentor, terms, apart):
        match rule:
            case Rule.AVOIDED | Rule.ZONE:
                continue  # told below, with what they said and how far it is
            case Rule.SAME:
                yield Reason(Against.RULE, (rule, *terms.same))
            case Rule.DIFFERENT:
                yield Reason(Against.RULE, (rule, *terms.different))
            case _:
                yield Reason(Against.RULE, (rule,))


def _avoided(mentee: Mentee, mentor: Mentor, named: bool) -> Iterator[Reason]:
    """Whom they would rather not meet: first who has named the other."""
    for one, other in ((mentee, mentor), (mentor, mentee)):
        if one.avoided and rules.avoids(one, other) == named:
            yield Reason(Against.AVOIDS, (str(one.id),))


def _missing(mentee: Mentee, mentor: Mentor) -> Iterator[Reason]:
    found = {one.kind for one in _found(mentee, mentor) if one}
    if mentee.matters and mentee.matters not in found:
        yield Reason(Against.UNMET, (mentee.matters,))
    if mentee.wants and mentor.offers and For.TOPICS not in found:
        yield Reason(Against.TOPICS)
    unknown = [str(one.id) for one in (mentee, mentor) if not one.free]
    if unknown:
        yield Reason(Against.UNKNOWN, tuple(unknown[:1]))
    elif For.TIMES not in found:
        yield Reason(Against.TIMES)
    if (hours := rules.hours_apart(mentee, mentor)) >= FAR:
        yield Reason(Against.FAR, (f"{hours:g}",))
    if mentor.answers is not None and mentor.answers > DAYS:
        yield Reason(Against.LATE)


def _reason(kind: For, these: Topics) -> Reason | None:
    return Reason(kind, tuple(sorted(these))) if these else None


def _many(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else ()
