"""Participants: people's enrolments in programmes, with the answers of their intake."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from storage import bulk
from storage.among import among
from storage.tables import Participant, table

N = table(Participant)

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
    profile: Mapping[str, Any]


def enrolments(db: Connection, people: Sequence[int]) -> dict[int, list[Enrolment]]:
    found: dict[int, list[Enrolment]] = defaultdict(list)
    for one in bulk.read(db, _ENROLLED, {"people": people}, Enrolment):
        found[one.person_id].append(one)
    return found


def profiles(
    db: Connection, people: Sequence[int]
) -> dict[tuple[int, int, str], Mapping[str, Any]]:
    """The answers of people, by person, programme and role."""
    rows = db.execute(_PROFILES, {"people": people}).all()
    return {(row.person_id, row.programme_id, row.role): row.profile for row in rows}


def coordinators(db: Connection, programmes: Sequence[int]) -> dict[int, list[int]]:
    """The people who coordinate each programme, and have agreed to be written to."""
    found: dict[int, list[int]] = defaultdict(list)
    query = select(N.c.programme_id, N.c.person_id).where(
        N.c.programme_id.in_(programmes),
        N.c.role == "coordinator",
        N.c.state.in_(("consented", "ready")),
    )
    for programme, person in db.execute(query):
        found[programme].append(person)
    return found


def enrol(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    db.execute(insert(N), rows)


def change(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep state and profile: `person`, `programme`, `in_role`, `new_state`, `new_profile`."""
    which = (
        N.c.person_id == bindparam("person"),
        N.c.programme_id == bindparam("programme"),
        N.c.role == bindparam("in_role"),
    )
    values: dict[str, Any] = {"state": bindparam("new_state"), "profile": bindparam("new_profile")}
    db.execute(update(N).where(*which).values(values), rows)
