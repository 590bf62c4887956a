"""Two people turn out to be one: what the newcomer has written and left becomes the other's."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, delete, func, select, update

from storage.people import addresses, claims, names
from storage.tables import (
    Address,
    Claim,
    Concern,
    ConcernLine,
    Entry,
    Handover,
    Message,
    Participant,
    Person,
    Run,
    Timer,
    table,
)

A, C, H, M, P = (table(one) for one in (Address, Claim, Handover, Message, Person))
# What tells of the newcomer, and stays with whoever they are.
_MOVED = tuple(table(one) for one in (Entry, Handover, Concern, ConcernLine))
# What was asked of them as a stranger.
_DROPPED = tuple(table(one) for one in (Run, Timer, Participant))
_WAITS = (M.c.direction == "in", M.c.answered_at.is_(None))


class Merge(NamedTuple):
    """Who has claimed to be somebody is that person; `left` are the addresses that are theirs no
    more."""

    person_id: int
    newcomer_id: int
    address_id: int  # the newcomer's
    left: tuple[int, ...]
    by: str


def free(db: Connection, newcomer: int) -> bool:
    """Whether nothing that they wrote is being decided about just now."""
    theirs = (M.c.person_id == newcomer, *_WAITS)
    waits = db.execute(select(func.count()).where(*theirs)).scalar_one()
    query = select(M.c.id).where(*theirs).order_by(M.c.id)
    return len(db.execute(query.with_for_update(key_share=True, skip_locked=True)).all()) == waits


def merge(db: Connection, one: Merge, now: datetime) -> None:
    """Their address, their texts and what is kept of them go to the other; who they were stays
    behind, and names the other to whatever still comes for them."""
    addresses.leave(db, one.left, now)
    new = {"person_id": one.person_id, "heard_at": now, "unreachable_at": None, "doubted_at": None}
    db.execute(update(A).where(A.c.id == one.address_id).values(new))
    inside = (M.c.person_id == one.newcomer_id, *_WAITS, M.c.sender == "inside")
    db.execute(update(M).where(*inside).values(answered_at=now))
    nowhere = and_(M.c.address_id.is_(None), M.c.person_id == one.newcomer_id)
    for texts in (M.c.address_id == one.address_id, nowhere):  # each by an index of its own
        db.execute(update(M).where(texts).values(person_id=one.person_id))
    asked = (H.c.person_id == one.newcomer_id, H.c.kind == "claim", H.c.closed_at.is_(None))
    db.execute(update(H).where(*asked).values(closed_at=now))
    for whose in _MOVED:
        theirs = update(whose).where(whose.c.person_id == one.newcomer_id)
        db.execute(theirs.values(person_id=one.person_id))
    for gone in _DROPPED:
        db.execute(delete(gone).where(gone.c.person_id == one.newcomer_id))
    claims.settle(db, one.newcomer_id, claims.MERGED, one.by, now)
    claimed = update(C).where(C.c.person_id == one.newcomer_id)
    db.execute(claimed.values(person_id=one.person_id))
    empty = {"name": None, "echo": None, "undo": None, "merged_id": one.person_id}
    db.execute(update(P).where(P.c.id == one.newcomer_id).values(empty))
    names.forget(db, [one.newcomer_id])
