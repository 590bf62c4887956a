"""What became of messages that were handed to their provider."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, literal_column, or_, select, update

from storage import bulk
from storage.outbox import due
from storage.outbox.due import Ready
from storage.tables import Message, Status, table

M = table(Message)


class SendResult(NamedTuple):
    """What became of a send, as its message keeps it: the message's id and columns."""

    id: int
    status: Status
    external_id: str | None
    code: str  # why it was not sent
    due_at: datetime  # when it is tried again
    attempts: int
    flagged: bool
    sent_at: datetime | None


# Of what was handed over little is open at any time; without these words SQLite does not see that
# the index of it will do, and reads the whole table.
_HANDED_OVER = M.c.status.in_([literal_column("'sending'"), literal_column("'unknown'")])
_RECORD = bulk.changing(M, SendResult._fields).where(_HANDED_OVER)
_UNKNOWN = (
    select(M.c.id)
    .where(
        M.c.sender == bindparam("ours"),
        _HANDED_OVER,
        M.c.status == literal_column("'unknown'"),
        or_(M.c.sent_at <= bindparam("before"), M.c.sent_at > bindparam("now")),
    )
    .order_by(M.c.id)
    .limit(bindparam("most"))
)
_LEFT = update(M).where(
    M.c.sender == bindparam("ours"), _HANDED_OVER, M.c.status == literal_column("'sending'")
)


def record(db: Connection, results: Sequence[SendResult]) -> None:
    """Keep what became of messages, unless a callback has said more already."""
    bulk.update_each(db, _RECORD, results)


def leave_unknown(db: Connection, sender: str, in_flight: Sequence[int]) -> None:
    """What another holder was sending has an unknown result; what we are sending has not."""
    lost = {"status": Status.UNKNOWN, "code": "interrupted", "attempts": M.c.attempts + 1}
    db.execute(_LEFT.where(M.c.id.not_in(in_flight)).values(lost), {"ours": sender})


def unknown(db: Connection, sender: str, before: datetime, now: datetime, most: int) -> list[Ready]:
    """Messages whose result has been unknown since before then; or since a later time than now,
    which a clock that was set back leaves."""
    given = {"ours": sender, "before": before, "now": now, "most": most}
    ids = list(db.execute(_UNKNOWN, given).scalars())
    return due.read(db, ids) if ids else []


def taken_ids(db: Connection, address_id: int, since: datetime) -> list[str]:
    """The external ids that messages to this address have."""
    query = select(M.c.external_id).where(
        M.c.address_id == address_id,
        M.c.direction == "out",
        M.c.external_id.is_not(None),
        M.c.created_at >= since,
    )
    return [external_id for external_id in db.execute(query).scalars() if external_id]
