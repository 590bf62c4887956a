"""Questions that wait for a coordinator, and who could answer them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage.people import worlds
from storage.people.participants import AGREED
from storage.tables import Handover, Participant, Person, Role, table

H, N, P = table(Handover), table(Participant), table(Person)


class Coordinator(NamedTuple):
    """Who coordinates, and can be written to."""

    person_id: int
    name: str | None
    zone: str


class Question(NamedTuple):
    """A question that nobody has answered; those who could, first who came first."""

    programme_id: int
    created_at: datetime
    coordinators: Sequence[Coordinator]


def waiting(db: Connection, handover: int, now: datetime) -> Question | None:
    """The question, unless it is done; `coordinators` without who has stopped or rests."""
    query = select(H.c.programme_id, H.c.created_at, H.c.person_id)
    found = db.execute(query.where(H.c.id == handover, H.c.closed_at.is_(None))).first()
    if found is None or found.programme_id is None:
        return None
    simulated = found.person_id in worlds.simulated(db, [found.person_id])
    theirs = (
        select(P.c.id, P.c.name, P.c.zone, P.c.paused_until)
        .join(N, N.c.person_id == P.c.id)
        .where(N.c.programme_id == found.programme_id, N.c.role == Role.COORDINATOR)
        .where(N.c.state.in_(AGREED), P.c.stopped_at.is_(None))
        .where(worlds.of(P.c.id, simulated=simulated), P.c.id != found.person_id)
        .order_by(N.c.id)
    )
    there = [
        Coordinator(row.id, row.name, row.zone)
        for row in db.execute(theirs)
        if row.paused_until is None or row.paused_until <= now
    ]
    return Question(found.programme_id, found.created_at, there)
