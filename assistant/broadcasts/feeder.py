"""A broadcast under way: fed into the outbox as quiet hours, frequency cap and opt-outs allow."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.channels.sms import segments
from assistant.schedule import frequency_cap, quiet_hours
from storage import broadcasts, history
from storage.broadcasts import recipients
from storage.broadcasts.recipients import DueRecipient
from storage.outbox.waiting import OutboundMessage
from storage.people import persons
from storage.tables import Priority

A_MOMENT = timedelta(seconds=5)
LOOKED_BACK = 2 * frequency_cap.WEEK


def step(db: Connection, now: datetime, most: int, told: Collection[int] = ()) -> int:
    """Feed those whose time has come; how many were looked at.

    Who is `told` something at this very moment hears that first, and this when the frequency cap
    allows.
    """
    late = recipients.wait_again(db, now, most)
    waiting = recipients.claim(db, now, most)
    if waiting:
        _decide(db, waiting, frozenset(told), now)
    else:
        broadcasts.finish(db)
    return max(late, len(waiting))


def _decide(
    db: Connection, waiting: Sequence[DueRecipient], told: frozenset[int], now: datetime
) -> None:
    """Each may leave now, or is put off, or never goes."""
    people = [one.person_id for one in waiting]
    # A proactive text that a turn is about to send counts once it has been kept.
    free = persons.lock_if_free(db, people) - told
    spent = history.spent(db, people, now - LOOKED_BACK)
    fed: list[DueRecipient] = []
    later: dict[int, datetime] = {}
    never: dict[int, str] = {}
    for one in waiting:
        theirs = spent.setdefault(one.person_id, [])
        if why := _never(one, now):
            never[one.id] = why
        elif one.person_id not in free:
            later[one.id] = now + A_MOMENT
        elif (at := frequency_cap.next_at(theirs, now, one.zone, one.fewer)) > now:
            later[one.id] = at
        else:
            fed.append(one)
            theirs.append(now)  # another broadcast may wait for them as well
    if never:
        recipients.suppress(db, never)
    if later:
        recipients.put_off(db, later)
    recipients.feed(db, fed, [_message(one, now) for one in fed])


def _never(one: DueRecipient, now: datetime) -> str:
    if one.stopped_at:
        return "stopped"
    if not one.agreed:
        return "left"
    if one.channel is None:
        return "unreachable"
    return "paused" if one.paused_until and one.paused_until > now else ""


def _message(one: DueRecipient, now: datetime) -> OutboundMessage:
    assert one.channel is not None
    assert one.sender is not None
    texted = one.channel.endswith("sms")
    text = f"{one.name}: {one.text}" if one.name else one.text
    return OutboundMessage(
        person_id=one.person_id,
        address_id=one.address_id,
        sender=one.sender,
        kind="",
        text=text,
        priority=Priority.BROADCAST,
        due_at=now,
        turn_at=now,
        created_at=now,
        segments=segments.count(text) if texted else 0,
        send_before=quiet_hours.until(now, one.zone),
        broadcast_id=one.broadcast_id,
    )
