"""Goals: what mentees work towards."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from storage import bulk
from storage.among import among
from storage.tables import Goal, table

G = table(Goal)

_ACTIVE = (
    select(G.c.id, G.c.person_id, G.c.programme_id, G.c.text, G.c.progress)
    .where(among(G.c.person_id, "people"), G.c.state == "active")
    .order_by(G.c.id)
)
_OF = update(G).where(G.c.id == bindparam("goal"), G.c.person_id == bindparam("of"))
_RATED = _OF.values(progress=bindparam("now_at"))
_CLOSED = _OF.values(state=bindparam("now_is"), closed_at=bindparam("at"))


class ActiveGoal(NamedTuple):
    id: int
    person_id: int
    programme_id: int
    text: str
    progress: int | None


def active(db: Connection, people: Sequence[int]) -> dict[int, list[ActiveGoal]]:
    """The goals that people work towards now, oldest first."""
    found: dict[int, list[ActiveGoal]] = defaultdict(list)
    for goal in bulk.read(db, _ACTIVE, {"people": people}, ActiveGoal):
        found[goal.person_id].append(goal)
    return found


def add(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    bulk.insert(db, G, rows)


def rate(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep progress: `goal`, `of` (its person), `now_at`."""
    bulk.update(db, _RATED, rows)


def close(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep how goals ended, or that they go on: `goal`, `of`, `now_is`, `at`."""
    bulk.update(db, _CLOSED, rows)
