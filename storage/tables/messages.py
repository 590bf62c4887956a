"""Messages: the inbox, the outbox and the thread."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.base import (
    embedded_link,
    key,
    maybe_embedded_link,
    maybe_moment,
    moment,
    number_of,
    sealed_json,
    sealed_text,
)


class Message(SQLModel, table=True):
    """One text, inbound or outbound; the queued ones are the outbox."""

    __table_args__ = (
        Index(
            "uq_message_inbound",
            "sender",
            "external_id",
            unique=True,
            sqlite_where=text("direction = 'in'"),
            postgresql_where=text("direction = 'in'"),
        ),
        Index(
            "ix_message_unanswered",
            "priority",
            "id",
            sqlite_where=text("direction = 'in' AND answered_at IS NULL"),
            postgresql_where=text("direction = 'in' AND answered_at IS NULL"),
        ),
        Index(
            "ix_message_unanswered_person",
            "person_id",
            "created_at",
            "id",
            sqlite_where=text("direction = 'in' AND answered_at IS NULL"),
            postgresql_where=text("direction = 'in' AND answered_at IS NULL"),
        ),
        Index(
            "ix_message_due",
            "sender",
            "priority",
            "turn_at",
            "id",
            sqlite_where=text("status = 'queued'"),
            postgresql_where=text("status = 'queued'"),
        ),
        Index(
            "ix_message_waiting",
            "person_id",
            "priority",
            "id",
            sqlite_where=text("status IN ('queued', 'sending', 'unknown')"),
            postgresql_where=text("status IN ('queued', 'sending', 'unknown')"),
        ),
        Index(
            "ix_message_open",
            "sender",
            "status",
            sqlite_where=text("status IN ('sending', 'unknown')"),
            postgresql_where=text("status IN ('sending', 'unknown')"),
        ),
        Index(
            "ix_message_external",
            "sender",
            "external_id",
            sqlite_where=text("direction = 'out' AND external_id IS NOT NULL"),
            postgresql_where=text("direction = 'out' AND external_id IS NOT NULL"),
        ),
        Index(
            "ix_message_expiry",
            "sender",
            "send_before",
            sqlite_where=text("status = 'queued' AND send_before IS NOT NULL"),
            postgresql_where=text("status = 'queued' AND send_before IS NOT NULL"),
        ),
        Index(
            "ix_message_delayed",
            "person_id",
            sqlite_where=text("status = 'queued' AND attempts > 0"),
            postgresql_where=text("status = 'queued' AND attempts > 0"),
        ),
        Index(
            "ix_message_asked",
            "asked",
            sqlite_where=text("asked IS NOT NULL"),
            postgresql_where=text("asked IS NOT NULL"),
        ),
        Index(
            "uq_message_broadcast",
            "broadcast_id",
            "person_id",
            unique=True,
            sqlite_where=text("broadcast_id IS NOT NULL"),
            postgresql_where=text("broadcast_id IS NOT NULL"),
        ),
        Index(
            "ix_message_late",
            "id",
            sqlite_where=text("broadcast_id IS NOT NULL AND status = 'expired'"),
            postgresql_where=text("broadcast_id IS NOT NULL AND status = 'expired'"),
        ),
        Index(
            "ix_message_unasked_for",
            "person_id",
            "created_at",
            sqlite_where=text("direction = 'out' AND priority > 0"),
            postgresql_where=text("direction = 'out' AND priority > 0"),
        ),
        Index(
            "ix_message_strangers",
            "created_at",
            "segments",
            sqlite_where=text("kind IN ('stranger', 'compliance') AND segments > 0"),
            postgresql_where=text("kind IN ('stranger', 'compliance') AND segments > 0"),
        ),
        Index(
            "ix_message_stranger",
            "address_id",
            "created_at",
            sqlite_where=text("kind IN ('stranger', 'compliance')"),
            postgresql_where=text("kind IN ('stranger', 'compliance')"),
        ),
        Index(
            "ix_message_withheld",
            "person_id",
            sqlite_where=text("status = 'withheld'"),
            postgresql_where=text("status = 'withheld'"),
        ),
        Index("ix_message_thread", "address_id", "id"),
        Index(
            "ix_message_nowhere",
            "person_id",
            sqlite_where=text("address_id IS NULL"),
            postgresql_where=text("address_id IS NULL"),
        ),
    )

    id: int | None = key()
    person_id: int = embedded_link("person.id")
    address_id: int | None = maybe_embedded_link("address.id")  # None: an internal event
    direction: str  # "in", "out"
    sender: str
    external_id: str | None = None
    # channels.Kind of an inbound one; of an outbound one "", or what it is: stranger, compliance,
    # reminder, kept, file, relayed.
    kind: str
    text: str = sealed_text("message.text")
    reply_to: str | None = None  # the external id of ours that an inbound one answers
    asked: str | None = None  # the key of a question that an internal event asks
    asked_at: datetime | None = maybe_moment()  # when that was first handed over
    broadcast_id: int | None = number_of("broadcast.id")
    match_id: int | None = number_of("match.id")  # what it is about, of an outbound one
    buttons: list[list[str]] | None = sealed_json("message.buttons", nullable=True)
    status: str
    priority: int = Field(default=0)
    due_at: datetime = moment()
    turn_at: datetime | None = maybe_moment()  # its place in the outbox: storage.outbox.waiting
    send_before: datetime | None = maybe_moment()
    attempts: int = Field(default=0)
    flagged: bool = Field(default=False)  # sent again after an unknown result
    code: str = ""  # why it failed
    segments: int = Field(default=0)
    created_at: datetime = moment()
    answered_at: datetime | None = maybe_moment()
    aside_at: datetime | None = maybe_moment()  # its turn failed; a person will look
    sent_at: datetime | None = maybe_moment()


class Watermark(SQLModel, table=True):
    """How far a sender's list at the provider was read, by the provider's clock."""

    sender: str = Field(primary_key=True)
    read_to: datetime = moment()


class Fault(SQLModel, table=True):
    """An inbound message that could not be kept at all: its ids and the error, never its text."""

    id: int | None = key()
    sender: str
    external_id: str
    code: str
    at: datetime = moment()
