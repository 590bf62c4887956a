"""What is kept of people's rights: who is to be erased, and how far that has come."""

from datetime import datetime

from sqlalchemy import Column, Index, text
from sqlmodel import Field, SQLModel

from storage.tables.base import Id, key, link, maybe_moment, moment


class Erasure(SQLModel, table=True):
    """Somebody who is being erased, or was. It names nobody: their row holds no name after it."""

    __table_args__ = (
        Index(
            "uq_erasure_open",
            "person_id",
            unique=True,
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
        Index(
            "ix_erasure_unwiped",
            "id",
            sqlite_where=text("wiped_at IS NULL"),
            postgresql_where=text("wiped_at IS NULL"),
        ),
    )

    id: int | None = key()
    person_id: int = link("person.id")
    asked_by: str  # person, operator, retention
    asked_at: datetime = moment()
    # What is newer than this was written while it went on.
    message_id: int = Field(sa_column=Column(Id, nullable=False))
    stage: str  # others, own, told, rest: what is under way
    place: str = ""  # the table that is looked through
    done_to: int = Field(sa_column=Column(Id, nullable=False))  # an id of that table
    finished_at: datetime | None = maybe_moment()
    wiped_at: datetime | None = maybe_moment()  # since when no page of the file holds it either
