"""Runs: where people stand in their conversations."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from storage import bulk
from storage.among import among
from storage.tables import Json, Person, Run, table

P, R = table(Person), table(Run)


class OpenRun(NamedTuple):
    id: int
    person_id: int
    programme_id: int | None
    role: str
    flow: str
    state: str
    depth: int
    asked: str
    data: Json
    moved_at: datetime
    nudge_at: datetime | None


class NewRun(NamedTuple):
    """A run to be added."""

    person_id: int
    programme_id: int | None
    role: str
    flow: str
    state: str
    depth: int
    asked: str
    data: Json
    opened_at: datetime
    moved_at: datetime
    closed_at: datetime | None
    nudge_at: datetime | None


class MovedRun(NamedTuple):
    """Where a run stands now."""

    id: int
    state: str
    depth: int
    asked: str
    data: Json
    moved_at: datetime
    closed_at: datetime | None
    nudge_at: datetime | None


class Silent(NamedTuple):
    """A run to look at: its person may not have answered for so long that it is time to ask."""

    id: int
    person_id: int
    moved_at: datetime
    zone: str


class Nudge(NamedTuple):
    """When a run is looked at next."""

    id: int
    nudge_at: datetime


_OPEN = select(
    R.c.id,
    R.c.person_id,
    R.c.programme_id,
    R.c.role,
    R.c.flow,
    R.c.state,
    R.c.depth,
    R.c.asked,
    R.c.data,
    R.c.moved_at,
    R.c.nudge_at,
).where(among(R.c.person_id, "people"), R.c.closed_at.is_(None))
_MOVE = bulk.changing(R, MovedRun._fields)
_NUDGE = bulk.changing(R, Nudge._fields)
_SILENT = (
    select(R.c.id, R.c.person_id, R.c.moved_at, P.c.zone)
    .join(P, P.c.id == R.c.person_id)
    .where(R.c.closed_at.is_(None), R.c.nudge_at <= bindparam("now"))
    .order_by(R.c.nudge_at)
    .limit(bindparam("most"))
    .with_for_update(of=R, key_share=True, skip_locked=True)
)


def current(db: Connection, people: Sequence[int]) -> dict[int, list[OpenRun]]:
    """The open runs of people, lowest first."""
    stacks: dict[int, list[OpenRun]] = defaultdict(list)
    for run in bulk.read(db, _OPEN, {"people": people}, OpenRun):
        stacks[run.person_id].append(run)
    for stack in stacks.values():
        stack.sort(key=lambda run: run.depth)
    return stacks


def add(db: Connection, rows: Sequence[NewRun]) -> None:
    bulk.insert(db, R, rows)


def move(db: Connection, rows: Sequence[MovedRun]) -> None:
    """Keep where runs stand now; each at most once. In the order of the table, in which neighbours
    share a page."""
    bulk.update_each(db, _MOVE, sorted(rows, key=itemgetter(0)))


def silent(db: Connection, now: datetime, most: int) -> list[Silent]:
    """Claim the runs to look at now; who claims them must keep their internal events as well, and
    put off those that have moved meanwhile.

    A run that is not asked about after all (another is on top of it, its person has stopped)
    must not be found for ever: it is looked at again once it has moved.
    """
    found = [Silent._make(row) for row in db.execute(_SILENT, {"now": now, "most": most}).all()]
    if found:
        claimed = update(R).where(R.c.id.in_([run.id for run in found]))
        db.execute(claimed.values(nudge_at=None))
    return found


def put_off(db: Connection, rows: Sequence[Nudge]) -> None:
    """These are looked at later."""
    bulk.update_each(db, _NUDGE, rows)
