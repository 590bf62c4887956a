"""Pages: who was called for which concern, when, and by which channel."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from storage import bulk, tables
from storage.among import among
from storage.tables import Status, table

C, G, P = table(tables.Concern), table(tables.Page), table(tables.Person)
M = table(tables.Message)
ARRIVED = (Status.SENT, Status.DELIVERED)


class NewPage(NamedTuple):
    """A page to be written down."""

    concern_id: int
    person_id: int
    name: str
    channel: str
    at: datetime


class Call(NamedTuple):
    """A concern for which somebody was paged, as they stand to it."""

    person_id: int  # who was paged
    concern: int
    about_id: int  # who said it
    about: str | None
    programme_id: int
    words: str
    acknowledged_by: str | None
    acknowledged_person_id: int | None
    acknowledged_at: datetime | None
    shown: Sequence[datetime] = ()  # when texts about it have arrived on their phone


_LAST = (
    select(G.c.person_id, G.c.concern_id, func.max(G.c.at).label("at"))
    .join(C, C.c.id == G.c.concern_id)
    .where(among(G.c.person_id, "people"), C.c.closed_at.is_(None))
    .group_by(G.c.person_id, G.c.concern_id)
    .subquery()
)
_CALLS = (
    select(
        _LAST.c.person_id,
        C.c.id,
        C.c.person_id,
        P.c.name,
        C.c.programme_id,
        C.c.words,
        C.c.acknowledged_by,
        C.c.acknowledged_person_id,
        C.c.acknowledged_at,
    )
    .select_from(_LAST)
    .join(C, C.c.id == _LAST.c.concern_id)
    .join(P, P.c.id == C.c.person_id)
    .order_by(_LAST.c.at.desc(), C.c.id.desc())
)


def key(concern: int) -> str:
    """What the texts about a concern are known by."""
    return f"page{concern}"


def add(db: Connection, rows: Sequence[NewPage]) -> None:
    bulk.insert(db, G, rows)


def calls(db: Connection, people: Sequence[int]) -> dict[int, list[Call]]:
    """For which concerns that are not closed these people were paged, the newest first."""
    found: dict[int, list[Call]] = defaultdict(list)
    every = [Call(*row) for row in db.execute(_CALLS, {"people": people})]
    shown = _shown(db, {key(call.concern) for call in every}) if every else {}
    for call in every:
        texts = shown.get((call.person_id, key(call.concern)), ())
        found[call.person_id].append(call._replace(shown=texts))
    return found


def _shown(db: Connection, keys: Collection[str]) -> dict[tuple[int, str], list[datetime]]:
    """When texts of these keys have arrived, by whom they were for. Of a call it is only known that
    the phone was to ring."""
    query = select(M.c.person_id, M.c.asked, M.c.sent_at).where(
        M.c.asked.in_(keys),
        M.c.status.in_(ARRIVED),
        M.c.sent_at.is_not(None),
        M.c.sender.not_like("voice:%"),
    )
    found: dict[tuple[int, str], list[datetime]] = defaultdict(list)
    for person, one, at in db.execute(query):
        found[person, one].append(at)
    return found


def of(db: Connection, concern: int) -> list[NewPage]:
    """The pages for a concern, oldest first."""
    columns = [G.c[name] for name in NewPage._fields]
    query = select(*columns).where(G.c.concern_id == concern).order_by(G.c.id)
    return [NewPage._make(row) for row in db.execute(query)]
