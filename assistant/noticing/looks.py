"""What is worth a look in a match, and when it is looked at next. Pure.

What was noticed is kept by what it began with: once that is over, it may be noticed anew.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from assistant.programmes.noticing import Noticing
from storage.tables import Json

UNBOOKED, NO_CONTACT = "unbooked", "no_contact"
OFFERED = 4  # the last step of a silence; the first three are for words alone
SLOWLY = 1.5  # times as long as they agreed on


class Wait(NamedTuple):
    """Since when somebody waits for the other; `asked` in words, else about a time to meet."""

    since: datetime
    asked: bool


@dataclass(frozen=True)
class Standing:
    """How two people stand: who waits (by role), when they last talked, what is booked."""

    opened_at: datetime
    contact: datetime
    waits: Mapping[str, Wait] = field(default_factory=dict)
    interval: timedelta = timedelta(0)  # that they agreed on
    booked: bool = False  # a meeting, ever
    ahead: bool = False  # a meeting is still to come
    texting: bool = False  # they have agreed to meet by text


class Noticed(NamedTuple):
    """Something new: a step of a silence by the role of who waits, or something for the list."""

    about: str  # a role, UNBOOKED or NO_CONTACT
    since: datetime
    step: int = 1


class Look(NamedTuple):
    """What a look at a match comes to."""

    found: list[Noticed]
    noticed: Json  # to be kept
    next_at: datetime | None  # when there may be something new, as far as that is known


class _Kept(NamedTuple):
    """What was noticed of one thing: since when it goes on, up to which step, and when that was."""

    since: str
    step: int
    at: str


class _Step(NamedTuple):
    """The next step of one thing: when it is due."""

    noticed: Noticed
    at: datetime


def look(rules: Noticing, stands: Standing, kept: Json, now: datetime) -> Look:
    """What is new by now; of each thing at most one step at a time."""
    steps = list(_steps(rules, stands, kept))
    due = [one.noticed for one in steps if one.at <= now]
    goes_on = {about: kept[about] for about, since in _begun(stands) if _same(kept, about, since)}
    new = {one.about: [one.since.isoformat(), one.step, now.isoformat()] for one in due}
    later = [one.at for one in steps if one.at > now]
    return Look(due, {**goes_on, **new}, min(later, default=None))


def _begun(stands: Standing) -> Iterator[tuple[str, datetime]]:
    """What goes on between them, and since when."""
    yield UNBOOKED, stands.opened_at
    yield NO_CONTACT, stands.contact
    for role, wait in stands.waits.items():
        yield role, wait.since


def _same(kept: Json, about: str, since: datetime) -> bool:
    return about in kept and _Kept(*kept[about]).since == since.isoformat()


def _steps(rules: Noticing, stands: Standing, kept: Json) -> Iterator[_Step]:
    for role, wait in stands.waits.items():
        before = _step_before(kept, role, wait.since)
        step = (before.step if before else 0 if wait.asked else OFFERED - 1) + 1
        if step <= OFFERED:
            yield _Step(
                Noticed(role, wait.since, step), _at(rules.silence, wait.since, step, before)
            )
    if not (stands.booked or stands.texting) and not _same(kept, UNBOOKED, stands.opened_at):
        at = stands.opened_at + timedelta(days=rules.first_meeting)
        yield _Step(Noticed(UNBOOKED, stands.opened_at), at)
    if (stands.booked or stands.texting) and not stands.ahead:
        yield from _contact(rules, stands, kept)


def _at(days: tuple[int, ...], since: datetime, step: int, before: _Kept | None) -> datetime:
    """A step is never nearer to the one before than it should be, however late that came."""
    at = since + timedelta(days=days[step - 1])
    if before is None:
        return at
    apart = timedelta(days=days[step - 1] - days[step - 2])
    return max(at, datetime.fromisoformat(before.at) + apart)


def _contact(rules: Noticing, stands: Standing, kept: Json) -> Iterator[_Step]:
    """No contact for long, and once more when it has come to a standstill."""
    before = _step_before(kept, NO_CONTACT, stands.contact)
    step = (before.step if before else 0) + 1
    if step <= 2:
        days = timedelta(days=(rules.contact, rules.stalled)[step - 1])
        at = stands.contact + max(days, step * SLOWLY * stands.interval)
        yield _Step(Noticed(NO_CONTACT, stands.contact, step), at)


def _step_before(kept: Json, about: str, since: datetime) -> _Kept | None:
    return _Kept(*kept[about]) if _same(kept, about, since) else None
