"""Meetings by text in which both wrote: as good as any other at which two people met."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.mentoring.relayed import WENT
from storage.tables import Meeting, Relayed, table

M, R = table(Meeting), table(Relayed)


def of(db: Connection, matches: Sequence[int]) -> dict[int, list[datetime]]:
    """When such meetings of these matches were, by match."""
    if not matches:
        return {}
    wrote = (
        R.c.match_id == M.c.match_id,
        R.c.created_at.between(M.c.began_at, M.c.ends_at),
        R.c.state.in_(WENT),
    )
    query = (
        select(M.c.match_id, M.c.starts_at)
        .where(M.c.match_id.in_(matches), M.c.began_at.is_not(None))
        .where(
            select(func.count(R.c.person_id.distinct())).where(*wrote).scalar_subquery() > 1,
        )
        .order_by(M.c.starts_at)
    )
    found: dict[int, list[datetime]] = defaultdict(list)
    for match, at in db.execute(query):
        found[match].append(at)
    return dict(found)
