"""The console's audit log: who saw and did what, the newest first."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, or_, select

from storage import tables
from storage.console import access
from storage.console.access import Viewer
from storage.tables import table

E = table(tables.Deed)


class NewDeed(NamedTuple):
    """Something that somebody has seen or done."""

    account_id: int
    what: str
    at: datetime
    about: str = ""
    about_id: int | None = None
    programme_id: int | None = None


class Deed(NamedTuple):
    """The same, as it is shown."""

    id: int
    account_id: int
    programme_id: int | None
    what: str
    about: str
    about_id: int | None
    at: datetime


def add(db: Connection, deed: NewDeed) -> None:
    db.execute(insert(E).values(deed._asdict()))


def lately(db: Connection, deed: NewDeed, since: datetime) -> bool:
    """Whether the very same was written down since then."""
    same = (
        E.c.account_id == deed.account_id,
        E.c.what == deed.what,
        E.c.about == deed.about,
        E.c.at > since,
        E.c.about_id.is_(None) if deed.about_id is None else E.c.about_id == deed.about_id,
    )
    return db.execute(select(E.c.id).where(*same).limit(1)).first() is not None


def newest(db: Connection, viewer: Viewer, before: int | None, most: int) -> list[Deed]:
    """What was done before that line, as an owner may read it: all that is of their programmes,
    and of none."""
    owned = access.programmes(viewer, access.OWNS)
    columns = (E.c[name] for name in Deed._fields)
    query = select(*columns).where(or_(E.c.programme_id.is_(None), E.c.programme_id.in_(owned)))
    if before is not None:
        query = query.where(E.c.id < before)
    query = query.where(owned.exists()).order_by(E.c.id.desc()).limit(most)
    return [Deed._make(row) for row in db.execute(query)]


def forget(db: Connection, before: datetime, most: int) -> int:
    """Give up some of the lines that are older; how many."""
    old = select(E.c.id).where(E.c.at < before).limit(most)
    return db.execute(delete(E).where(E.c.id.in_(old))).rowcount
