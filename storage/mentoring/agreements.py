"""Agreements: what two people are asked to agree on, and what holds between them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from storage import bulk
from storage.among import among
from storage.tables import AgreementVersion, Json, Match, table

G, T = table(AgreementVersion), table(Match)

ASKED, SETTLED = "asked", "settled"  # the others came to nothing, or hold no more

_VERSIONS = (
    select(
        G.c.match_id,
        G.c.version,
        G.c.by,
        G.c.state,
        G.c.terms,
        G.c.okays,
        G.c.more,
    )
    .where(among(G.c.match_id, "ids"))
    .order_by(G.c.match_id, G.c.version)
)
_CLOSED = (
    update(G)
    .where(G.c.match_id == bindparam("match"), G.c.closed_at.is_(None))
    .values(state="closed", closed_at=bindparam("at"))
)


class KeptVersion(NamedTuple):
    """A version of the terms of a match, as it stands."""

    match_id: int
    version: int
    by: str
    state: str
    terms: Json
    okays: Json
    more: Json


class NewVersion(NamedTuple):
    """A version that is asked about, or settled at once."""

    match_id: int
    version: int
    by: str
    state: str
    terms: Json
    okays: Json
    more: Json
    created_at: datetime


class ChangedVersion(NamedTuple):
    """Who has agreed to a version by now, and what became of it."""

    match_id: int
    version: int
    state: str
    okays: Json
    more: Json
    closed_at: datetime | None


class LastDay(NamedTuple):
    """The last day of a match."""

    id: int
    last_on: str


_CHANGED = bulk.changing(G, ChangedVersion._fields, by=("match_id", "version"))
_LAST = bulk.changing(T, LastDay._fields)


def of(db: Connection, matches: Sequence[int]) -> list[KeptVersion]:
    """Every version of these matches, match by match, oldest first."""
    return bulk.read(db, _VERSIONS, {"ids": matches}, KeptVersion)


def add(db: Connection, rows: Sequence[NewVersion]) -> None:
    bulk.insert(db, G, rows)


def change(db: Connection, rows: Sequence[ChangedVersion]) -> None:
    bulk.update(db, _CHANGED, rows)


def end_on(db: Connection, rows: Sequence[LastDay]) -> None:
    """The last days that were agreed on."""
    bulk.update(db, _LAST, rows)


def close(db: Connection, matches: Sequence[int], now: datetime) -> None:
    """Matches that are over: nothing is agreed in them any more, and nothing asked."""
    db.execute(_CLOSED, [{"match": match, "at": now} for match in matches])
