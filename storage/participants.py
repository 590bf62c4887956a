"""People, their addresses, their enrolments, and the programmes they are enrolled in."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from storage import bulk, tables
from storage.among import among
from storage.tables import Address, Invitation, Participant, Person, table

A, V, N, P, G = (
    table(Address),
    table(Invitation),
    table(Participant),
    table(Person),
    table(tables.Programme),
)

_PEOPLE = select(
    P.c.id,
    P.c.language,
    P.c.zone,
    P.c.name,
    P.c.stopped_at,
    P.c.held_at,
    P.c.paused_until,
    P.c.fewer,
    P.c.undo,
    P.c.echo,
).where(among(P.c.id, "people"))
_LOCKED = select(P.c.id).order_by(P.c.id).with_for_update(key_share=True)
_ADDRESSES = select(
    A.c.id, A.c.person_id, A.c.channel, A.c.sender, A.c.unreachable_at, A.c.origin
).where(among(A.c.id, "ids"))
_ENROLLED = (
    select(N.c.person_id, N.c.programme_id, N.c.role, N.c.state, N.c.profile)
    .where(among(N.c.person_id, "people"))
    .order_by(N.c.id)
)
_INVITED = select(V.c.id, V.c.digest, V.c.programme_id, V.c.role, V.c.facts).where(
    V.c.digest.in_(bindparam("digests", expanding=True)),
    V.c.used_at.is_(None),
    V.c.expires_at > bindparam("now"),
)

_PROGRAMMES = select(
    *(
        G.c[name]
        for name in (
            "id",
            "name",
            "keyword",
            "mentor_keyword",
            "language",
            "zone",
            "country",
            "formal",
            "minimum_age",
            "settings",
        )
    )
).order_by(G.c.id)


class Someone(NamedTuple):
    """A person, as a turn needs to know them."""

    id: int
    language: str
    zone: str
    name: str | None
    stopped_at: datetime | None
    held_at: datetime | None
    paused_until: datetime | None
    fewer: bool
    undo: Mapping[str, Any] | None
    echo: Mapping[str, Any] | None


class Reached(NamedTuple):
    """The address a message came from, and answers go to."""

    id: int
    person_id: int
    channel: str
    sender: str
    unreachable_at: datetime | None
    origin: str  # of a number: its country, or why it is never answered


class Enrolment(NamedTuple):
    person_id: int
    programme_id: int
    role: str
    state: str
    profile: Mapping[str, Any]


class Invited(NamedTuple):
    id: int
    digest: bytes
    programme_id: int
    role: str
    facts: Mapping[str, Any]


class Programme(NamedTuple):
    """A programme, with what participants read of it in `settings`."""

    id: int
    name: str
    keyword: str
    mentor_keyword: str
    language: str
    zone: str
    country: str
    formal: bool
    minimum_age: int
    settings: Mapping[str, Any]


def people(db: Connection, ids: Sequence[int]) -> dict[int, Someone]:
    return {one.id: one for one in bulk.read(db, _PEOPLE, {"people": ids}, Someone)}


def lock(db: Connection, ids: Collection[int]) -> None:
    """Nobody else changes these people before this transaction ends, nor decides about them."""
    db.execute(_LOCKED.where(P.c.id.in_(ids)))


def lock_if_free(db: Connection, ids: Collection[int]) -> set[int]:
    """The same for those about whom nothing is being decided just now; who they are."""
    free = _LOCKED.with_for_update(key_share=True, skip_locked=True)
    return set(db.execute(free.where(P.c.id.in_(ids))).scalars())


def addresses(db: Connection, ids: Sequence[int]) -> dict[int, Reached]:
    return {one.id: one for one in bulk.read(db, _ADDRESSES, {"ids": ids}, Reached)}


def enrolments(db: Connection, ids: Sequence[int]) -> dict[int, list[Enrolment]]:
    found: dict[int, list[Enrolment]] = defaultdict(list)
    for one in bulk.read(db, _ENROLLED, {"people": ids}, Enrolment):
        found[one.person_id].append(one)
    return found


def best_addresses(db: Connection, ids: Sequence[int]) -> dict[int, Reached]:
    """The newest reachable address of each person."""
    newest = (
        select(func.max(A.c.id))
        .where(A.c.person_id.in_(ids), A.c.unreachable_at.is_(None))
        .group_by(A.c.person_id)
    )
    rows = db.execute(
        select(
            A.c.id, A.c.person_id, A.c.channel, A.c.sender, A.c.unreachable_at, A.c.origin
        ).where(A.c.id.in_(newest))
    )
    return {row.person_id: Reached._make(row) for row in rows}


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


def invitations(db: Connection, digests: Sequence[bytes], now: datetime) -> dict[bytes, Invited]:
    """The invitations behind tokens, those used or expired left out."""
    rows = db.execute(_INVITED, {"digests": digests, "now": now})
    return {bytes(row.digest): Invited._make(row) for row in rows}


def programmes(db: Connection) -> dict[int, Programme]:
    """Every programme; there are few."""
    return {row.id: Programme._make(row) for row in db.execute(_PROGRAMMES).all()}


def add_programme(db: Connection, values: Mapping[str, Any]) -> int:
    return int(db.execute(insert(G).values(values).returning(G.c.id)).scalar_one())


def drop_unused_programme(db: Connection, keyword: str) -> None:
    """Remove a programme in which nobody ever was."""
    enrolled = select(N.c.id).where(N.c.programme_id == G.c.id).exists()
    invited = select(V.c.id).where(V.c.programme_id == G.c.id).exists()
    db.execute(delete(G).where(G.c.keyword == keyword, ~enrolled, ~invited))


def change_programme(db: Connection, programme: int, values: Mapping[str, Any]) -> None:
    db.execute(update(G).where(G.c.id == programme).values(values))


def move_addresses(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep which side of ours addresses write to now: `address`, `ours`."""
    statement = update(A).where(A.c.id == bindparam("address"))
    db.execute(statement.values(sender=bindparam("ours")), rows)


