"""People as the console lists them: by key, page by page, as far as somebody may see them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Select, and_, func, or_, select

from storage.cards import Known, Together
from storage.console import access
from storage.console.access import Viewer
from storage.mentoring.offers import LISTED
from storage.people import worlds
from storage.tables import Match, Participant, Person, Role, table

N, P, T = table(Participant), table(Person), table(Match)


class Listed(NamedTuple):
    """Somebody's enrolment in a programme."""

    id: int  # by which the pages are made
    person_id: int
    programme_id: int
    role: str
    state: str
    name: str | None
    zone: str
    stopped_at: datetime | None
    paused_until: datetime | None
    created_at: datetime


_Row = tuple[int, int, int, str, str, str | None, str, datetime | None, datetime | None, datetime]


def page(db: Connection, viewer: Viewer, after: int, role: str, most: int) -> list[Listed]:
    """Those who came after that enrolment, in the order in which they came."""
    query = _seen(viewer).where(N.c.id > after)
    if role in (Role.MENTEE, Role.MENTOR):
        query = query.where(N.c.role == role)
    return [Listed._make(row) for row in db.execute(query.order_by(N.c.id).limit(most))]


def count(db: Connection, viewer: Viewer, role: str, most: int) -> int:
    """How many there are, as far as it is worth counting."""
    query = _seen(viewer)
    if role in (Role.MENTEE, Role.MENTOR):
        query = query.where(N.c.role == role)
    some = query.with_only_columns(N.c.id).limit(most).subquery()
    return int(db.execute(select(func.count()).select_from(some)).scalar_one())


def of_person(
    db: Connection, viewer: Viewer, person: int, roles: Collection[str] = access.SEES
) -> list[Listed]:
    """Their enrolments in the programmes in which somebody has one of these roles."""
    query = _seen(viewer, roles).where(N.c.person_id == person).order_by(N.c.id)
    return [Listed._make(row) for row in db.execute(query)]


def together(db: Connection, programme: int, people: Sequence[int]) -> list[Together]:
    """The matches of these people that are not over, oldest first."""
    columns = (T.c[name] for name in Together._fields)
    theirs = or_(T.c.mentor_id.in_(people), T.c.mentee_id.in_(people))
    open_ = and_(T.c.programme_id == programme, T.c.closed_at.is_(None), T.c.stage != LISTED)
    rows = db.execute(select(*columns).where(open_, theirs).order_by(T.c.id))
    return [Together._make(row) for row in rows]


def known(db: Connection, programme: int, people: Sequence[int]) -> list[Known]:
    """These people, as they are known in a programme."""
    query = (
        select(P.c.id, P.c.name, N.c.role, N.c.state, P.c.zone, P.c.stopped_at)
        .join(N, N.c.person_id == P.c.id)
        .where(N.c.programme_id == programme, P.c.id.in_(people))
        .where(N.c.role.in_((Role.MENTEE, Role.MENTOR)))
        .order_by(N.c.id)
    )
    return [Known._make(row) for row in db.execute(query)]


def _seen(viewer: Viewer, roles: Collection[str] = access.SEES) -> Select[_Row]:
    query: Select[_Row] = (
        select(N.c.id, N.c.person_id, N.c.programme_id, N.c.role, N.c.state)
        .add_columns(P.c.name, P.c.zone, P.c.stopped_at, P.c.paused_until, N.c.created_at)
        .join(P, P.c.id == N.c.person_id)
        .where(
            N.c.programme_id.in_(access.programmes(viewer, roles)),
            N.c.role.in_((Role.MENTEE, Role.MENTOR)),
            worlds.of(P.c.id, viewer.simulated),
        )
    )
    return query
