"""Who and what has been kept long enough: found by when something last happened."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    exists,
    false,
    func,
    or_,
    select,
    update,
)

from storage.inbox.received import ERASED
from storage.tables import (
    Address,
    Entry,
    Erasure,
    Fault,
    Guardian,
    Handover,
    Invitation,
    Match,
    Message,
    Participant,
    Person,
    Status,
    table,
)

A, E, F, H = table(Address), table(Erasure), table(Fault), table(Handover)
L, M, N, P = table(Entry), table(Message), table(Participant), table(Person)
T, U, V = table(Match), table(Guardian), table(Invitation)

# States of those who are in no programme, or not yet: the last two are under 18.
NOT_IN = ("declined", "under_age", "invited", "awaiting", "refused")

MOST = 200  # rows in one go
EMPTIED = timedelta(days=30)  # how long it is looked for what was emptied
IN_USE = (Status.QUEUED, Status.WITHHELD, Status.SENDING, Status.UNKNOWN)


class Since(NamedTuple):
    """The moments before which something must last have happened, for one programme."""

    programme: int | None  # None: of people in no programme
    stranger: datetime
    declined: datetime
    ended: datetime
    over: bool  # the programme has ended, and that long ago


def people(db: Connection, since: Since) -> list[int]:
    """Some of those whose time is over, who are not erased yet."""
    theirs = or_(A.c.shared_id.is_(None), A.c.shared_id != A.c.id)  # not a phone's of several
    held = exists().where(A.c.person_id == P.c.id, A.c.origin != ERASED, theirs)
    at_work = exists().where(E.c.person_id == P.c.id, E.c.finished_at.is_(None))
    query = select(P.c.id).where(held, ~at_work, _over(since)).order_by(P.c.id).limit(MOST)
    return list(db.execute(query).scalars())


def drop_texts(db: Connection, before: datetime) -> int:
    """Erase some texts that are older; how many. The oldest have the smallest ids."""
    newest = db.execute(select(func.max(M.c.id))).scalar()
    oldest = select(M.c.id, M.c.created_at, M.c.status, M.c.answered_at, M.c.direction)
    rows = db.execute(oldest.order_by(M.c.id).limit(MOST)).all()
    old = [
        row.id
        for row in rows
        if row.created_at < before
        and row.id < newest
        and row.status not in IN_USE
        and (row.direction == "out" or row.answered_at)
    ]
    return db.execute(delete(M).where(M.c.id.in_(old))).rowcount if old else 0


def drop_emptied(db: Connection, before: datetime) -> int:
    """Erase some of what was emptied of who was erased, and is not brought again any more."""
    newest = db.execute(select(func.max(M.c.id))).scalar() or 0
    lately = select(E.c.person_id).where(E.c.finished_at > before - EMPTIED)
    theirs = M.c.address_id.in_(select(A.c.id).where(A.c.person_id.in_(lately)))
    old = (theirs, M.c.kind == ERASED, M.c.created_at < before, M.c.id < newest)
    ids = select(M.c.id).where(*old).limit(MOST)
    return db.execute(delete(M).where(M.c.id.in_(ids))).rowcount


def drop_answers(db: Connection, before: datetime) -> int:
    """Empty some lines of the log that are older: what happened stays, and not what was said."""
    old = select(L.c.id).where(L.c.at < before, L.c.facts.is_not(None)).order_by(L.c.id).limit(MOST)
    return db.execute(update(L).where(L.c.id.in_(old)).values(facts=None)).rowcount


def drop_done(db: Connection, before: datetime) -> int:
    """Erase some of what coordinators have dealt with."""
    old = select(H.c.id).where(H.c.closed_at < before).limit(MOST)
    return db.execute(delete(H).where(H.c.id.in_(old))).rowcount


def drop_used(db: Connection, before: datetime) -> int:
    """Erase invitations that are good no more, and faults, which name messages."""
    old = select(V.c.id).where(or_(V.c.expires_at < before, V.c.used_at < before)).limit(MOST)
    gone = db.execute(delete(V).where(V.c.id.in_(old))).rowcount
    return gone + db.execute(delete(F).where(F.c.at < before)).rowcount


def _over(since: Since) -> ColumnElement[bool]:
    if since.programme is None:
        nowhere = ~exists().where(N.c.person_id == P.c.id)
        return and_(nowhere, _quiet(since.stranger))
    together = exists().where(
        or_(T.c.mentor_id == P.c.id, T.c.mentee_id == P.c.id), T.c.closed_at.is_(None)
    )
    stopped = and_(P.c.stopped_at < since.ended, _quiet(since.ended))
    return and_(
        ~together,
        or_(
            and_(_only(since, ("invited",)), P.c.stopped_at.is_(None), _quiet(since.stranger)),
            and_(_only(since, NOT_IN), _quiet(since.declined)),
            and_(_in(since), _answers_for_nobody(), _quiet(since.declined)),
            and_(_only(since, ("left", *NOT_IN)), _quiet(since.ended)),
            and_(_in(since), stopped),
            and_(_in(since), _quiet(since.ended)) if since.over else false(),
        ),
    )


def _in(since: Since) -> ColumnElement[bool]:
    """In this programme, not as its coordinator, and in no other."""
    here = exists().where(N.c.person_id == P.c.id, N.c.programme_id == since.programme)
    elsewhere = exists().where(
        N.c.person_id == P.c.id,
        or_(N.c.programme_id != since.programme, N.c.role == "coordinator"),
    )
    return and_(here, ~elsewhere)


def _answers_for_nobody() -> ColumnElement[bool]:
    """Nothing but a guardian, whose child is not there any more."""
    other = exists().where(N.c.person_id == P.c.id, N.c.role != "guardian")
    return and_(~other, ~exists().where(U.c.guardian_id == P.c.id))


def _only(since: Since, states: Collection[str]) -> ColumnElement[bool]:
    other = exists().where(N.c.person_id == P.c.id, N.c.state.not_in(states))
    return and_(_in(since), ~other)


def _quiet(before: datetime) -> ColumnElement[bool]:
    """Nothing was said to them or by them since."""
    addresses = select(A.c.id).where(A.c.person_id == P.c.id).correlate(P)
    newest = select(func.max(M.c.id)).where(M.c.address_id.in_(addresses)).correlate(P)
    last = select(M.c.created_at).where(M.c.id == newest.scalar_subquery()).scalar_subquery()
    return func.coalesce(last, P.c.created_at) < before
