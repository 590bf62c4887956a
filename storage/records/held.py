"""What is kept of somebody, in short: how many texts, since when, what they agreed to."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select

from storage.records import about
from storage.tables import Address, Entry, Goal, Match, Meeting, Message, Person, table

A, G, L, M = table(Address), table(Goal), table(Entry), table(Message)
P, T, W = table(Person), table(Match), table(Meeting)

INSIDE = "inside"  # the sender of an internal event, which nobody wrote


class Held(NamedTuple):
    """What a few texts can tell of it."""

    handle: str
    since: datetime | None
    texts: int
    meetings: int
    goals: Sequence[str]
    agreed_at: datetime | None
    wording: str  # of what they agreed to


def of(db: Connection, person: int) -> Held:
    texts = (about.theirs(M, person), M.c.sender != INSIDE)
    count, since = db.execute(select(func.count(), func.min(M.c.created_at)).where(*texts)).one()
    goals = select(G.c.text).where(G.c.person_id == person, G.c.state == "active")
    handle = select(A.c.handle).where(A.c.person_id == person).order_by(A.c.id.desc()).limit(1)
    matches = select(T.c.id).where(or_(T.c.mentor_id == person, T.c.mentee_id == person))
    booked = (W.c.match_id.in_(matches), W.c.booked_at.is_not(None))
    agreed = (
        select(L.c.at, L.c.wording)
        .where(
            L.c.person_id == person, L.c.flow.in_(("consent", "guardian")), L.c.kind == "answered"
        )
        .order_by(L.c.id.desc())
        .limit(1)
    )
    at, wording = db.execute(agreed).one_or_none() or (None, "")
    return Held(
        handle=db.execute(handle).scalar() or "",
        since=since,
        texts=count,
        meetings=db.execute(select(func.count()).where(*booked)).scalar_one(),
        goals=list(db.execute(goals.order_by(G.c.id)).scalars()),
        agreed_at=at,
        wording=wording,
    )
