"""Invitations: found by their token, good once, until they expire."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.tables import Invitation, table

V = table(Invitation)

_INVITED = select(V.c.id, V.c.digest, V.c.programme_id, V.c.role, V.c.facts).where(
    V.c.digest.in_(bindparam("digests", expanding=True)),
    V.c.used_at.is_(None),
    V.c.expires_at > bindparam("now"),
)


class Invited(NamedTuple):
    id: int
    digest: bytes
    programme_id: int
    role: str
    facts: Mapping[str, Any]


class UsedAlready(Exception):
    """Somebody else has used an invitation since it was read."""


def add(db: Connection, values: Mapping[str, Any]) -> None:
    db.execute(insert(V).values(values))


def find(db: Connection, digests: Sequence[bytes], now: datetime) -> dict[bytes, Invited]:
    """The invitations behind tokens, those used or expired left out."""
    rows = db.execute(_INVITED, {"digests": digests, "now": now})
    return {bytes(row.digest): Invited._make(row) for row in rows}


def use(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Mark invitations used; raises UsedAlready, so that none is good twice."""
    statement = update(V).where(V.c.id == bindparam("invitation"), V.c.used_at.is_(None))
    used = db.execute(statement.values(used_at=bindparam("at")), rows).rowcount
    if used < len(rows):
        raise UsedAlready
