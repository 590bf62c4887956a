"""What others hear of a batch: at once as an internal event in their inbox, later as a timer."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection

from assistant.coordinators import offered
from assistant.coordinators.desk import AT_ONCE
from assistant.internal_events import codec
from assistant.internal_events.kinds import EventFor, HandoverAdded
from assistant.schedule import quiet_hours
from assistant.turns.context import Decided
from assistant.turns.internal_events import questions
from storage import handovers, timers
from storage.inbox import inside
from storage.inbox.received import InboundMessage
from storage.mentoring import matches
from storage.people import addresses, participants, worlds
from storage.timers import NewTimer


def deliver(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """What others have to hear: at once as internal events, later as timers."""
    later = [one for turn in decided for one in turn.outcome.timers]
    told = [one for turn in decided for one in turn.outcome.told]
    told += offered.open_(db, [row for one in decided for row in one.outcome.paired], now)
    told += _handed_over(db, decided, now)
    at_once = [one for one in told if one.at <= now]
    later += [one for one in told if one.at > now]
    if later:
        timers.add(db, [_timer(one) for one in later])
    if at_once:
        reached = addresses.best(db, [one.person for one in at_once])
        inside.tell(db, [_inside(one, reached, now) for one in at_once])


def _timer(one: EventFor) -> NewTimer:
    return NewTimer(one.person, one.cause, one.at, codec.stored(one.event), one.waits)


def _inside(
    one: EventFor, reached: Mapping[int, addresses.Reached], now: datetime
) -> InboundMessage:
    there = reached.get(one.person)
    return inside.row(
        one.person, there.id if there else None, one.cause, codec.text(one.event), now
    )


def _handed_over(db: Connection, decided: Sequence[Decided], now: datetime) -> list[EventFor]:
    """The coordinators' lists; what should not wait is told to every coordinator with a phone,
    and what answers one of them to that one."""
    handed = [one for turn in decided for one in turn.outcome.handovers]
    if not handed:
        return []
    rows = [one.handover for one in handed]
    ids = handovers.add(db, rows)
    if overdue := [_timer(one) for one in questions.timers(decided, ids)]:
        timers.add(db, overdue)
    programmes = [row.programme_id for row in rows if row.programme_id is not None]
    people = participants.coordinators(db, programmes)
    theirs = {one for some in people.values() for one in some}
    at_phones = worlds.simulated(db, sorted(theirs | {row.person_id for row in rows}))
    urgent = [
        (coordinator, HandoverAdded(number, row.programme_id))
        for number, (row, only, told) in zip(ids, handed, strict=True)
        if told and row.kind in AT_ONCE and row.programme_id is not None
        for coordinator in _told_of(people.get(row.programme_id, ()), only)
        if (coordinator in at_phones) == (row.person_id in at_phones)
    ]
    everybody = sorted({coordinator for coordinator, _ in urgent})
    zones = {key: side.zone for key, side in matches.sides(db, everybody).items()}
    return [
        EventFor(
            coordinator,
            f"handover:{event.handover}:{coordinator}",
            quiet_hours.within(now, zones[coordinator]),
            event,
        )
        for coordinator, event in urgent
    ]


def _told_of(coordinators: Sequence[int], only: int | None) -> Sequence[int]:
    """The one it is meant for, while they still coordinate; else all of them."""
    return [only] if only is not None and only in coordinators else coordinators
