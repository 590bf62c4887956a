"""What people who have not agreed were answered, and what that has cost."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, case, func, literal_column, select

from storage.among import among
from storage.tables import Message, table

M = table(Message)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
_STRANGER = M.c.kind == literal_column("'stranger'")
# Confirmations of STOP and HELP, too: nobody costs more by asking for them again and again.
_COUNTS = M.c.kind.in_([literal_column("'stranger'"), literal_column("'compliance'")])
_SPENT = select(
    func.coalesce(func.sum(case((M.c.created_at > bindparam("hour"), M.c.segments), else_=0)), 0),
    func.coalesce(func.sum(M.c.segments), 0),
).where(_COUNTS, M.c.segments > literal_column("0"), M.c.created_at > bindparam("day"))
_ANSWERED = (
    select(M.c.address_id, func.count())
    .where(_COUNTS, among(M.c.address_id, "addresses"), M.c.created_at > bindparam("day"))
    .group_by(M.c.address_id)
)
_WAITING = (
    select(M.c.sender, func.sum(case((M.c.segments > 0, M.c.segments), else_=1)))
    .where(
        M.c.status == literal_column("'queued'"),
        M.c.priority == literal_column("0"),
        _STRANGER,
        M.c.sender.in_(bindparam("senders")),
        M.c.turn_at <= bindparam("until"),
    )
    .group_by(M.c.sender)
)


class Spent(NamedTuple):
    """Segments that went to people who had not agreed."""

    hour: int
    day: int


def spent(db: Connection, now: datetime) -> Spent:
    """What the last hour and the last day have cost."""
    return Spent._make(db.execute(_SPENT, {"hour": now - HOUR, "day": now - DAY}).one())


def answered(db: Connection, addresses: Sequence[int], now: datetime) -> dict[int, int]:
    """How many messages each address had in the last day."""
    rows = db.execute(_ANSWERED, {"addresses": addresses, "day": now - DAY})
    return {address: count for address, count in rows}


def waiting(db: Connection, senders: Collection[str], until: datetime) -> dict[str, int]:
    """The segments that wait at each sender for a turn until then."""
    rows = db.execute(_WAITING, {"senders": list(senders), "until": until})
    return {sender: segments for sender, segments in rows}
