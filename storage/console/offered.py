"""Mentors who are asked about somebody just now, as the console lists them."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage.desk import Of
from storage.mentoring.offers import LISTED, OFFERED
from storage.people import worlds
from storage.tables import Match, table

T = table(Match)


class Asked(NamedTuple):
    """A mentor, about whom they are asked, and since when."""

    id: int
    mentor_id: int
    mentee_id: int
    opened_at: datetime


def standing(db: Connection, of: Of) -> list[Asked]:
    """Those of a programme, oldest first; who is on a list only has not been asked."""
    query = (
        select(T.c.id, T.c.mentor_id, T.c.mentee_id, T.c.opened_at)
        .where(T.c.programme_id == of.programme, T.c.closed_at.is_(None))
        .where(T.c.state == OFFERED, T.c.stage != LISTED, worlds.of(T.c.mentee_id, of.simulated))
        .order_by(T.c.id)
    )
    return [Asked._make(row) for row in db.execute(query)]
