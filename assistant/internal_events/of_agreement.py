"""What two people agree on: when they are asked, and what each hears of it."""

from dataclasses import dataclass, field

from assistant.internal_events.named import Named
from flows.engine.values import Facts


class _OfAgreement(Named, kind="agreement"):
    """About the terms of a match."""


@dataclass(frozen=True)
class TermsDue(_OfAgreement, what="due"):
    """It is time that the two agree on something, for the `count`th time."""

    match: int
    count: int = 1


@dataclass(frozen=True)
class TermsAsked(_OfAgreement, what="asked"):
    """The other side has agreed to that version, or made it."""

    match: int
    version: int


@dataclass(frozen=True)
class TermsOverdue(_OfAgreement, what="overdue"):
    """They have not answered about that version, for the `count`th time."""

    match: int
    version: int
    count: int


@dataclass(frozen=True)
class TermsUnanswered(_OfAgreement, what="unanswered"):
    """The other side has not answered about that version, and a person looks into it."""

    match: int
    version: int


@dataclass(frozen=True)
class TermsSettled(_OfAgreement, what="settled"):
    """The other side agrees to that version as well."""

    match: int
    version: int


@dataclass(frozen=True)
class TermsStay(_OfAgreement, what="stay"):
    """It stays as it was agreed in that version."""

    match: int
    version: int


@dataclass(frozen=True)
class TermsOkayed(_OfAgreement, what="okayed"):
    """A guardian (of that role) or a coordinator agrees to that version. Both sides are given it:
    the first to take a turn does it."""

    match: int
    version: int
    by: str


@dataclass(frozen=True)
class LastDayNear(_OfAgreement, what="last_day"):
    """Some weeks before the last day (ISO), for the `count`th time."""

    match: int
    day: str
    count: int


@dataclass(frozen=True)
class WardTerms(_OfAgreement, what="ward"):
    """To a guardian: is it all right what `child`, of that role, and `other` agree on?"""

    match: int
    version: int
    programme: int
    role: str
    child: str
    other: str
    terms: Facts = field(repr=False)


@dataclass(frozen=True)
class WardTermsOverdue(_OfAgreement, what="ward_overdue"):
    """To a guardian, for the `count`th time: they have not answered yet."""

    match: int
    version: int
    count: int


OfAgreement = (
    TermsDue
    | TermsAsked
    | TermsOverdue
    | TermsUnanswered
    | TermsSettled
    | TermsStay
    | TermsOkayed
    | LastDayNear
    | WardTerms
    | WardTermsOverdue
)
