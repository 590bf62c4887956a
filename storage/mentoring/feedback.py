"""Feedback: what each side of a match says of a meeting, or at a check-in."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select

from storage import bulk
from storage.among import among
from storage.tables import Feedback, Json, table

B = table(Feedback)

_GIVEN = (
    select(B.c.match_id, B.c.person_id, B.c.about, B.c.rating, B.c.answers)
    .where(among(B.c.match_id, "ids"), B.c.created_at > bindparam("since"))
    .order_by(B.c.id)
)
_SAID = delete(B).where(
    B.c.match_id == bindparam("match_id"),
    B.c.person_id == bindparam("person_id"),
    B.c.about == bindparam("about"),
)


class Given(NamedTuple):
    """What one side said of a meeting or at a check-in."""

    match_id: int
    person_id: int
    about: str
    rating: int | None
    answers: Json


class NewFeedback(NamedTuple):
    """Feedback to be kept."""

    match_id: int
    person_id: int
    about: str
    rating: int | None
    answers: Json
    created_at: datetime


def since(db: Connection, matches: Sequence[int], then: datetime) -> dict[int, list[Given]]:
    """What was said in these matches since then, oldest first."""
    found: dict[int, list[Given]] = defaultdict(list)
    for row in db.execute(_GIVEN, {"ids": matches, "since": then}).all():
        found[row.match_id].append(Given._make(row))
    return found


def keep(db: Connection, rows: Sequence[NewFeedback]) -> None:
    """Keep feedback; who says it again about the same has changed their mind."""
    db.execute(_SAID, [row._asdict() for row in rows])
    bulk.insert(db, B, rows)
