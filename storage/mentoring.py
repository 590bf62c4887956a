"""What mentoring leaves behind: goals, the log, what waits for the coordinator, timers."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage import bulk
from storage.among import among
from storage.tables import Entry, Goal, Handover, Timer, table

G, H, L, T = table(Goal), table(Handover), table(Entry), table(Timer)

_ACTIVE = (
    select(G.c.id, G.c.person_id, G.c.programme_id, G.c.text, G.c.progress)
    .where(among(G.c.person_id, "people"), G.c.state == "active")
    .order_by(G.c.id)
)
_OF = update(G).where(G.c.id == bindparam("goal"), G.c.person_id == bindparam("of"))
_RATED = _OF.values(progress=bindparam("now_at"))
_CLOSED = _OF.values(state=bindparam("now_is"), closed_at=bindparam("at"))

_SHIFTED = update(T).where(T.c.id == bindparam("timer")).values(due_at=bindparam("at"))


class ActiveGoal(NamedTuple):
    id: int
    person_id: int
    programme_id: int
    text: str
    progress: int | None


class Due(NamedTuple):
    """A timer whose time has come."""

    id: int
    person_id: int
    cause: str
    due_at: datetime
    news: Mapping[str, Any]


def goals(db: Connection, people: Sequence[int]) -> dict[int, list[ActiveGoal]]:
    found: dict[int, list[ActiveGoal]] = defaultdict(list)
    for goal in bulk.read(db, _ACTIVE, {"people": people}, ActiveGoal):
        found[goal.person_id].append(goal)
    return found


def set_goals(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    bulk.insert(db, G, rows)


def rate_goals(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep progress: `goal`, `of` (its person), `now_at`."""
    bulk.update(db, _RATED, rows)


def close_goals(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep how goals ended, or that they go on: `goal`, `of`, `now_is`, `at`."""
    bulk.update(db, _CLOSED, rows)


def record(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add lines to the log."""
    bulk.insert(db, L, rows)


def hand_over(db: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Put things on the coordinators' lists; their ids, in this order."""
    adding = insert(H).returning(H.c.id, sort_by_parameter_order=True)
    return [int(one) for one in db.execute(adding, rows).scalars()]


def open_handovers(db: Connection, most: int) -> list[dict[str, Any]]:
    """What waits for the coordinator, oldest first."""
    waiting = select(H).where(H.c.closed_at.is_(None)).order_by(H.c.id).limit(most)
    return [dict(row) for row in db.execute(waiting).mappings()]


def set_timers(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add timers; one whose cause is known already changes nothing."""
    dialect: Any = postgresql if db.dialect.name == "postgresql" else sqlite
    db.execute(dialect.insert(T).on_conflict_do_nothing(), rows)


def drop_timers(db: Connection, people: Sequence[int]) -> None:
    """Nothing more is to happen to these people."""
    db.execute(delete(T).where(T.c.person_id.in_(people)))


def drop_timers_of(db: Connection, causes: Sequence[str]) -> None:
    """What was to come of these causes does not."""
    db.execute(delete(T).where(T.c.cause.in_(causes)))


def shift_timers(
    db: Connection, person: int, by: timedelta, now: datetime, kinds: Collection[str]
) -> None:
    """What is to happen to somebody happens that much later, or sooner; of these kinds of news,
    and sooner also what was put off, which looks again whether it may come."""
    query = select(T.c.id, T.c.due_at, T.c.cause, T.c.news).where(T.c.person_id == person)
    rows = [
        {"timer": row.id, "at": max(row.due_at + by, now)}
        for row in db.execute(query).all()
        if row.news["kind"] in kinds or (by < timedelta(0) and row.cause.startswith("later:"))
    ]
    if rows:
        bulk.update(db, _SHIFTED, rows)


def hurry_timers(db: Connection, people: Sequence[int], now: datetime) -> None:
    """What waited for an open question need not wait any longer."""
    waits = (T.c.person_id.in_(people), T.c.waits.is_(True), T.c.due_at > now)
    db.execute(update(T).where(*waits).values(due_at=now))


def due(db: Connection, now: datetime, most: int) -> list[Due]:
    """Claim the timers whose time has come; who claims them must keep their news as well."""
    query = (
        select(T.c.id, T.c.person_id, T.c.cause, T.c.due_at, T.c.news)
        .where(T.c.due_at <= now)
        .order_by(T.c.due_at, T.c.id)  # what has waited longest comes first
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    found = [Due._make(row) for row in db.execute(query)]
    if found:
        db.execute(delete(T).where(T.c.id.in_([timer.id for timer in found])))
    return found
