"""What waits for somebody at one address and is to go by another, or only now."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, literal_column, or_, select, update

from storage.mentoring.relayed import KIND
from storage.tables import Message, Status, table

M = table(Message)

LATELY = timedelta(days=2)  # what has failed since then still matters
LAST_WORDS = "compliance"  # a kind
LAST = 3  # texts in a row, after which nobody is there


class Kept(NamedTuple):
    """A text that has not reached anybody."""

    id: int
    kind: str
    text: str
    priority: int
    send_before: datetime | None
    buttons: list[list[str]] | None
    asked: str | None
    broadcast_id: int | None
    match_id: int | None
    code: str


_COLUMNS = [M.c[name] for name in Kept._fields]


def take(db: Connection, person: int, now: datetime, *, old: Collection[int] = ()) -> list[Kept]:
    """What was withheld from somebody, and what waits at these addresses of theirs, in its order:
    it is taken back there, and no more than once. What is not good any more is left."""
    withheld = and_(M.c.person_id == person, M.c.status == Status.WITHHELD)
    found = _claim(db, withheld, Status.WITHHELD)
    if old:
        last = M.c.kind == LAST_WORDS  # which are for whoever has the old phone
        waits = and_(M.c.person_id == person, M.c.address_id.in_(old), ~last)
        found += _claim(db, waits, Status.QUEUED)
    return sorted(one for one in found if one.send_before is None or one.send_before > now)


def readdress(db: Connection, message: int, address: int, sender: str, segments: int) -> None:
    """A text to many is counted by its row, which goes on where they are."""
    values = {"address_id": address, "sender": sender, "segments": segments, "code": ""}
    db.execute(update(M).where(M.c.id == message).values(status=Status.QUEUED, **values))


def drop(db: Connection, person: int) -> list[int]:
    """What was withheld from somebody is not sent; what that was."""
    theirs = (M.c.person_id == person, M.c.status == literal_column("'withheld'"))
    found = list(db.execute(select(M.c.id).where(*theirs)).scalars())
    gone = {"status": Status.SUPPRESSED, "code": "not theirs"}
    db.execute(update(M).where(M.c.id.in_(found)).values(gone))
    return found


def withhold(db: Connection, old: Collection[int]) -> None:
    """What waits at these addresses does not leave there any more."""
    waits = (M.c.address_id.in_(old), M.c.status == Status.QUEUED, M.c.kind != LAST_WORDS)
    db.execute(update(M).where(*waits).values(status=Status.WITHHELD))


def failed(db: Connection, address: int, now: datetime, codes: Collection[str]) -> list[Kept]:
    """What has lately failed at an address for one of these reasons, but for the words of others:
    who wrote those has heard of it."""
    query = (
        select(*_COLUMNS)
        .where(M.c.address_id == address, M.c.direction == "out", M.c.status == Status.FAILED)
        .where(M.c.created_at > now - LATELY, M.c.kind != KIND, M.c.code.in_(codes))
        .where(or_(M.c.send_before.is_(None), M.c.send_before > now))
        .order_by(M.c.id.desc())
        .limit(LAST)
    )
    return [Kept._make(row) for row in db.execute(query)][::-1]


def last_codes(db: Connection, address: int) -> Sequence[str | None]:
    """Why the last texts to an address have failed, newest first; None: one of them has not."""
    settled = (Status.FAILED, Status.SENT, Status.DELIVERED)
    query = (
        select(M.c.status, M.c.code)
        .where(M.c.address_id == address, M.c.direction == "out", M.c.status.in_(settled))
        .order_by(M.c.id.desc())
        .limit(LAST)
    )
    rows = db.execute(query).all()
    return [row.code if row.status == Status.FAILED else None for row in rows]


def _claim(db: Connection, which: ColumnElement[bool], status: Status) -> list[Kept]:
    """Unless the outbox has them just now."""
    stands = M.c.status == literal_column(f"'{status}'")  # as the index of these has it
    query = select(*_COLUMNS).where(which, stands).order_by(M.c.id)
    rows = db.execute(query.with_for_update(key_share=True, skip_locked=True)).all()
    if rows:
        taken = update(M).where(M.c.id.in_([row.id for row in rows]))
        db.execute(taken.values(status=Status.SUPPRESSED, code="redirected"))
    return [Kept._make(row) for row in rows]
