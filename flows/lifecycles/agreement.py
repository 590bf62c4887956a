"""What two people agree on: one state machine for both, and for whoever else has to agree. Pure.

Each change makes a new version, which everybody is asked about anew: an okay counts for the
version that was shown and for no other. What was agreed before holds until the new one does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace

SIDES = frozenset({"mentee", "mentor"})
COORDINATOR = "coordinator"


@dataclass(frozen=True)
class Terms:
    """How often, how long (minutes), how, between which hours ("09:00"), until which day (ISO)."""

    often: str
    long: int
    how: str
    start: str
    end: str
    until: str

    def changes(self, before: "Terms") -> tuple[str, ...]:
        """What is different from before, by name."""
        names = (one.name for one in fields(self))
        return tuple(name for name in names if getattr(self, name) != getattr(before, name))


@dataclass(frozen=True)
class Version:
    """One version of the terms: who made it ("": nobody, or both), and who has agreed when.

    `was` is what it was made of, to which `knows` had agreed: they hear what is different.
    """

    number: int
    terms: Terms
    by: str = ""
    okays: Mapping[str, str] = field(default_factory=dict)
    was: Terms | None = None
    knows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Agreement:
    """What is asked about, and what holds; either may be nothing.

    `made` counts the versions, those that came to nothing too. `more` is what each said of the
    time after the last day: "more" or "finish".
    """

    asked: Version | None = None
    holds: Version | None = None
    made: int = 0
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def state(self) -> str:
        if self.asked:
            return "open"
        return "settled" if self.holds else "none"

    @property
    def newest(self) -> Version | None:
        return self.asked or self.holds


@dataclass(frozen=True)
class Act:
    """Something somebody does: begin, okay, change, keep (as it was), renew; about a version.

    `needs` is who has to agree, and `at` when it was done.
    """

    trigger: str
    side: str = ""
    version: int = 0
    terms: Terms | None = None
    needs: frozenset[str] = SIDES
    at: str = ""


When = Callable[[Agreement, Act], bool]


class Stale(Exception):
    """The act speaks of how things stood before: nothing follows from it."""


def follow(agreement: Agreement, act: Act) -> Agreement:
    """What two people agree on after the act; raises Stale."""
    for trigger, source, dest, after, *when in ROWS:
        there = (trigger, source) == (act.trigger, agreement.state)
        if there and all(holds(agreement, act) for holds in when):
            found = after(agreement, act)
            assert found.state == dest
            return found
    raise Stale(act.trigger)


def missing(agreement: Agreement, needs: frozenset[str]) -> frozenset[str]:
    """Who has not agreed yet to what is asked about."""
    return needs - agreement.asked.okays.keys() if agreement.asked else frozenset()


def _of_this(agreement: Agreement, act: Act) -> bool:
    """Whether the very version is meant that is asked about, or that holds."""
    newest = agreement.newest
    return newest is not None and newest.number == act.version


def _needed(agreement: Agreement, act: Act) -> bool:
    return act.side in act.needs


def _last(agreement: Agreement, act: Act) -> bool:
    """Whether nobody else has to agree."""
    return missing(agreement, act.needs) <= {act.side}


def _same(agreement: Agreement, act: Act) -> bool:
    """Whether just these terms are asked about: both have wished for the same."""
    return agreement.asked is not None and agreement.asked.terms == act.terms


def _as_it_was(agreement: Agreement, act: Act) -> bool:
    """Whether these terms hold anyway."""
    return agreement.holds is not None and agreement.holds.terms == act.terms


def _differs(agreement: Agreement, act: Act) -> bool:
    return not _as_it_was(agreement, act)


def _begun(agreement: Agreement, act: Act) -> Agreement:
    """A new version, to which whoever made it agrees."""
    assert act.terms is not None
    okays = {act.side: act.at} if act.side else {}
    number = agreement.made + 1
    new = Version(number, act.terms, act.side, okays, *_before(agreement, act.side))
    return replace(agreement, asked=new, made=number)


def _before(agreement: Agreement, side: str) -> tuple[Terms | None, tuple[str, ...]]:
    """What the new version differs from, for who has agreed to that; who changes it twice in a row
    has changed it once."""
    newest = agreement.newest
    if newest is None:
        return None, ()
    if agreement.asked and newest.by == side:
        return newest.was, newest.knows
    return newest.terms, tuple(sorted(SIDES & newest.okays.keys()))


def _okayed(agreement: Agreement, act: Act) -> Agreement:
    assert agreement.asked is not None
    okays = {act.side: act.at, **agreement.asked.okays}
    return replace(agreement, asked=replace(agreement.asked, okays=okays))


def _settled(agreement: Agreement, act: Act) -> Agreement:
    """It holds; what was said of more time was said of the one before."""
    return Agreement(holds=_okayed(agreement, act).asked, made=agreement.made)


def _kept(agreement: Agreement, act: Act) -> Agreement:
    return replace(agreement, asked=None)


def _held(agreement: Agreement, act: Act) -> bool:
    return agreement.holds is not None


ROWS: tuple[tuple[str, str, str, Callable[[Agreement, Act], Agreement], *tuple[When, ...]], ...] = (
    # trigger, from, to, what becomes of it, when
    ("begin", "none", "open", _begun),
    ("okay", "open", "settled", _settled, _of_this, _needed, _last),
    ("okay", "open", "open", _okayed, _of_this, _needed),
    ("change", "open", "settled", _settled, _same, _last),
    ("change", "open", "open", _okayed, _same),
    ("change", "open", "settled", _kept, _of_this, _as_it_was),
    ("change", "open", "open", _begun, _of_this),
    ("change", "settled", "open", _begun, _of_this, _differs),
    ("keep", "open", "settled", _kept, _of_this, _held),
    ("renew", "settled", "open", _begun, _of_this, _differs),
)
