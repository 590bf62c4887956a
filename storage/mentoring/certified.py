"""Who may have a certificate: people whose match has ended as planned, or goes on."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Select, or_, select

from storage.tables import Match, Message, Parting, Person, table

M, P, Q, T = table(Message), table(Person), table(Parting), table(Match)

KIND = "certificate"  # of a message that one goes with, as a picture


class Certified(NamedTuple):
    """Somebody, and the match that a certificate tells of."""

    person_id: int
    name: str | None
    language: str
    zone: str
    match_id: int
    mentor_id: int
    mentee_id: int
    programme_id: int
    opened_at: datetime
    closed_at: datetime | None
    last_on: str | None


_FOUND: Select[tuple[object, ...]] = (
    select(
        P.c.id,
        P.c.name,
        P.c.language,
        P.c.zone,
        T.c.id,
        T.c.mentor_id,
        T.c.mentee_id,
        T.c.programme_id,
        T.c.opened_at,
        T.c.closed_at,
        T.c.last_on,
    )
    .join(P, or_(P.c.id == T.c.mentor_id, P.c.id == T.c.mentee_id))
    .outerjoin(Q, Q.c.match_id == T.c.id)
    .where(or_(Q.c.safety.is_(None), Q.c.safety.is_(False)))
    .where(T.c.state.not_in(("offered", "suspended")))
    .order_by(T.c.id.desc())
)


def named(db: Connection, name: str) -> list[Certified]:
    """The newest match of each person who is called so; upper and lower case are the same."""
    wanted, found = name.casefold().strip(), dict[int, Certified]()
    for row in db.execute(_FOUND):
        one = Certified._make(row)
        if (one.name or "").casefold().strip() == wanted:
            found.setdefault(one.person_id, one)
    return list(found.values())


def of_person(db: Connection, person: int) -> list[Certified]:
    """The newest match of somebody, if there is one."""
    rows = db.execute(_FOUND.where(P.c.id == person).limit(1))
    return [Certified._make(row) for row in rows]


def of_message(db: Connection, message: int) -> list[Certified]:
    """The match that a message to somebody is about."""
    about = select(M.c.match_id).where(M.c.id == message).scalar_subquery()
    whose = select(M.c.person_id).where(M.c.id == message).scalar_subquery()
    rows: Sequence[object] = db.execute(_FOUND.where(T.c.id == about, P.c.id == whose)).all()
    return [Certified._make(row) for row in rows]  # type: ignore[arg-type]


def name_of(db: Connection, person: int) -> str:
    """What somebody is called."""
    return db.execute(select(P.c.name).where(P.c.id == person)).scalar() or "?"
