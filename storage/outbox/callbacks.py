"""Status callbacks: what a provider says of a message after it took it."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, exists, literal_column, select, update

from storage.tables import Message, Person, Status, table

M, P = table(Message), table(Person)

RANK = {  # callbacks come in any order; a status never goes down
    Status.QUEUED: 0,
    Status.SENDING: 1,
    Status.UNKNOWN: 1,
    Status.SENT: 2,
    Status.FAILED: 3,
    Status.DELIVERED: 4,  # whatever was said before
}


class Told(NamedTuple):
    """A message of ours that a status callback speaks of."""

    id: int
    person_id: int
    address_id: int
    status: str
    attempts: int
    code: str
    external_id: str | None
    kind: str = ""


def find(db: Connection, sender: str, external_id: str, message_id: int | None) -> Told | None:
    """The message behind a callback: by our id where it carries one, else by theirs."""
    columns = select(*(M.c[name] for name in Told._fields))
    ours = and_(M.c.id == message_id, M.c.sender == sender, M.c.direction == "out")
    theirs = and_(M.c.sender == sender, M.c.external_id == external_id, M.c.direction == "out")
    row = db.execute(columns.where(ours if message_id else theirs).limit(1)).first()
    return Told._make(row) if row else None


def record(db: Connection, message: Told, status: str, external_id: str, code: str) -> bool:
    """Keep what a callback says, if it is more than is known; whether it was."""
    lower = [known for known, rank in RANK.items() if rank < RANK[Status(status)]]
    again = message.status == Status.QUEUED and message.attempts and message.code != "unknown"
    if again and status != Status.DELIVERED:
        lower.remove(Status.QUEUED)  # to be tried again: only the next attempt decides
    # The attempt counts, as it does once its answer is there.
    answered = case((M.c.status == Status.SENDING, M.c.attempts + 1), else_=M.c.attempts)
    values = {"status": status, "external_id": external_id, "code": code, "attempts": answered}
    changed = db.execute(
        update(M).where(M.c.id == message.id, M.c.status.in_(lower)).values(values)
    )
    return changed.rowcount > 0


def try_again(db: Connection, message: Told, at: datetime, code: str) -> bool:
    """A message that failed on its way is tried again at that time; False when its person has
    stopped meanwhile."""
    values = {"status": Status.QUEUED, "due_at": at, "code": code, "attempts": M.c.attempts + 1}
    stopped = exists(literal_column("1")).where(
        P.c.id == message.person_id, P.c.stopped_at.is_not(None)
    )
    changed = db.execute(update(M).where(M.c.id == message.id, ~stopped).values(values))
    return changed.rowcount > 0
