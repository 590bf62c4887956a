"""Erasing somebody's own rows: what goes, what is emptied, and what has to stay."""

from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    func,
    not_,
    or_,
    select,
    true,
    update,
)

from storage.console import accounts
from storage.inbox.received import ERASED
from storage.people import names
from storage.records import about
from storage.sealing.sealed import SealedText
from storage.tables import (
    Address,
    Handover,
    Match,
    Message,
    Participant,
    Person,
    Status,
    Timer,
    metadata,
    table,
)

A, H, M, N = table(Address), table(Handover), table(Message), table(Participant)
P, T, W = table(Person), table(Match), table(Timer)

MOST = 500  # rows erased in one go
TOLD = "erased"  # the kind of what tells a coordinator
WAITS = (Status.QUEUED, Status.WITHHELD, Status.SENDING, Status.UNKNOWN)
# What a programme has to keep of what was told to it about harm, under its own rules.
STAYS = frozenset({"concern", "concern_line", "page"})
# Emptied, for other rows stand on them: they tell that there was somebody, and nothing of whom.
EMPTIED = ("match", "meeting", "broadcast")
LAST = ("person", "address", "participant", "erasure")

# The newest message of all is emptied: SQLite would give its number to the next one, and a late
# report about the one would be taken for the other's.
_OLDER = M.c.id < select(func.max(M.c.id)).scalar_subquery()
_EMPTY_MESSAGE = {"text": "", "buttons": None, "kind": ERASED, "asked": None}
# Their last text goes out, then it is gone as well.
_FAREWELL = and_(M.c.direction == "out", M.c.kind == "compliance", M.c.status.in_(WAITS))


def own(db: Connection, person: int, since: datetime) -> int:
    """Erase some of their rows, but for their last text while that is on its way; how many. 0:
    all are gone but for what comes last. What they wrote since then is emptied, and known when it
    is brought again."""
    return _some(db, person, and_(_OLDER, not_(_FAREWELL)), since)


def rest(db: Connection, person: int, since: datetime) -> int:
    """The same, with their last text."""
    return _some(db, person, _OLDER, since)


def says_farewell(db: Connection, person: int) -> bool:
    """Whether their last text is still on its way."""
    query = select(M.c.id).where(about.theirs(M, person), _FAREWELL).limit(1)
    return db.execute(query).first() is not None


def untold(db: Connection, person: int) -> bool:
    """Whether somebody they met, who can hear it, has not heard yet that they have gone."""
    other = or_(
        and_(T.c.mentor_id == person, P.c.id == T.c.mentee_id),
        and_(T.c.mentee_id == person, P.c.id == T.c.mentor_id),
    )
    there = select(T.c.id).join(P, other).where(T.c.state != "closed", P.c.stopped_at.is_(None))
    return db.execute(there.limit(1)).first() is not None


def end(db: Connection, person: int, now: datetime, *, shut: bool) -> None:
    """The last of it: their name, their number, the words of their matches. Where nobody may
    write to them again the digest of their number stays, by which they are known."""
    for name in EMPTIED:
        one = metadata.tables[name]
        empty = {
            column.name: "" if isinstance(column.type, SealedText) else {}
            for column in about.sealed(one)
        }
        db.execute(update(one).where(about.theirs(one, person)).values(empty))
    db.execute(
        update(T)
        .where(about.theirs(T, person), T.c.state != "closed")
        .values(state="closed", closed_at=now)
    )
    db.execute(delete(W).where(W.c.cause.startswith(f"gone:{person}:")))
    db.execute(update(M).where(about.theirs(M, person)).values(_EMPTY_MESSAGE))
    waits = (about.theirs(M, person), M.c.status.in_(WAITS))
    db.execute(update(M).where(*waits).values(status=Status.SUPPRESSED, code=ERASED))
    db.execute(update(N).where(N.c.person_id == person).values(profile={}))
    if shut:
        db.execute(delete(N).where(N.c.person_id == person))
    db.execute(
        update(A)
        .where(A.c.person_id == person)
        .values(handle="", origin=ERASED, unreachable_at=None, heard_at=None, doubted_at=None)
    )
    accounts.forget(db, person, now)
    gone = dict.fromkeys(("name", "held_at", "paused_at", "paused_until", "undo", "echo"))
    db.execute(update(P).where(P.c.id == person).values(zone="UTC", fewer=False, **gone))
    names.forget(db, [person])


def _some(db: Connection, person: int, messages: ColumnElement[bool], since: datetime) -> int:
    for one in reversed(metadata.sorted_tables):
        if one not in about.tables() or one.name in (*STAYS, *EMPTIED, *LAST):
            continue
        which = H.c.kind != TOLD if one is H else true()
        if one is M:
            which = and_(messages, M.c.kind != ERASED)
            recent = and_(which, M.c.direction == "in", M.c.address_id.is_not(None))
            ids = select(M.c.id).where(about.theirs(M, person), recent, M.c.created_at > since)
            emptying = update(M).where(M.c.id.in_(ids.limit(MOST))).values(_EMPTY_MESSAGE)
            if done := db.execute(emptying).rowcount:
                return done
        ids = select(one.c.id).where(about.theirs(one, person), which).limit(MOST)
        if done := db.execute(delete(one).where(one.c.id.in_(ids))).rowcount:
            return done
    return 0
