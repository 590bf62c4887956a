"""What people say of the terms on which two of them meet."""

from dataclasses import dataclass, field

from flows.engine.values import Facts


@dataclass(frozen=True)
class TermsAgreed:
    """One side agrees to the very terms that it was shown, of that version; 0: the first."""

    match: int
    version: int
    terms: Facts = field(repr=False)


@dataclass(frozen=True)
class TermsChanged:
    """One side would like these terms instead of those of that version."""

    match: int
    version: int
    terms: Facts


@dataclass(frozen=True)
class TermsKept:
    """One side would like to leave it as it was before that version."""

    match: int
    version: int


@dataclass(frozen=True)
class MoreTimeSaid:
    """Before the last day: whether one side would like more time; of what holds, by its version."""

    match: int
    version: int
    more: bool


@dataclass(frozen=True)
class WardTermsAgreed:
    """A guardian agrees to what their child (of that role) and somebody else agree on."""

    match: int
    version: int
    role: str


@dataclass(frozen=True)
class TermsApproved:
    """A coordinator agrees to what stands on the list by that number; `seen` is the newest of its
    repeats that was shown."""

    handover: int
    seen: int = field(default=0, repr=False)


TermsEvent = TermsAgreed | TermsChanged | TermsKept | MoreTimeSaid | WardTermsAgreed
