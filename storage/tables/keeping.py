"""What the installation keeps of itself: its keys, and when it last wrote."""

from datetime import datetime

from sqlalchemy import Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.tables.base import key, moment


class SealingKey(SQLModel, table=True):
    """A key of the data, wrapped by a key that the operator keeps.

    Number 0 finds addresses; every other one is the first byte of what it sealed.
    """

    __tablename__ = "sealing_key"
    __table_args__ = (UniqueConstraint("number", "master"),)

    id: int | None = key()
    number: int
    master: bytes = Field(sa_column=Column(LargeBinary, nullable=False))  # whose key opens it
    wrapped: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    created_at: datetime = moment()


class Pulse(SQLModel, table=True):
    """The one row that is written to see whether anything can be."""

    id: int | None = key()
    at: datetime = moment()
