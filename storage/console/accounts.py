"""Accounts of the console: whose they are, and which roles were given to them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from storage import tables
from storage.console.access import OWNER
from storage.people.participants import AGREED
from storage.sealing.sealed import find_by
from storage.tables import Participant, Person, table

A, N, P = table(tables.Account), table(Participant), table(Person)
S, X = table(tables.SignedIn), table(tables.Access)
L = table(tables.SignInLink)

LOGIN = "login"


class Account(NamedTuple):
    """Who may enter, by the name that others read."""

    id: int
    person_id: int | None
    name: str | None
    password: str | None
    has_login: bool


class Given(NamedTuple):
    """A role that was given to an account."""

    id: int
    account_id: int
    programme_id: int | None
    role: str


class Coordinator(NamedTuple):
    """Somebody who may ask for a link: who coordinates, or is on a rota."""

    person_id: int
    name: str | None


_ACCOUNT = (
    select(A.c.id, A.c.person_id, A.c.name, P.c.name, A.c.password, A.c.login)
    .outerjoin(P, P.c.id == A.c.person_id)
    .where(A.c.closed_at.is_(None))
    .order_by(A.c.id)
)


def find(db: Connection, account: int) -> Account | None:
    return next(iter(_read(db, A.c.id == account)), None)


def every(db: Connection) -> list[Account]:
    """All that are open: there are few."""
    return _read(db)


def by_login(db: Connection, login: str) -> Account | None:
    return next(iter(_read(db, A.c.login == digest_of(login))), None)


def digest_of(login: str) -> bytes:
    """Under which a name to sign in with is found, however it is written."""
    return find_by(LOGIN, " ".join(login.split()).casefold())


def add(db: Connection, name: str | None, person: int | None, now: datetime) -> int:
    values = {"name": name, "person_id": person, "created_at": now}
    return int(db.execute(insert(A).values(values).returning(A.c.id)).scalar_one())


def of_person(db: Connection, person: int, now: datetime) -> int:
    """The account of somebody, made when they first come."""
    db.execute(select(P.c.id).where(P.c.id == person).with_for_update(key_share=True))
    theirs = select(A.c.id).where(A.c.person_id == person, A.c.closed_at.is_(None))
    found = db.execute(theirs.limit(1)).scalar()
    return int(found) if found else add(db, None, person, now)


def owner(db: Connection, now: datetime) -> int:
    """The account of whoever runs the installation, made when it is first needed."""
    query = (
        select(A.c.id)
        .join(X, X.c.account_id == A.c.id)
        .where(X.c.role == OWNER, X.c.programme_id.is_(None), A.c.person_id.is_(None))
        .where(A.c.closed_at.is_(None))
        .order_by(A.c.id)
        .limit(1)
    )
    if found := db.execute(query).scalar():
        return int(found)
    account = add(db, None, None, now)
    give(db, account, OWNER, None, now)
    return account


def give(db: Connection, account: int, role: str, programme: int | None, now: datetime) -> None:
    values = {"account_id": account, "role": role, "programme_id": programme, "created_at": now}
    db.execute(insert(X).values(values))


def given(db: Connection) -> list[Given]:
    """The roles that were given to accounts."""
    columns = (X.c[name] for name in Given._fields)
    return [Given._make(row) for row in db.execute(select(*columns).order_by(X.c.id))]


def close(db: Connection, account: int, now: datetime) -> None:
    """Nobody enters by it any more; what was done by it stays written down."""
    db.execute(delete(X).where(X.c.account_id == account))
    db.execute(update(L).where(L.c.account_id == account).values(expires_at=now))
    open_ = (S.c.account_id == account, S.c.ended_at.is_(None))
    db.execute(update(S).where(*open_).values(ended_at=now))
    shut = {"closed_at": now, "login": None, "password": None}
    db.execute(update(A).where(A.c.id == account).values(shut))


def set_password(db: Connection, account: int, login: str, hashed: str) -> bool:
    """Whether nobody else signs in by that name."""
    digest = digest_of(login)
    taken = select(A.c.id).where(A.c.login == digest, A.c.id != account)
    if db.execute(taken).first():
        return False
    values = {"login": digest, "password": hashed}
    db.execute(update(A).where(A.c.id == account).values(values))
    return True


def drop_password(db: Connection, account: int) -> None:
    db.execute(update(A).where(A.c.id == account).values(login=None, password=None))


def coordinators(db: Connection) -> list[Coordinator]:
    """Everybody who coordinates a programme or is on a rota: they are few."""
    rota = table(tables.OnCall)
    coordinate = select(N.c.person_id).where(N.c.role == "coordinator", N.c.state.in_(AGREED))
    both = coordinate.union(select(rota.c.person_id))
    query = select(P.c.id, P.c.name).where(P.c.id.in_(both), P.c.stopped_at.is_(None))
    return [Coordinator._make(row) for row in db.execute(query.order_by(P.c.id))]


def names(db: Connection, accounts: Sequence[int]) -> dict[int, str]:
    """What they are called, also of accounts that are closed."""
    query = select(A.c.id, A.c.name, P.c.name).outerjoin(P, P.c.id == A.c.person_id)
    rows = db.execute(query.where(A.c.id.in_(accounts)))
    return {account: own or of_person or "" for account, own, of_person in rows}


def forget(db: Connection, person: int, now: datetime) -> None:
    """Somebody is erased: they enter no more."""
    mine = (A.c.person_id == person, A.c.closed_at.is_(None))
    for account in db.execute(select(A.c.id).where(*mine)).scalars().all():
        close(db, account, now)


def _read(db: Connection, *where: ColumnElement[bool]) -> list[Account]:
    return [
        Account(id_, person, own or theirs, password, login is not None)
        for id_, person, own, theirs, password, login in db.execute(_ACCOUNT.where(*where))
    ]
