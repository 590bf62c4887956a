"""Every table. Names, handles, texts and answers are sealed; ids, codes and times are not."""

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.sealed import SealedJSON, SealedText

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

Id = BigInteger().with_variant(Integer, "sqlite")


class Role(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"


class Status(StrEnum):
    """Where a message stands. Only `sending` and `unknown` may go back to `queued`."""

    RECEIVED = "received"
    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    SUPPRESSED = "suppressed"
    EXPIRED = "expired"


class Priority(IntEnum):
    REPLY = 0
    REMINDER = 1
    BROADCAST = 2


def _key() -> Any:
    return Field(default=None, sa_column=Column(Id, primary_key=True))


def _to(target: str, *, index: bool = False) -> Any:
    return Field(sa_column=Column(Id, ForeignKey(target), nullable=False, index=index))


def _maybe_to(target: str, *, index: bool = False) -> Any:
    return Field(default=None, sa_column=Column(Id, ForeignKey(target), nullable=True, index=index))


def _at() -> Any:
    return Field(sa_column=Column(UTCDateTime(), nullable=False))


def _maybe_at() -> Any:
    return Field(default=None, sa_column=Column(UTCDateTime(), nullable=True))


def _sealed_text(place: str, *, nullable: bool = False) -> Any:
    return Field(default=None, sa_column=Column(SealedText(place), nullable=nullable))


def _sealed_json(place: str, *, nullable: bool = False) -> Any:
    return Field(default=None, sa_column=Column(SealedJSON(place), nullable=nullable))


class Programme(SQLModel, table=True):
    """A mentoring programme; an installation serves several.

    `settings` holds what participants read of it: coordinator, place, topics, contact.
    """

    id: int | None = _key()
    name: str
    keyword: str = Field(unique=True)  # what a mentee texts to join, lower case
    mentor_keyword: str = Field(unique=True)
    language: str
    zone: str
    country: str  # ISO 3166, two letters
    formal: bool = False
    minimum_age: int = 18
    settings: dict[str, Any] = _sealed_json("programme.settings")
    created_at: datetime = _at()


class Person(SQLModel, table=True):
    """Who has addresses, a language, a zone, the inbox order and STOP."""

    id: int | None = _key()
    language: str
    zone: str
    name: str | None = _sealed_text("person.name", nullable=True)
    stopped_at: datetime | None = _maybe_at()
    held_at: datetime | None = _maybe_at()  # perhaps they meant STOP: only replies leave
    undo: dict[str, Any] | None = _sealed_json("person.undo", nullable=True)
    echo: dict[str, Any] | None = _sealed_json("person.echo", nullable=True)
    created_at: datetime = _at()


class Address(SQLModel, table=True):
    """A person on a channel: a chat id, a phone number in E.164."""

    id: int | None = _key()
    person_id: int = _to("person.id", index=True)
    channel: str
    sender: str  # the side of ours that they know
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))  # and channel
    handle: str = _sealed_text("address.handle")
    unreachable_at: datetime | None = _maybe_at()
    created_at: datetime = _at()


class Participant(SQLModel, table=True):
    """A person's enrolment in one programme. `profile` holds the intake's answers."""

    __table_args__ = (UniqueConstraint("person_id", "programme_id", "role"),)

    id: int | None = _key()
    person_id: int = _to("person.id")
    programme_id: int = _to("programme.id")
    role: str
    state: str  # invited, consented, ready, declined, under_age, left
    profile: dict[str, Any] = _sealed_json("participant.profile")
    created_at: datetime = _at()


class Invitation(SQLModel, table=True):
    """A coordinator's invitation; `facts` are the answers it already gives."""

    id: int | None = _key()
    programme_id: int = _to("programme.id")
    role: str
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))
    facts: dict[str, Any] = _sealed_json("invitation.facts")
    created_at: datetime = _at()
    expires_at: datetime = _at()
    used_at: datetime | None = _maybe_at()


