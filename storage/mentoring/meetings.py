"""Meetings of a match: proposed, booked, and how each ended."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, literal_column, select, update

from storage import bulk
from storage.among import among
from storage.tables import Meeting, table

M = table(Meeting)

_OVER = select(M.c.match_id, M.c.starts_at).where(
    among(M.c.match_id, "ids"),
    M.c.state == literal_column("'over'"),
    M.c.starts_at > bindparam("since"),
)
_BOOKED = (
    update(M)
    .where(M.c.id == bindparam("meeting"))
    .values(state=literal_column("'booked'"), booked_at=bindparam("at"))
)
_CLOSED = (
    update(M)
    .where(M.c.id == bindparam("meeting"))
    .values(state=bindparam("now_is"), closed_at=bindparam("at"))
)


def propose(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    bulk.insert(db, M, rows)


def book(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """The proposed meetings are agreed on: `meeting`, `at`."""
    bulk.update(db, _BOOKED, rows)


def close(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep how meetings ended: `meeting`, `now_is`, `at`."""
    bulk.update(db, _CLOSED, rows)


def over(db: Connection, matches: Sequence[int], since: datetime) -> dict[int, list[datetime]]:
    """When the meetings of these matches were that are over, since then."""
    found: dict[int, list[datetime]] = defaultdict(list)
    for match, at in db.execute(_OVER, {"ids": matches, "since": since}).all():
        found[match].append(at)
    return found
