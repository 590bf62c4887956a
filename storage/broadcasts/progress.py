"""The progress of a broadcast: where its audience stands, and whose text people had last."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    select,
)

from storage.among import among
from storage.tables import Broadcast, Message, Recipient, table

C, M, R = table(Broadcast), table(Message), table(Recipient)

_WAITING: ColumnElement[str] = literal_column("'waiting'")
_EXPIRED: ColumnElement[str] = literal_column("'expired'")
_DEFERRED: ColumnElement[str] = literal_column("'deferred'")
_STANDS = case(
    # What did not leave in time waits again, as soon as the clock has looked at it.
    (
        R.c.state == literal_column("'fed'"),
        case((M.c.status == _EXPIRED, _DEFERRED), else_=M.c.status),
    ),
    (R.c.state == _WAITING, case((R.c.due_at > bindparam("now"), _DEFERRED), else_=_WAITING)),
    else_=literal_column("'suppressed'"),
)
_PROGRESS = (
    select(_STANDS.label("stands"), func.count())
    .select_from(R)
    .outerjoin(M, and_(M.c.broadcast_id == R.c.broadcast_id, M.c.person_id == R.c.person_id))
    .where(R.c.broadcast_id == bindparam("broadcast"))
    .group_by(literal_column("stands"))
)
_REACHED = (
    select(M.c.person_id, func.max(M.c.id))
    .where(
        among(M.c.person_id, "people"),
        M.c.direction == literal_column("'out'"),
        M.c.priority > literal_column("0"),
        M.c.broadcast_id.is_not(None),
        M.c.sent_at > bindparam("since"),
    )
    .group_by(M.c.person_id)
)
_BY = (
    select(M.c.person_id, C.c.coordinator_id, C.c.programme_id)
    .join(C, C.c.id == M.c.broadcast_id)
    .where(among(M.c.id, "ids"))
)


class Writer(NamedTuple):
    """The coordinator who wrote to many, and for which programme."""

    coordinator_id: int
    programme_id: int


def count(db: Connection, broadcast: int, now: datetime) -> Counter[str]:
    """How many of an audience stand where: always all of them.

    waiting, deferred, queued, sending, unknown, sent, delivered, failed, suppressed.
    """
    counted = db.execute(_PROGRESS, {"broadcast": broadcast, "now": now})
    return Counter({str(state): count for state, count in counted})


def reached(db: Connection, people: Sequence[int], since: datetime) -> dict[int, Writer]:
    """Whose broadcast these people had last, if since then."""
    newest = [row[1] for row in db.execute(_REACHED, {"people": people, "since": since})]
    if not newest:
        return {}
    rows = db.execute(_BY, {"ids": newest})
    return {person: Writer(coordinator, programme) for person, coordinator, programme in rows}