class Entry(SQLModel, table=True):
    """A line of the log, which only grows: consents, answers and changes of state."""

    __tablename__ = "log"

    id: int | None = _key()
    person_id: int = _to("person.id", index=True)
    programme_id: int | None = _maybe_to("programme.id")
    at: datetime = _at()
    kind: str  # what happened, in the past tense: "consent given", "answered"
    flow: str = ""
    state: str = ""
    wording: str = ""  # the version of the words that were shown
    channel: str = ""
    message_id: int | None = Field(default=None, sa_column=Column(Id, nullable=True))
    facts: dict[str, Any] | None = _sealed_json("log.facts", nullable=True)


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
            "id",
            sqlite_where=text("direction = 'in' AND answered_at IS NULL"),
            postgresql_where=text("direction = 'in' AND answered_at IS NULL"),
        ),
        Index(
            "ix_message_unanswered_person",
            "person_id",
            "id",
            sqlite_where=text("direction = 'in' AND answered_at IS NULL"),
            postgresql_where=text("direction = 'in' AND answered_at IS NULL"),
        ),
        Index(
            "ix_message_due",
            "sender",
            "priority",
            "due_at",
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
        Index("ix_message_thread", "address_id", "id"),
    )

    id: int | None = _key()
    person_id: int = _to("person.id")
    address_id: int | None = _maybe_to("address.id")  # None: news from inside
    direction: str  # "in", "out"
    sender: str
    external_id: str | None = None
    kind: str  # channels.Kind of an inbound one; "" of an outbound one
    text: str = _sealed_text("message.text")
    buttons: list[list[str]] | None = _sealed_json("message.buttons", nullable=True)
    status: str
    priority: int = Field(default=0)
    due_at: datetime = _at()
    send_before: datetime | None = _maybe_at()
    attempts: int = Field(default=0)
    flagged: bool = Field(default=False)  # sent again after an unknown fate
    code: str = ""  # why it failed
    segments: int = Field(default=0)
    created_at: datetime = _at()
    answered_at: datetime | None = _maybe_at()
    aside_at: datetime | None = _maybe_at()  # its turn failed; a person will look
    sent_at: datetime | None = _maybe_at()


class Run(SQLModel, table=True):
    """One person's pass through one flow. Open runs form a stack by `depth`."""

    __table_args__ = (
        Index(
            "uq_run_open",
            "person_id",
            "depth",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index(
            "ix_run_silent",
            "nudge_at",
            sqlite_where=text("closed_at IS NULL AND nudge_at IS NOT NULL"),
            postgresql_where=text("closed_at IS NULL AND nudge_at IS NOT NULL"),
        ),
    )

    id: int | None = _key()
    person_id: int = _to("person.id")
    programme_id: int | None = _maybe_to("programme.id")
    role: str = ""
    flow: str
    state: str
    depth: int
    asked: str  # the open question's key, which its buttons carry
    data: dict[str, Any] = _sealed_json("run.data")  # answers, trail, misses
    opened_at: datetime = _at()
    moved_at: datetime = _at()
    closed_at: datetime | None = _maybe_at()
    nudge_at: datetime | None = _maybe_at()  # when to ask whether they are still there


class Goal(SQLModel, table=True):
    """What a mentee works towards."""

    id: int | None = _key()
    person_id: int = _to("person.id", index=True)
    programme_id: int = _to("programme.id")
    text: str = _sealed_text("goal.text")
    details: dict[str, Any] = _sealed_json("goal.details")  # measure, step, by
    progress: int | None = None  # 1 to 5
    state: str  # active, achieved, changed, dropped
    created_at: datetime = _at()
    closed_at: datetime | None = _maybe_at()


class Timer(SQLModel, table=True):
    """Something that is to happen later; unique by its cause, so it happens once."""

    id: int | None = _key()
    person_id: int = _to("person.id", index=True)
    cause: str = Field(unique=True)
    due_at: datetime = Field(sa_column=Column(UTCDateTime(), nullable=False, index=True))
    news: dict[str, Any] = _sealed_json("timer.news")


class Handover(SQLModel, table=True):
    """Something that waits for the coordinator: a question, a muddle, a message set aside."""

    id: int | None = _key()
    person_id: int = _to("person.id", index=True)
    programme_id: int | None = _maybe_to("programme.id")
    kind: str  # ask, unclear, fault, wrong_person, under_age
    text: str = _sealed_text("handover.text")
    created_at: datetime = _at()
    closed_at: datetime | None = _maybe_at()


class Fault(SQLModel, table=True):
    """An inbound message that could not be kept at all: its ids and the error, never its text."""

    id: int | None = _key()
    sender: str
    external_id: str
    code: str
    at: datetime = _at()


metadata: MetaData = SQLModel.metadata


def table(model: type[SQLModel]) -> Table:
    """The table behind a model, for statements on columns."""
    return cast(Table, model.__table__)  # type: ignore[attr-defined]
