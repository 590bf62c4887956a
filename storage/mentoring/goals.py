"""Goals: what mentees work towards."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage import bulk
from storage.among import among
from storage.tables import Goal, Json, table

G = table(Goal)

_ACTIVE = (
    select(G.c.id, G.c.person_id, G.c.programme_id, G.c.text, G.c.progress, G.c.details)
    .where(among(G.c.person_id, "people"), G.c.state == "active")
    .order_by(G.c.id)
)


class ActiveGoal(NamedTuple):
    id: int
    person_id: int
    programme_id: int
    text: str
    progress: int | None
    details: Json


class NewGoal(NamedTuple):
    """A goal to be added."""

    person_id: int
    programme_id: int | None
    text: str
    details: Json  # measure, step, by
    state: str
    created_at: datetime


class RatedGoal(NamedTuple):
    """How far somebody has come with a goal of theirs."""

    id: int
    person_id: int
    progress: int


class DatedGoal(NamedTuple):
    """A goal of somebody's with what is told of it, another day among it."""

    id: int
    person_id: int
    details: Json


class ClosedGoal(NamedTuple):
    """How a goal of somebody's ended; one that goes on is "active", and not closed."""

    id: int
    person_id: int
    state: str
    closed_at: datetime | None


_RATED = bulk.changing(G, RatedGoal._fields, by=("id", "person_id"))
_DATED = bulk.changing(G, DatedGoal._fields, by=("id", "person_id"))
_CLOSED = bulk.changing(G, ClosedGoal._fields, by=("id", "person_id"))


def active(db: Connection, people: Sequence[int]) -> dict[int, list[ActiveGoal]]:
    """The goals that people work towards now, oldest first."""
    found: dict[int, list[ActiveGoal]] = defaultdict(list)
    for goal in bulk.read(db, _ACTIVE, {"people": people}, ActiveGoal):
        found[goal.person_id].append(goal)
    return found


def add(db: Connection, rows: Sequence[NewGoal]) -> None:
    bulk.insert(db, G, rows)


def rate(db: Connection, rows: Sequence[RatedGoal]) -> None:
    bulk.update(db, _RATED, rows)


def date(db: Connection, rows: Sequence[DatedGoal]) -> None:
    bulk.update(db, _DATED, rows)


def close(db: Connection, rows: Sequence[ClosedGoal]) -> None:
    """Keep how goals ended, or that they go on."""
    bulk.update(db, _CLOSED, rows)
