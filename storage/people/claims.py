"""Claims: who writes from a new address and says who they are, and what has come of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select, update

from storage import bulk, tables
from storage.tables import (
    Address,
    Erasure,
    Guardian,
    Match,
    OnCall,
    Participant,
    Person,
    table,
)

A, C, E, G = table(Address), table(tables.Claim), table(Erasure), table(Guardian)
N, O, P, T = table(Participant), table(OnCall), table(Person), table(Match)  # noqa: E741 - a table

OPEN, MERGED, REFUSED, VOID = "open", "merged", "refused", "void"
COORDINATOR, PHONE = "coordinator", "phone"
STRANGERS = ("invited", "declined")  # states of who has told nothing of themselves
_OPEN = bulk.Known(("person_id",), "state = 'open'")


class NewClaim(NamedTuple):
    """Somebody says who they are; `claimed_id` is the only one that can be, if there is one."""

    person_id: int
    claimed_id: int | None
    address_id: int
    name: str
    created_at: datetime
    state: str = OPEN


class Made(NamedTuple):
    """A claim that was made, by whom and about whom."""

    person_id: int
    claimed_id: int | None
    state: str
    created_at: datetime


class Claimed(NamedTuple):
    """The newest claim of somebody, and the address that would be another's."""

    address_id: int
    channel: str
    state: str
    own: bool  # they are somebody by themselves: nothing of them can become another's
    stopped: bool


def add(db: Connection, rows: Sequence[NewClaim]) -> None:
    """Keep claims; who has one that is open makes no other."""
    bulk.insert(db, C, rows, _OPEN)


def of(db: Connection, people: Sequence[int]) -> list[Made]:
    """What these people have claimed, and what was claimed about them, oldest first."""
    columns = (C.c[name] for name in Made._fields)
    theirs = or_(C.c.person_id.in_(people), C.c.claimed_id.in_(people))
    return [Made._make(row) for row in db.execute(select(*columns).where(theirs).order_by(C.c.id))]


def since(db: Connection, moment: datetime) -> int:
    """How many claims were made since then, by anybody."""
    return int(db.execute(select(func.count()).where(C.c.created_at > moment)).scalar_one())


def newest(db: Connection, person: int) -> Claimed | None:
    """What somebody has claimed last, and whether it can come true."""
    query = (
        select(C.c.address_id, A.c.channel, C.c.state, A.c.shared_id, P.c.stopped_at, A.c.person_id)
        .join(A, A.c.id == C.c.address_id)
        .join(P, P.c.id == C.c.person_id)
        .where(C.c.person_id == person)
        .order_by(C.c.id.desc())
        .limit(1)
    )
    row = db.execute(query).first()
    if row is None:
        return None
    own = row.shared_id is not None or row.person_id != person or _is_somebody(db, person)
    return Claimed(row.address_id, row.channel, row.state, own, row.stopped_at is not None)


def settle(db: Connection, person: int, state: str, by: str, now: datetime) -> None:
    """Their open claim has come to this."""
    values = {"state": state, "by": by, "settled_at": now}
    db.execute(update(C).where(C.c.person_id == person, C.c.state == OPEN).values(values))


def _is_somebody(db: Connection, person: int) -> bool:
    """Whether they take part, answer for somebody, are on call or are being erased."""
    queries = (
        select(N.c.id).where(N.c.person_id == person, N.c.state.not_in(STRANGERS)),
        select(T.c.id).where(or_(T.c.mentor_id == person, T.c.mentee_id == person)),
        select(G.c.id).where(or_(G.c.child_id == person, G.c.guardian_id == person)),
        select(O.c.id).where(O.c.person_id == person),
        select(E.c.id).where(E.c.person_id == person, E.c.finished_at.is_(None)),
    )
    return any(db.execute(query.limit(1)).first() for query in queries)
