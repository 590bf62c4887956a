"""People as the console lists them: by key, page by page, as far as somebody may see them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from storage.cards import Known, Together
from storage.console import access
from storage.console.access import Viewer
from storage.mentoring.offers import LISTED
from storage.people import worlds
from storage.tables import Match, NameWord, Participant, Person, Role, table

N, P, T, W = (table(one) for one in (Participant, Person, Match, NameWord))


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


class Wanted(NamedTuple):
    """Which people are looked for, in which order, and after whom a page begins."""

    words: Sequence[bytes] = ()  # of their name, as names.sought makes them
    role: str = ""
    state: str = ""
    language: str = ""
    newest: bool = False  # first; else who came first
    after: int = 0


class Found(NamedTuple):
    """A page of people, and how many there are as far as that is worth counting."""

    people: list[Listed]
    number: int


def find(db: Connection, viewer: Viewer, wanted: Wanted, most: int, counted: int) -> Found:
    """Up to so many of those who are looked for.

    Few are found by the indexes of what is wanted of them, and then put in order. Where there are
    many, the first of them are soon met on the way through all people in order; which way costs
    less the database cannot know, and the count tells.
    """
    few = _few(_seen(viewer), wanted)
    some = few.with_only_columns(N.c.id).limit(counted).subquery()
    count = int(db.execute(select(func.count()).select_from(some)).scalar_one())
    query, number = (few, N.c.id + 0) if count < counted else (_many(viewer, wanted), N.c.id)
    if wanted.after:
        query = query.where(number < wanted.after if wanted.newest else number > wanted.after)
    rows = db.execute(query.order_by(number.desc() if wanted.newest else number).limit(most))
    return Found([Listed._make(row) for row in rows], count)


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


def _seen(
    viewer: Viewer,
    roles: Collection[str] = access.SEES,
    programme: ColumnElement[int] = N.c.programme_id,
) -> Select[_Row]:
    query: Select[_Row] = (
        select(N.c.id, N.c.person_id, N.c.programme_id, N.c.role, N.c.state)
        .add_columns(P.c.name, P.c.zone, P.c.stopped_at, P.c.paused_until, N.c.created_at)
        .join(P, P.c.id == N.c.person_id)
        .where(
            programme.in_(access.programmes(viewer, roles)),
            N.c.role.in_((Role.MENTEE, Role.MENTOR)),
            worlds.of(P.c.id, viewer.simulated),
        )
    )
    return query


def _few(query: Select[_Row], wanted: Wanted) -> Select[_Row]:
    """By the indexes of what is wanted."""
    for digest in wanted.words:
        query = query.where(N.c.person_id.in_(select(W.c.person_id).where(W.c.digest == digest)))
    return _filtered(query, wanted, N.c.state, P.c.language)


def _many(viewer: Viewer, wanted: Wanted) -> Select[_Row]:
    """By number, each of them looked at: an expression on a column keeps its index out of it."""
    query = _seen(viewer, programme=N.c.programme_id + 0)
    for digest in wanted.words:
        query = query.where(exists().where(W.c.digest == digest, W.c.person_id == N.c.person_id))
    return _filtered(query, wanted, N.c.state.concat(""), P.c.language.concat(""))


def _filtered(
    query: Select[_Row], wanted: Wanted, state: ColumnElement[str], language: ColumnElement[str]
) -> Select[_Row]:
    if wanted.role:
        query = query.where(N.c.role == wanted.role)
    if wanted.state:
        query = query.where(state == wanted.state)
    return query.where(language == wanted.language) if wanted.language else query
