"""Many people who are in the programme already, made at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert, select

from storage.sealing.sealed import find_by
from storage.tables import Address, Match, Participant, Person, table
from tests.phones import Phone, World


@dataclass(frozen=True)
class One:
    """Somebody in a programme, and where they are reached."""

    address: str
    role: str = "mentee"
    channel: str = "simulated_sms"
    name: str = "Jay"
    language: str = "en"
    zone: str = "America/New_York"
    programme: int = 1
    state: str = "ready"
    profile: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)  # columns of the person


def add(world: World, people: Sequence[One]) -> list[int]:
    """Add them all; their ids."""
    at = {"created_at": world.now}
    persons = [
        {"name": one.name, "language": one.language, "zone": one.zone}
        | {"stopped_at": None, "paused_until": None, "fewer": False}
        | one.more
        | at
        for one in people
    ]
    adding = insert(table(Person)).returning(table(Person).c.id, sort_by_parameter_order=True)
    with world.db.writing() as db:
        ids = list(db.execute(adding, persons).scalars())
        theirs = list(zip(ids, people, strict=True))
        db.execute(insert(table(Address)), [address(*each) | at for each in theirs])
        db.execute(insert(table(Participant)), [_enrolled(*each) | at for each in theirs])
    return ids


def phones(world: World, people: Sequence[One]) -> list[Phone]:
    """Add them all; their phones."""
    add(world, people)
    return [world.phone(one.address, one.channel) for one in people]


def find(world: World, address: str, channel: str = "simulated_sms") -> int:
    """The number of an address."""
    known = table(Address).c.digest == find_by(channel, address)
    with world.db.reading() as db:
        return db.execute(select(table(Address).c.id).where(known)).scalar_one()


def bring_together(
    world: World, pairs: Sequence[tuple[int, int]], state: str = "active"
) -> list[int]:
    """Open matches of mentors and mentees; their ids."""
    rows = [
        {"programme_id": 1, "mentor_id": mentor, "mentee_id": mentee, "paired_by": mentor}
        | {"reason": "You both love maths.", "opened_at": world.now}
        | {"state": state}
        for mentor, mentee in pairs
    ]
    adding = insert(table(Match)).returning(table(Match).c.id, sort_by_parameter_order=True)
    with world.db.writing() as db:
        return list(db.execute(adding, rows).scalars())


def address(person: int, one: One) -> dict[str, Any]:
    known = {"channel": one.channel, "sender": "simulated", "handle": one.address}
    return {"person_id": person, "digest": find_by(one.channel, one.address), **known}


def _enrolled(person: int, one: One) -> dict[str, Any]:
    profile = {"complete": True, **one.profile}
    where = {"programme_id": one.programme, "role": one.role, "state": one.state}
    return {"person_id": person, "profile": profile, **where}
