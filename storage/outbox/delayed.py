"""Delayed messages: those that wait for another try, and when none is made any more."""

from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    update,
)

from storage.outbox.due import UNCERTAIN
from storage.tables import Message, Run, Status, table

M, R = table(Message), table(Run)
L = M.alias("later")

# What is delayed is little at any time, and found by an index of its own.
_TRIED = (
    M.c.status == literal_column("'queued'"),
    M.c.attempts > literal_column("0"),
    M.c.sender == bindparam("ours"),
)


def _written_since(moment: ColumnElement[datetime | None]) -> ColumnElement[bool]:
    """Whether the person has written after that."""
    theirs = (L.c.address_id == M.c.address_id, L.c.id > M.c.id)
    texts = (L.c.direction == literal_column("'in'"), L.c.sender != literal_column("'inside'"))
    one: Select[tuple[int]] = select(literal_column("1")).select_from(L)
    return exists(one.where(*theirs, *texts, L.c.created_at > moment))


_DELAYED = (*_TRIED, _written_since(M.c.sent_at))
_HURRIED = (
    update(M)
    .where(*_DELAYED, M.c.code.not_in([literal_column("'throttled'"), literal_column("'paced'")]))
    .values(due_at=bindparam("now"))
)
_WITHDRAWN = (
    update(M)
    .where(*_DELAYED, M.c.code.in_([literal_column(f"'{code}'") for code in UNCERTAIN]))
    .values(status=literal_column("'sent'"), code=literal_column("'answered'"))
)
# By the codes of what may have arrived, ours among them: `outbox.retries.UNKNOWN`.
_OVER = (
    update(M)
    .where(
        *_TRIED,
        M.c.kind != literal_column("'page'"),  # which belongs to no run
        _written_since(M.c.asked_at),
        M.c.code.in_([literal_column(f"'{code}'") for code in ("unknown", *UNCERTAIN)]),
        ~exists().where(
            R.c.person_id == M.c.person_id, R.c.asked == M.c.asked, R.c.closed_at.is_(None)
        ),
    )
    .values(status=literal_column("'sent'"), code=literal_column("'answered'"))
)


def hurry(db: Connection, sender: str, now: datetime) -> None:
    """Who has written since the last attempt is there: what was to be tried again later is tried
    now, but for a wait that the provider has named."""
    db.execute(_HURRIED, {"ours": sender, "now": now})


def withdraw(db: Connection, sender: str) -> None:
    """What may have arrived is not sent again to who has written since then: they go on. Nor is a
    question that is not open any more to who has written since it was first handed over."""
    db.execute(_WITHDRAWN, {"ours": sender})
    db.execute(_OVER, {"ours": sender})


def resume(db: Connection, sender: str, now: datetime) -> None:
    """The provider is back: nobody waits any longer for their own next try, but for what it has
    asked itself, and what failed at a handset."""
    waits = (M.c.sender == sender, M.c.status == Status.QUEUED, M.c.due_at > now)
    because = (M.c.code.not_in(("", "throttled", "paced")), M.c.code.not_like("3%"))
    db.execute(update(M).where(*waits, *because).values(due_at=now))


def set_back(db: Connection, sender: str, now: datetime) -> None:
    """The clock was set back: what was due at once, or to be tried again, is due now; what was
    for a later hour keeps that hour."""
    waits = (M.c.sender == sender, M.c.status == Status.QUEUED, M.c.due_at > now)
    soon = or_(M.c.due_at <= M.c.created_at, M.c.code != "")
    db.execute(update(M).where(*waits, soon).values(due_at=now))


def expire(db: Connection, sender: str, now: datetime) -> None:
    """What was only good until now is not sent any more."""
    late = (M.c.sender == sender, M.c.status == Status.QUEUED, M.c.send_before <= now)
    db.execute(update(M).where(*late).values(status=Status.EXPIRED))
