"""Who waits for others at a moment, and for what, by the tables alone."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.database import Database
from storage.tables import AgreementVersion, Handover, Match, Meeting, Participant, Person, table
from tests.year.record import Row, Waiting

E, H, N = table(Participant), table(Handover), table(Person)
G, T, V = table(Meeting), table(Match), table(AgreementVersion)
ASKED_FOR = ("ask", "call", "need", "reply", "switch")  # of a person, who waits for an answer


def look(db: Database, now: datetime) -> list[Waiting]:
    """Everybody who waits, but for who wants to hear nothing."""
    with db.reading() as connection:
        there = _there(connection, now)
        found = [
            *_for_somebody(connection),
            *_for_the_coordinator(connection),
            *_for_the_other(connection, there),
        ]
    return [one._replace(at=now) for one in found if one.person in there]


def listed(db: Connection) -> int:
    """How much is on the coordinators' list."""
    query = select(func.count()).select_from(H).where(H.c.closed_at.is_(None))
    return db.execute(query).scalar_one()


def zones(db: Connection) -> dict[int, str]:
    """Where everybody lives."""
    rows = db.execute(select(N.c.id, N.c.zone, N.c.name))
    return {person: zone for person, zone, name in rows if name}  # who is erased has neither


def unasked(db: Connection) -> list[int]:
    """Who looks for somebody, and nobody is asked about them; who waits longest comes first."""
    known = select(T.c.mentee_id).where(T.c.closed_at.is_(None))
    asked = set(db.execute(known).scalars())
    ready = select(E.c.person_id).where(E.c.state == "ready", E.c.role == "mentee")
    return [one for one in db.execute(ready.order_by(E.c.id)).scalars() if one not in asked]


def together(db: Connection) -> list[tuple[int, int]]:
    """Mentor and mentee of every match that goes on."""
    query = select(T.c.mentor_id, T.c.mentee_id).where(T.c.state == "active")
    return [(mentor, mentee) for mentor, mentee in db.execute(query)]


def _there(db: Connection, now: datetime) -> set[int]:
    query = select(N.c.id, N.c.paused_until).where(N.c.stopped_at.is_(None), N.c.held_at.is_(None))
    rows = db.execute(query)
    return {person for person, until in rows if until is None or until <= now}


def _for_somebody(db: Connection) -> Iterator[Waiting]:
    """Who is ready, and together with nobody."""
    together = select(T.c.mentee_id, T.c.mentor_id).where(
        T.c.closed_at.is_(None), T.c.state != "offered"
    )
    busy = {person for row in db.execute(together) for person in row}
    ready = select(E.c.person_id, E.c.role, E.c.created_at).where(
        E.c.state == "ready", E.c.role.in_(("mentee", "mentor"))
    )
    for person, role, at in db.execute(ready):
        if person not in busy:
            yield Waiting(person, f"somebody, as a {role}", at, at)


def _for_the_coordinator(db: Connection) -> Iterator[Waiting]:
    query = select(H.c.id, H.c.person_id, H.c.kind, H.c.created_at).where(
        H.c.closed_at.is_(None), H.c.kind.in_(ASKED_FOR)
    )
    for number, person, kind, at in db.execute(query):
        yield Waiting(person, f"the coordinator: {kind} {number}", at, at)


def _for_the_other(db: Connection, there: set[int]) -> Iterator[Waiting]:
    """But for the word of who takes a break: until when that is they were told."""
    known = {
        row["id"]: row for row in db.execute(select(T).where(T.c.closed_at.is_(None))).mappings()
    }
    known = {
        number: row
        for number, row in known.items()
        if {row["mentor_id"], row["mentee_id"]} <= there
    }
    times = select(G).where(G.c.closed_at.is_(None), G.c.state == "proposed")
    for row in db.execute(times).mappings():
        if (match := known.get(row["match_id"])) and row["by"] in ("mentor", "mentee"):
            yield _of(match, row["by"], f"a time to meet {row['id']}", row["created_at"])
    for match in known.values():
        if match["state"] == "offered" and match["stage"] in ("mentee", "mentee_asks"):
            yield _of(match, "mentor", f"a mentee {match['id']}", match["opened_at"])
    for row in db.execute(select(V).where(V.c.state == "asked")).mappings():
        match = known.get(row["match_id"])
        for role in ("mentor", "mentee"):
            if match and match["state"] == "active" and role in row["okays"]:
                yield _of(match, role, f"the other's word {row['id']}", row["created_at"])


def _of(match: Row, role: str, what: str, since: datetime) -> Waiting:
    return Waiting(match[f"{role}_id"], what, since, since)
