"""What the tables are made of: kinds of columns, and the words that stand in some of them."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Table,
)
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.sealing.sealed import SealedJSON, SealedText

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

EMBEDDED = "embedded"  # marks a link that only SQLite watches over

Id = BigInteger().with_variant(Integer, "sqlite")


Json = Mapping[str, Any]  # an object as a JSON column holds it; whoever wrote it knows its keys


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
    WITHHELD = "withheld"  # until it is known whose phone it is
    EXPIRED = "expired"


class Priority(IntEnum):
    PAGE = -1  # somebody needs a person now; of an inbound one: its words may say so
    REPLY = 0
    REMINDER = 1
    BROADCAST = 2


def key() -> Any:
    return Field(default=None, sa_column=Column(Id, primary_key=True))


def link(target: str, *, index: bool = False) -> Any:
    return Field(sa_column=Column(Id, ForeignKey(target), nullable=False, index=index))


def maybe_link(target: str, *, index: bool = False) -> Any:
    return Field(default=None, sa_column=Column(Id, ForeignKey(target), nullable=True, index=index))


def embedded_link(target: str, *, index: bool = False) -> Any:
    """A link that only SQLite watches over: on PostgreSQL each new row would lock the row that it
    refers to, and so have that written anew. Both run the same code."""
    return Field(sa_column=Column(Id, _watched(target), nullable=False, index=index))


def maybe_embedded_link(target: str) -> Any:
    return Field(default=None, sa_column=Column(Id, _watched(target), nullable=True))


def _watched(target: str) -> ForeignKey:
    return ForeignKey(target, info={EMBEDDED: True})


def number_of(_target: str) -> Any:
    """Another row's id without the database's watch over it: such columns come cheaply later."""
    return Field(default=None, sa_column=Column(Id, nullable=True))


def moment() -> Any:
    return Field(sa_column=Column(UTCDateTime(), nullable=False))


def maybe_moment() -> Any:
    return Field(default=None, sa_column=Column(UTCDateTime(), nullable=True))


def sealed_text(place: str, *, nullable: bool = False) -> Any:
    return Field(default=None, sa_column=Column(SealedText(place), nullable=nullable))


def sealed_json(place: str, *, nullable: bool = False) -> Any:
    return Field(default=None, sa_column=Column(SealedJSON(place), nullable=nullable))


metadata: MetaData = SQLModel.metadata


def table(model: type[SQLModel]) -> Table:
    """The table behind a model, for statements on columns."""
    return cast(Table, model.__table__)  # type: ignore[attr-defined]
