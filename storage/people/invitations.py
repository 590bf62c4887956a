"""Invitations: found by their token, good once, until they expire."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from storage import bulk
from storage.tables import Invitation, Json, table

V = table(Invitation)

_INVITED = select(V.c.id, V.c.digest, V.c.programme_id, V.c.role, V.c.facts).where(
    V.c.digest.in_(bindparam("digests")),
    V.c.used_at.is_(None),
    V.c.expires_at > bindparam("now"),
)


class Invited(NamedTuple):
    id: int
    digest: bytes
    programme_id: int
    role: str
    facts: Json


class NewInvitation(NamedTuple):
    """An invitation to be added, good until it expires."""

    programme_id: int
    role: str
    digest: bytes
    facts: Json
    created_at: datetime
    expires_at: datetime


class UsedInvitation(NamedTuple):
    """An invitation that somebody has used, and when."""

    invitation: int
    at: datetime


class UsedAlready(Exception):
    """Somebody else has used an invitation since it was read."""


def add(db: Connection, new: NewInvitation) -> None:
    bulk.insert(db, V, [new])


def find(db: Connection, digests: Sequence[bytes], now: datetime) -> dict[bytes, Invited]:
    """The invitations behind tokens, those used or expired left out."""
    rows = db.execute(_INVITED, {"digests": digests, "now": now})
    return {bytes(row.digest): Invited._make(row) for row in rows}


def use(db: Connection, rows: Sequence[UsedInvitation]) -> None:
    """Mark invitations used; raises UsedAlready, so that none is good twice. What they told of
    whom they were for is kept with that person from now on, and erased with them."""
    statement = update(V).where(V.c.id == bindparam("invitation"), V.c.used_at.is_(None))
    used = db.execute(
        statement.values(used_at=bindparam("at"), facts={}), [row._asdict() for row in rows]
    ).rowcount
    if used < len(rows):
        raise UsedAlready
