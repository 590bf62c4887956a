"""A broadcast on its way: fed into the outbox as hours, budget and opt-outs allow."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from assistant import budget, hours
from assistant.channels import segments
from storage import broadcasts, messages
from storage.broadcasts import Waiting
from storage.tables import Priority, Status

A_MOMENT = timedelta(seconds=5)
LOOKED_BACK = 2 * budget.WEEK


def step(db: Connection, now: datetime, most: int, told: Collection[int] = ()) -> int:
    """Feed those whose time has come; how many were looked at.

    Who is `told` something at this very moment hears that first, and this when the budget allows.
    """
    late = broadcasts.wait_again(db, now, most)
    waiting = broadcasts.waiting(db, now, most)
    people = [one.person_id for one in waiting]
    spent = messages.spent(db, people, now - LOOKED_BACK) if people else {}
    fed = []
    for one in waiting:
        if one.person_id in told:
            broadcasts.put_off(db, one.id, now + A_MOMENT)
        elif _may_leave(db, one, spent, now):
            fed.append(one)
            spent[one.person_id] = [*spent.get(one.person_id, ()), now]  # of two, one leaves
    broadcasts.feed(db, fed, [_message(one, now) for one in fed])
    if not waiting:
        broadcasts.finish(db)
    return max(late, len(waiting))


def _may_leave(
    db: Connection, one: Waiting, spent: Mapping[int, list[datetime]], now: datetime
) -> bool:
    """Whether it may leave now; else it is put off, or never goes."""
    if code := _never(one, now):
        broadcasts.suppress(db, one.id, code)
        return False
    at = budget.next_at(spent.get(one.person_id, ()), now, one.zone, one.fewer)
    if at > now:
        broadcasts.put_off(db, one.id, at)
    return at <= now


def _never(one: Waiting, now: datetime) -> str:
    if one.stopped_at:
        return "stopped"
    if one.channel is None:
        return "unreachable"
    return "paused" if one.paused_until and one.paused_until > now else ""


def _message(one: Waiting, now: datetime) -> dict[str, Any]:
    assert one.channel is not None
    texted = one.channel.endswith("sms")
    return {
        "person_id": one.person_id,
        "address_id": one.address_id,
        "direction": "out",
        "sender": one.sender,
        "kind": "",
        "text": one.text,
        "asked": None,
        "broadcast_id": one.broadcast_id,
        "buttons": None,
        "status": Status.QUEUED,
        "priority": Priority.BROADCAST,
        "due_at": now,
        "send_before": hours.until(now, one.zone),
        "segments": segments.count(one.text) if texted else 0,
        "created_at": now,
    }
