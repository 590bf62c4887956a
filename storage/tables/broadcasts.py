"""Broadcasts, and those they go to."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import SQLModel

from storage.tables.base import key, link, maybe_link, moment, sealed_text


class Broadcast(SQLModel, table=True):
    """One text to an audience, from a coordinator's own phone."""

    id: int | None = key()
    programme_id: int = link("programme.id")
    coordinator_id: int = link("person.id", index=True)
    audience: str  # mentees, mentors, everyone, unmet
    text: str = sealed_text("broadcast.text")
    state: str  # sending, held, dropped, done
    created_at: datetime = moment()


class Recipient(SQLModel, table=True):
    """Somebody of an audience. Once `fed`, the message tells what became of it."""

    __table_args__ = (
        UniqueConstraint("broadcast_id", "person_id"),
        Index(
            "ix_recipient_due",
            "due_at",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    id: int | None = key()
    broadcast_id: int = link("broadcast.id")
    person_id: int = link("person.id")
    address_id: int | None = maybe_link("address.id")
    state: str  # waiting, fed, suppressed
    code: str = ""  # why it was suppressed: stopped, left, unreachable, paused, dropped
    due_at: datetime = moment()
