"""The meeting of two people: one state machine for both sides. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import cast
from zoneinfo import ZoneInfo

from transitions import Machine


@dataclass(frozen=True)
class Meeting:
    """What two people have agreed on so far: nothing, a time one of them proposed, or a booking.

    `starts` is the wall time in `zone`, as it was agreed; `by` the role of who proposed it. One by
    text has begun at a moment, ends at another, and one of the two wished for more time at a third.
    """

    state: str = "none"  # none, proposed, booked
    by: str = ""
    starts: str = ""
    zone: str = ""
    place: str = ""
    began: datetime | None = field(default=None, compare=False)
    ends: datetime | None = field(default=None, compare=False)
    longer: datetime | None = field(default=None, compare=False)

    @property
    def slot(self) -> str:
        """The instant, as ISO text in UTC: what a time is known by on both sides."""
        return slot_of(self.starts, self.zone) if self.starts else ""


@dataclass(frozen=True)
class Act:
    """Something one side does, or time: propose, accept, move, drop, pass."""

    trigger: str
    side: str = ""  # mentee, mentor; "" is time
    meeting: Meeting = Meeting()  # the time that is proposed, or that was accepted


A_DAY = "/P1D"
When = Callable[[Meeting, Act], bool]


class Stale(Exception):
    """The act speaks of how things stood before: nothing follows from it."""


def slot_of(starts: str, zone: str) -> str:
    """A wall time as an instant; in the hour that DST removes, the one after it."""
    at = datetime.fromisoformat(starts).replace(tzinfo=ZoneInfo(zone))
    return at.astimezone(UTC).isoformat(timespec="minutes")


def refused_of(wall: str, zone: str) -> str:
    """A wall time that somebody refused as an instant, a whole day as an interval of ISO 8601."""
    return slot_of(wall, zone) + ("" if "T" in wall else A_DAY)


def told(at: str, mine: str, theirs: str) -> str:
    """A time as it is told to one of the two: where clocks differ then, with the zone in which it
    is shown, as RFC 9557 writes it."""
    if not at or mine == theirs:
        return at
    moment = datetime.fromisoformat(at)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(mine))
    here, there = (moment.astimezone(ZoneInfo(zone)).utcoffset() for zone in (mine, theirs))
    return at if here == there else f"{at}[{mine}]"


def follow(meeting: Meeting, act: Act) -> Meeting:
    """The meeting after the act; raises Stale."""
    event = _machine().events.get(act.trigger)
    for row in event.transitions.get(meeting.state, ()) if event else ():
        if all(cast(When, one.func)(meeting, act) for one in row.conditions):
            return _arrived(meeting, act, str(row.dest))
    raise Stale(act.trigger)


def _arrived(meeting: Meeting, act: Act, state: str) -> Meeting:
    match state:
        case "none":
            return Meeting()
        case "proposed":
            return replace(act.meeting, state=state, by=act.side)
        case _:
            return replace(meeting, state=state)


def _anew(meeting: Meeting, act: Act) -> bool:
    return meeting.slot != act.meeting.slot or meeting.place != act.meeting.place


def _of_the_other(meeting: Meeting, act: Act) -> bool:
    """The very time that the other side proposed, wherever that is to be."""
    return meeting.by != act.side and meeting.slot == act.meeting.slot


def _elsewhere(meeting: Meeting, act: Act) -> bool:
    """That time, at another place than the other side said."""
    return _of_the_other(meeting, act) and meeting.place != act.meeting.place


def _same_time_elsewhere(meeting: Meeting, act: Act) -> bool:
    """The time that is booked, at another place."""
    return meeting.slot == act.meeting.slot and meeting.place != act.meeting.place


def _same_time(meeting: Meeting, act: Act) -> bool:
    """The time that is booked, as the first of a series."""
    return meeting.slot == act.meeting.slot


ROWS: tuple[tuple[str, str, str, *tuple[When, ...]], ...] = (
    # trigger, from, to, when
    ("propose", "none", "proposed"),
    ("propose", "proposed", "booked", _of_the_other),
    ("propose", "proposed", "proposed", _anew),
    ("relocate", "proposed", "proposed", _elsewhere),
    ("relocate", "proposed", "booked", _of_the_other),
    ("relocate", "booked", "proposed", _same_time_elsewhere),
    ("extend", "booked", "proposed", _same_time),
    ("accept", "proposed", "booked", _of_the_other),
    ("move", "proposed", "none"),
    ("move", "booked", "none"),
    ("drop", "proposed", "none"),
    ("drop", "booked", "none"),
    ("pass", "booked", "none"),
    ("pass", "proposed", "none"),
)


@cache
def _machine() -> Machine:
    machine = Machine(
        model=None, states=["none", "proposed", "booked"], initial="none", auto_transitions=False
    )
    for trigger, source, dest, *when in ROWS:
        machine.add_transition(trigger, source, dest, conditions=list(when))
    return machine
