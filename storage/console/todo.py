"""What waits for somebody in the console: seen, locked before it is settled, put off to a day."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select, update

from storage import desk, tables
from storage.console import access
from storage.console.access import WORRY, Viewer
from storage.desk import Waiting
from storage.tables import Concern, table

C, H = table(Concern), table(tables.Handover)


class PutOff(NamedTuple):
    """Something that waits for its day."""

    waiting: Waiting
    until: datetime


class Taken(NamedTuple):
    """The concern behind a thing of the list, and who has it."""

    handover_id: int
    concern_id: int
    person_id: int  # who said it
    opened_at: datetime
    by: str | None
    by_person: int | None
    at: datetime | None


def waiting(db: Connection, viewer: Viewer, now: datetime) -> list[Waiting]:
    """What waits for them, the worst first, then what waits longest."""
    may = access.of_things(viewer, access.SEES)
    return desk.those(db, desk.still(now).where(may))


def put_off(db: Connection, viewer: Viewer, now: datetime) -> list[PutOff]:
    """What was put off to a day that has not come, the nearest first."""
    may = access.of_things(viewer, access.SEES)
    found = desk.those(db, desk.put_off(now).where(may))
    ids = [one.id for one in found]
    rows = db.execute(select(H.c.id, H.c.snoozed_until).where(H.c.id.in_(ids)))
    until = {row.id: row.snoozed_until for row in rows}
    return [PutOff(one, until[one.id]) for one in found]


def hidden(db: Connection, viewer: Viewer) -> int:
    """How many concerns wait of which they read nothing."""
    there = (H.c.closed_at.is_(None), access.hidden(viewer))
    return int(db.execute(select(func.count(H.c.id)).where(*there)).scalar_one())


def count(db: Connection, viewer: Viewer, now: datetime) -> tuple[int, int]:
    """How many rows wait, and the newest of them: by which a page knows that something is new."""
    may = access.of_things(viewer, access.SEES)
    ids = desk.still(now).where(may).with_only_columns(H.c.id).order_by(None).limit(desk.MOST)
    found = list(db.execute(ids).scalars())
    return len(found), max(found, default=0)


def thing(
    db: Connection, viewer: Viewer, handover: int, seen: int, roles: Collection[str]
) -> list[Waiting] | None:
    """A thing with its repeats, as far as they were shown; none of them where somebody has settled
    it, and None where it is not theirs to settle. Nobody else does so before this transaction
    ends."""
    may = access.of_things(viewer, roles)
    query = select(H.c.person_id, H.c.kind, H.c.match_id).where(H.c.id == handover, may)
    first = db.execute(query).one_or_none()
    if first is None:
        return None
    person, kind, match = first
    same = (
        H.c.person_id == person,
        H.c.kind == kind,
        H.c.match_id.is_(None) if match is None else H.c.match_id == match,
        H.c.id.between(handover, max(seen, handover)),
    )
    return desk.locked(db, desk.anything().where(may, *same))


def snooze(db: Connection, things: Sequence[int], until: datetime | None) -> None:
    """Put these off to a day, or bring them back; a concern never is."""
    open_ = (H.c.id.in_(things), H.c.closed_at.is_(None), H.c.kind != WORRY)
    db.execute(update(H).where(*open_).values(snoozed_until=until))


def concerns(db: Connection, things: Sequence[int]) -> dict[int, Taken]:
    """The concerns behind these things, by thing."""
    columns = (
        C.c.handover_id,
        C.c.id,
        C.c.person_id,
        C.c.opened_at,
        C.c.acknowledged_by,
        C.c.acknowledged_person_id,
        C.c.acknowledged_at,
    )
    query = select(*columns).where(C.c.handover_id.in_(things), C.c.closed_at.is_(None))
    return {row.handover_id: Taken._make(row) for row in db.execute(query)}
