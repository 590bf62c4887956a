"""Concerns, who is paged for each, and by which addresses staff are reached."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.tables.base import key, link, maybe_moment, moment, number_of, sealed_text


class Concern(SQLModel, table=True):
    """Something said that needs a person now; for the eyes of those on the rota alone."""

    __table_args__ = (
        Index(
            "ix_concern_page_at",
            "page_at",
            sqlite_where=text("page_at IS NOT NULL"),
            postgresql_where=text("page_at IS NOT NULL"),
        ),
    )

    id: int | None = key()
    person_id: int = link("person.id", index=True)  # who said it
    programme_id: int = link("programme.id")
    match_id: int | None = number_of("match.id")
    handover_id: int | None = number_of("handover.id")  # its line of the coordinators' list
    kind: str
    about: str  # self, other_side, somebody, unsaid
    words: str = sealed_text("concern.words")  # as they were written
    opened_at: datetime = moment()
    pages: int = Field(default=0)  # times that somebody was paged
    page_at: datetime | None = maybe_moment()  # when somebody is paged again; None: no more
    acknowledged_by: str | None = sealed_text("concern.acknowledged_by", nullable=True)
    acknowledged_person_id: int | None = number_of("person.id")
    acknowledged_at: datetime | None = maybe_moment()
    closed_at: datetime | None = maybe_moment()
    note: str | None = sealed_text("concern.note", nullable=True)


class Page(SQLModel, table=True):
    """One page, by one address of somebody on the rota."""

    id: int | None = key()
    concern_id: int = link("concern.id", index=True)
    person_id: int = link("person.id", index=True)  # who was paged
    name: str = sealed_text("page.name")
    channel: str
    at: datetime = moment()


class ConcernLine(SQLModel, table=True):
    """A line of the record of a concern: more words, what was said to them, or a look at it."""

    __tablename__ = "concern_line"

    id: int | None = key()
    concern_id: int = link("concern.id", index=True)
    person_id: int = link("person.id", index=True)  # whose words, who was told, or who looked
    kind: str
    text: str = sealed_text("concern_line.text")
    at: datetime = moment()


class OnCall(SQLModel, table=True):
    """A person behind a name of a programme's rota."""

    __tablename__ = "on_call"
    __table_args__ = (UniqueConstraint("programme_id", "person_id"),)

    id: int | None = key()
    programme_id: int = link("programme.id")
    person_id: int = link("person.id", index=True)
    name: str = sealed_text("on_call.name")
