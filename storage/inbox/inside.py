"""Internal events: messages from inside, which the next turns of their people hear."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from storage import bulk
from storage.inbox.received import KNOWN_BY, InboundMessage
from storage.tables import Message, table

M = table(Message)


def row(person: int, address: int | None, cause: str, news: str, now: datetime) -> InboundMessage:
    """An internal event as a row of a person's inbox; its cause makes it happen once."""
    return InboundMessage(
        person_id=person,
        address_id=address,
        sender="inside",
        external_id=cause,
        kind="inside",
        text=news,
        due_at=now,
        created_at=now,
    )


def tell(db: Connection, rows: Sequence[InboundMessage]) -> None:
    """Put internal events into people's inboxes; what has the same cause happens once."""
    bulk.insert(db, M, rows, KNOWN_BY)


def told(db: Connection, cause: str) -> bool:
    """Whether there was an internal event of this cause."""
    known = (M.c.direction == "in", M.c.sender == "inside", M.c.external_id == cause)
    return db.execute(select(M.c.id).where(*known)).first() is not None
