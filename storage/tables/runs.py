"""Where people stand in their conversations, and what is to happen later."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, text
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.tables.base import key, link, maybe_link, maybe_moment, moment, sealed_json


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

    id: int | None = key()
    person_id: int = link("person.id")
    programme_id: int | None = maybe_link("programme.id")
    role: str = ""
    flow: str
    state: str
    depth: int
    asked: str  # the open question's key, which its buttons carry
    data: dict[str, Any] = sealed_json("run.data")  # answers, trail, misses
    opened_at: datetime = moment()
    moved_at: datetime = moment()
    closed_at: datetime | None = maybe_moment()
    # When to look whether they are still there. A run that moves keeps it, and is put off when it
    # is looked at: so the index need not change with every turn.
    nudge_at: datetime | None = maybe_moment()


class Timer(SQLModel, table=True):
    """Something that is to happen later; unique by its cause, so it happens once."""

    id: int | None = key()
    person_id: int = link("person.id", index=True)
    cause: str = Field(unique=True)
    waits: bool = False  # for a question that is open; due at once when none is
    due_at: datetime = Field(sa_column=Column(UTCDateTime(), nullable=False, index=True))
    news: dict[str, Any] = sealed_json("timer.news")
