"""Links that sign in, browsers that are signed in, and attempts that are counted."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from storage import tables
from storage.tables import Account, table

A = table(Account)
L, S, T = table(tables.SignInLink), table(tables.SignedIn), table(tables.SignInAttempt)


class Link(NamedTuple):
    """A link that is still good."""

    id: int
    account_id: int


class NewSignedIn(NamedTuple):
    """A browser in which somebody has just signed in."""

    account_id: int
    digest: bytes
    how: str
    device: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime


class SignedIn(NamedTuple):
    """A browser in which somebody is signed in."""

    id: int
    account_id: int
    how: str
    device: str
    created_at: datetime
    seen_at: datetime


_OPEN = (
    select(S.c.id, S.c.account_id, S.c.how, S.c.device, S.c.created_at, S.c.seen_at)
    .join(A, A.c.id == S.c.account_id)
    .where(S.c.ended_at.is_(None), A.c.closed_at.is_(None))
)


def add_link(
    db: Connection, account: int, digest: bytes, now: datetime, expires_at: datetime
) -> None:
    values = {"account_id": account, "digest": digest, "created_at": now}
    db.execute(insert(L).values(values | {"expires_at": expires_at}))


def find_link(db: Connection, digest: bytes, now: datetime) -> Link | None:
    """The link of this digest, unless it was used or is too old."""
    good = (L.c.digest == digest, L.c.used_at.is_(None), L.c.expires_at > now)
    row = db.execute(
        select(L.c.id, L.c.account_id)
        .join(A, A.c.id == L.c.account_id)
        .where(*good, A.c.closed_at.is_(None))
    ).one_or_none()
    return Link._make(row) if row else None


def use_link(db: Connection, link: int, now: datetime) -> bool:
    """Whether this is the one time that it is used."""
    using = update(L).where(L.c.id == link, L.c.used_at.is_(None)).values(used_at=now)
    return db.execute(using).rowcount > 0


def links_since(db: Connection, account: int, since: datetime) -> int:
    """How many links somebody has been given since then."""
    made = (L.c.account_id == account, L.c.created_at > since)
    return int(db.execute(select(func.count()).where(*made)).scalar_one())


def add(db: Connection, new: NewSignedIn) -> None:
    db.execute(insert(S).values(new._asdict()))


def find(db: Connection, digest: bytes, now: datetime, idle_since: datetime) -> SignedIn | None:
    """Who is signed in by a cookie of this digest: not for ever, and not without being there."""
    fresh = (S.c.expires_at > now, S.c.seen_at > idle_since)
    row = db.execute(_OPEN.where(S.c.digest == digest, *fresh)).one_or_none()
    return SignedIn._make(row) if row else None


def of_account(db: Connection, account: int, now: datetime, idle_since: datetime) -> list[SignedIn]:
    """Where somebody is signed in, the newest first."""
    fresh = (S.c.expires_at > now, S.c.seen_at > idle_since)
    query = _OPEN.where(S.c.account_id == account, *fresh).order_by(S.c.id.desc())
    return [SignedIn._make(row) for row in db.execute(query)]


def seen(db: Connection, signed_in: int, now: datetime) -> None:
    db.execute(update(S).where(S.c.id == signed_in).values(seen_at=now))


def end(db: Connection, account: int, signed_in: int, now: datetime) -> bool:
    """Whether one of somebody's own has been ended."""
    mine = (S.c.id == signed_in, S.c.account_id == account, S.c.ended_at.is_(None))
    return db.execute(update(S).where(*mine).values(ended_at=now)).rowcount > 0


def end_others(db: Connection, account: int, but_for: int, now: datetime) -> None:
    others = (S.c.account_id == account, S.c.id != but_for, S.c.ended_at.is_(None))
    db.execute(update(S).where(*others).values(ended_at=now))


def anybody_came(db: Connection) -> bool:
    """Whether anybody has ever signed in."""
    return db.execute(select(S.c.id).limit(1)).first() is not None


def attempts(db: Connection, who: bytes, since: datetime) -> int:
    tried = (T.c.who == who, T.c.at > since)
    return int(db.execute(select(func.count()).where(*tried)).scalar_one())


def tried(db: Connection, who: bytes, now: datetime) -> None:
    db.execute(insert(T).values({"who": who, "at": now}))


def forget_old(db: Connection, attempts_before: datetime, ended_before: datetime) -> None:
    """What is of no use any more."""
    db.execute(delete(T).where(T.c.at < attempts_before))
    db.execute(delete(L).where(L.c.expires_at < ended_before))
    db.execute(delete(S).where(S.c.expires_at < ended_before))
