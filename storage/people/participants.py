"""Participants: people's enrolments in programmes, with the answers of their intake."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, exists, or_, select

from storage import bulk
from storage.among import among
from storage.tables import Json, Participant, Person, table

N, P = table(Participant), table(Person)

# States of those who may be written to; who has finished waits for nobody.
AGREED = ("consented", "ready", "finished")

_ENROLLED = (
    select(N.c.person_id, N.c.programme_id, N.c.role, N.c.state, N.c.profile)
    .where(among(N.c.person_id, "people"))
    .order_by(N.c.id)
)
_PROFILES = select(N.c.person_id, N.c.programme_id, N.c.role, N.c.profile).where(
    among(N.c.person_id, "people")
)


class Enrolment(NamedTuple):
    person_id: int
    programme_id: int
    role: str
    state: str
    profile: Json


class NewEnrolment(NamedTuple):
    """An enrolment to be added."""

    person_id: int
    programme_id: int
    role: str
    state: str
    profile: Json
    created_at: datetime


class ChangedEnrolment(NamedTuple):
    """The state and the profile of an enrolment, as they are now."""

    person_id: int
    programme_id: int | None
    role: str
    state: str
    profile: Json


_CHANGED = bulk.changing(N, ChangedEnrolment._fields, by=("person_id", "programme_id", "role"))


def agreed(enrolments: Iterable[Enrolment]) -> bool:
    """Whether they have agreed to be written to, in whichever programme."""
    return any(one.state in AGREED for one in enrolments)


def newest(enrolments: Sequence[Enrolment]) -> Enrolment | None:
    """The newest of those they agreed to, else the newest of all; who answers for a child and
    takes part as well is spoken to as who takes part."""
    if len(enrolments) == 1:
        return enrolments[0]
    chosen = [one for one in enrolments if one.state in AGREED]
    own = [one for one in chosen if one.role != "guardian"]
    return next(reversed(own or chosen or enrolments), None)


def enrolments(db: Connection, people: Sequence[int]) -> dict[int, list[Enrolment]]:
    found: dict[int, list[Enrolment]] = defaultdict(list)
    for one in bulk.read(db, _ENROLLED, {"people": people}, Enrolment):
        found[one.person_id].append(one)
    return found


def profiles(db: Connection, people: Sequence[int]) -> dict[tuple[int, int, str], Json]:
    """The answers of people, by person, programme and role."""
    rows = db.execute(_PROFILES, {"people": people}).all()
    return {(row.person_id, row.programme_id, row.role): row.profile for row in rows}


def gone(db: Connection, programme: int, people: Sequence[int]) -> bool:
    """Whether one of these people has left a programme, or opted out."""
    stopped = exists().where(P.c.id == N.c.person_id, P.c.stopped_at.is_not(None))
    mine = (N.c.programme_id == programme, N.c.person_id.in_(people))
    found = select(N.c.id).where(*mine, or_(N.c.state == "left", stopped))
    return db.execute(found).first() is not None


def coordinators(db: Connection, programmes: Sequence[int]) -> dict[int, list[int]]:
    """The people who coordinate each programme, and have agreed to be written to."""
    found: dict[int, list[int]] = defaultdict(list)
    query = select(N.c.programme_id, N.c.person_id).where(
        N.c.programme_id.in_(programmes),
        N.c.role == "coordinator",
        N.c.state.in_(AGREED),
    )
    for programme, person in db.execute(query):
        found[programme].append(person)
    return found


def enrol(db: Connection, rows: Sequence[NewEnrolment]) -> None:
    bulk.insert(db, N, rows)


def change(db: Connection, rows: Sequence[ChangedEnrolment]) -> None:
    """Keep states and profiles, in this order."""
    bulk.update(db, _CHANGED, rows)
