"""Outbound messages: queued, and taken back before they leave."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    case,
    func,
    literal_column,
    select,
    update,
)

from storage import bulk
from storage.among import among
from storage.outbox import waiting
from storage.outbox.waiting import OutboundMessage
from storage.tables import Match, Message, Status, table

M, T = table(Message), table(Match)

_OPEN: list[ColumnElement[str]] = [
    literal_column(f"'{s}'") for s in ("queued", "sending", "unknown")
]
_WAITS = M.c.status == literal_column("'queued'")
# Of whom it is not known whether the phone is still theirs; found by an index of its own.
_WITHHELD = M.c.status == literal_column("'withheld'")
_SUPPRESSED = (
    update(M)
    .where(
        among(M.c.person_id, "people"),
        M.c.direction == literal_column("'out'"),
        M.c.kind != literal_column("'compliance'"),
        # As the index of what waits has it: otherwise SQLite reads the whole table.
        M.c.status.in_(_OPEN),
    )
    .values(
        status=case((_WAITS, literal_column("'suppressed'")), else_=M.c.status),
        code=case((_WAITS, literal_column("'stopped'")), else_=M.c.code),
        send_before=bindparam("now"),
    )
)


def queue(db: Connection, rows: Sequence[OutboundMessage]) -> None:
    """Put outbound messages into the outbox, in this order, each in its turn."""
    bulk.insert(db, M, waiting.line_up(db, rows))


def suppress(db: Connection, people: Sequence[int], now: datetime) -> None:
    """Take back what waits for people who have stopped, but for a confirmation. What is on its
    way may still arrive, but is not tried again: it would hold up the confirmation, or come
    after a new START.
    One statement for both, since what is on its way may come back at this very moment."""
    db.execute(_SUPPRESSED, {"people": people, "now": now})
    _drop_withheld(db, "stopped", M.c.person_id.in_(people))


def _drop_withheld(db: Connection, code: str, *which: ColumnElement[bool]) -> None:
    gone = {"status": Status.SUPPRESSED, "code": code}
    db.execute(update(M).where(_WITHHELD, *which).values(gone))


def take_back(
    db: Connection, keys: Collection[str], now: datetime, *, but_for: int | None = None
) -> None:
    """Questions that wait to be sent, and were asked otherwise meanwhile, need not be; but for
    those to this person."""
    waits = [M.c.asked.in_(keys), M.c.status == Status.QUEUED]
    if but_for is not None:
        waits.append(M.c.person_id != but_for)
    values = {"status": Status.SUPPRESSED, "code": "asked already", "send_before": now}
    db.execute(update(M).where(*waits).values(values))
    asked = [one for one in waits if one is not waits[1]]
    _drop_withheld(db, "asked already", *asked)


def take_back_about(db: Connection, matches: Collection[int], now: datetime) -> None:
    """What waits to be sent about these matches is not sent, to either side."""
    mentors = select(T.c.mentor_id).where(T.c.id.in_(matches))
    sides = mentors.union(select(T.c.mentee_id).where(T.c.id.in_(matches)))
    waits = (M.c.person_id.in_(sides), M.c.match_id.in_(matches), M.c.status.in_(_OPEN))
    taken = {
        "status": case((_WAITS, literal_column("'suppressed'")), else_=M.c.status),
        "code": case((_WAITS, literal_column("'frozen'")), else_=M.c.code),
        "send_before": now,
    }
    db.execute(update(M).where(M.c.direction == "out", *waits).values(taken))
    _drop_withheld(db, "frozen", *waits[:2])


def take_back_relayed(db: Connection, matches: Collection[int], now: datetime) -> None:
    """Of the words of one of these matches to the other, what waits to be sent is not sent."""
    mentors = select(T.c.mentor_id).where(T.c.id.in_(matches))
    sides = mentors.union(select(T.c.mentee_id).where(T.c.id.in_(matches)))
    theirs = (M.c.person_id.in_(sides), M.c.match_id.in_(matches), M.c.kind == "relayed")
    gone = {"status": Status.SUPPRESSED, "code": "switched off", "send_before": now}
    waits = (Status.QUEUED, Status.WITHHELD)
    db.execute(update(M).where(*theirs, M.c.status.in_(waits)).values(gone))


def undelivered(db: Connection, sender: str) -> int:
    """How many messages of a sender are not yet handed over."""
    waits = (M.c.sender == sender, M.c.status.in_(_OPEN), M.c.status != Status.UNKNOWN)
    return db.execute(select(func.count()).where(*waits)).scalar_one()