def change_people(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep changes of people: `id` and the columns that change."""
    for names, changes in _alike(rows).items():
        values: dict[str, Any] = {n: bindparam(f"new_{n}") for n in names if n != "id"}
        statement = update(P).where(P.c.id == bindparam("new_id")).values(values)
        db.execute(statement, changes)


def change_addresses(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Mark addresses reachable or not: `address`, `at`."""
    statement = update(A).where(A.c.id == bindparam("address"))
    db.execute(statement.values(unreachable_at=bindparam("at")), rows)


def enrol(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    db.execute(insert(N), rows)


def change_enrolments(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep state and profile: `person`, `programme`, `in_role`, `new_state`, `new_profile`."""
    which = (
        N.c.person_id == bindparam("person"),
        N.c.programme_id == bindparam("programme"),
        N.c.role == bindparam("in_role"),
    )
    values: dict[str, Any] = {"state": bindparam("new_state"), "profile": bindparam("new_profile")}
    db.execute(update(N).where(*which).values(values), rows)


class UsedAlready(Exception):
    """Somebody else has used an invitation since it was read."""


def use_invitations(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Mark invitations used; raises UsedAlready, so that none is good twice."""
    statement = update(V).where(V.c.id == bindparam("invitation"), V.c.used_at.is_(None))
    used = db.execute(statement.values(used_at=bindparam("at")), rows).rowcount
    if used < len(rows):
        raise UsedAlready


def invite(db: Connection, values: Mapping[str, Any]) -> None:
    db.execute(insert(V).values(values))


def _alike(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        alike[tuple(sorted(row))].append({f"new_{name}": value for name, value in row.items()})
    return alike


def ask_again(db: Connection, people: Collection[int]) -> None:
    """What these people were asked last has not reached them; they are asked when they write."""
    known = db.execute(select(P.c.id, P.c.echo).where(P.c.id.in_(people)))
    for person, echo in known.all():
        values = {"echo": {**(echo or {}), "unheard": True}}
        db.execute(update(P).where(P.c.id == person).values(values))
