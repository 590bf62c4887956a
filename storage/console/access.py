"""What somebody in the console may see and do, as conditions that its queries hold."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from storage.people import worlds
from storage.people.participants import AGREED
from storage.tables import Access, Handover, OnCall, Participant, Programme, table

D, G, H = table(OnCall), table(Programme), table(Handover)
N, X = table(Participant), table(Access)

OWNER, COORDINATOR, SAFEGUARDING, VIEWER = "owner", "coordinator", "safeguarding", "viewer"
ROLES = (OWNER, COORDINATOR, SAFEGUARDING, VIEWER)
# Who sees what there is to do, who settles it, and who hears of concerns.
SEES = frozenset({OWNER, COORDINATOR, VIEWER})
SETTLES = frozenset({OWNER, COORDINATOR})
CONCERNED = frozenset({COORDINATOR, SAFEGUARDING})
ANY = frozenset(ROLES)
OWNS = frozenset({OWNER})

WORRY = "worry"  # the kind of a thing that is a concern


class Viewer(NamedTuple):
    """Who looks: an account, the person behind it, and which of the two worlds they see."""

    account: int
    person: int | None
    simulated: bool
    rehearsing: bool = False  # nobody real is here: an owner tries out everything


def programmes(viewer: Viewer, roles: Collection[str]) -> Select[tuple[int]]:
    """The programmes in which somebody has one of these roles: as it was given to them, or since
    they coordinate it, or are on its rota."""
    given = {*roles, OWNER} if viewer.rehearsing else set(roles)
    ways = [
        exists().where(
            X.c.account_id == viewer.account,
            X.c.role.in_(sorted(given)),
            or_(X.c.programme_id.is_(None), X.c.programme_id == G.c.id),
        )
    ]
    if COORDINATOR in roles and viewer.person is not None:
        theirs = (N.c.person_id == viewer.person, N.c.programme_id == G.c.id)
        ways.append(exists().where(*theirs, N.c.role == COORDINATOR, N.c.state.in_(AGREED)))
    if SAFEGUARDING in roles and viewer.person is not None:
        ways.append(exists().where(D.c.person_id == viewer.person, D.c.programme_id == G.c.id))
    return select(G.c.id).where(or_(*ways))


def where(db: Connection, viewer: Viewer, roles: Collection[str]) -> frozenset[int]:
    """The programmes in which they have one of these roles."""
    return frozenset(row.id for row in db.execute(programmes(viewer, roles)))


def has(db: Connection, viewer: Viewer, roles: Collection[str]) -> bool:
    """Whether they have one of these roles in any programme. Where there is no programme yet,
    an owner is one all the same."""
    if db.execute(programmes(viewer, roles).limit(1)).first():
        return True
    everywhere = (X.c.account_id == viewer.account, X.c.programme_id.is_(None))
    return bool(db.execute(select(X.c.id).where(*everywhere, X.c.role.in_(sorted(roles)))).first())


def of_things(viewer: Viewer, roles: Collection[str]) -> ColumnElement[bool]:
    """The things of a list that somebody of these roles may see; a concern is for those alone who
    hear of concerns, and what is of no programme for whoever has the role in any."""
    there = programmes(viewer, roles)
    ordinary = and_(
        H.c.kind != WORRY,
        or_(H.c.programme_id.in_(there), and_(H.c.programme_id.is_(None), there.exists())),
    )
    concerned = programmes(viewer, CONCERNED)
    concern = and_(
        H.c.kind == WORRY,
        or_(H.c.programme_id.in_(concerned), and_(H.c.programme_id.is_(None), concerned.exists())),
    )
    return and_(or_(ordinary, concern), worlds.of(H.c.person_id, viewer.simulated))


def hidden(viewer: Viewer) -> ColumnElement[bool]:
    """The concerns of which somebody sees that they wait, and no more."""
    seen, concerned = programmes(viewer, SEES), programmes(viewer, CONCERNED)
    return and_(
        H.c.kind == WORRY,
        H.c.programme_id.in_(seen),
        H.c.programme_id.not_in(concerned),
        worlds.of(H.c.person_id, viewer.simulated),
    )
