"""What others hear of a batch: at once as an internal event in their inbox, later as a timer."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from assistant.coordinators.desk import AT_ONCE
from assistant.schedule import quiet_hours
from assistant.turns.context import Decided
from assistant.turns.internal_events import codec
from assistant.turns.internal_events.events import HandoverAdded, Matched
from storage import handovers, timers
from storage.inbox import inside
from storage.mentoring import matches
from storage.people import addresses, participants, worlds


def deliver(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """What others have to hear: at once as internal events, later as timers."""
    told = [row for one in decided for row in one.outcome.news]
    told += _matched(db, decided, now)
    told += _handed_over(db, decided, now)
    at_once = [row for row in told if row["at"] <= now]
    later = [
        {"person_id": row["to"], "cause": row["cause"], "due_at": row["at"]}
        | {"news": row["news"], "waits": False}
        for row in told
        if row["at"] > now
    ]
    if later:
        timers.add(db, later)
    if at_once:
        reached = addresses.best(db, [row["to"] for row in at_once])
        inside.tell(db, [_inside(row, reached, now) for row in at_once])


def _inside(
    row: dict[str, Any], reached: Mapping[int, addresses.Reached], now: datetime
) -> dict[str, Any]:
    there = reached.get(row["to"])
    address = there.id if there else None
    return inside.row(row["to"], address, row["cause"], json.dumps(row["news"]), now)


def _matched(db: Connection, decided: Sequence[Decided], now: datetime) -> list[dict[str, Any]]:
    """Matches are opened, and both people of each hear of it."""
    rows = [row for one in decided for row in one.outcome.paired]
    if not rows:
        return []
    ids = matches.open_(db, rows)
    people = [one for row in rows for one in (row.mentor_id, row.mentee_id)]
    zones = {key: side.zone for key, side in matches.sides(db, people).items()}
    return [
        {
            "to": person,
            "at": quiet_hours.within(now, zones[person]),
            "cause": f"{side}:{match}",
        }
        | {"news": codec.stored(Matched(match))}
        for match, row in zip(ids, rows, strict=True)
        for side, person in (("mentor_id", row.mentor_id), ("mentee_id", row.mentee_id))
    ]


def _handed_over(db: Connection, decided: Sequence[Decided], now: datetime) -> list[dict[str, Any]]:
    """The coordinators' lists; what should not wait is told to every coordinator with a phone,
    and what answers one of them to that one."""
    rows = [dict(row) for one in decided for row in one.outcome.handovers]
    if not rows:
        return []
    to = [row.pop("to", None) for row in rows]
    ids = handovers.add(db, rows)
    people = participants.coordinators(db, [row["programme_id"] for row in rows])
    theirs = {one for some in people.values() for one in some}
    at_phones = worlds.simulated(db, sorted(theirs | {row["person_id"] for row in rows}))
    urgent = [
        (number, row, coordinator)
        for number, row, only in zip(ids, rows, to, strict=True)
        if row["kind"] in AT_ONCE
        for coordinator in _told_of(people.get(row["programme_id"], ()), only)
        if (coordinator in at_phones) == (row["person_id"] in at_phones)
    ]
    everybody = sorted({coordinator for _, _, coordinator in urgent})
    zones = {key: side.zone for key, side in matches.sides(db, everybody).items()}
    return [
        {
            "to": coordinator,
            "at": now if row["kind"] == "worry" else quiet_hours.within(now, zones[coordinator]),
            "cause": f"handover:{number}:{coordinator}",
            "news": codec.stored(HandoverAdded(number, row["programme_id"])),
        }
        for number, row, coordinator in urgent
    ]


def _told_of(coordinators: Sequence[int], only: int | None) -> Sequence[int]:
    """The one it is meant for, while they still coordinate; else all of them."""
    return [only] if only is not None and only in coordinators else coordinators
