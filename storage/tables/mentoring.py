"""What mentoring leaves behind: goals, training, the log, what waits for the coordinator."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, text
from sqlmodel import Field, SQLModel

from storage.tables.base import (
    Id,
    embedded_link,
    key,
    link,
    maybe_embedded_link,
    maybe_link,
    maybe_moment,
    moment,
    number_of,
    sealed_json,
    sealed_text,
)


class Goal(SQLModel, table=True):
    """What a mentee works towards."""

    id: int | None = key()
    person_id: int = link("person.id", index=True)
    programme_id: int = link("programme.id")
    text: str = sealed_text("goal.text")
    details: dict[str, Any] = sealed_json("goal.details")  # measure, step, by
    progress: int | None = None  # 1 to 5
    state: str  # active, achieved, changed, dropped
    created_at: datetime = moment()
    closed_at: datetime | None = maybe_moment()


class Training(SQLModel, table=True):
    """A lesson that somebody was sent, training that a coordinator has recorded, or their wish for
    no more lessons, or for lessons again: the newest wish holds."""

    id: int | None = key()
    person_id: int = link("person.id", index=True)
    programme_id: int = link("programme.id")
    what: str  # the name of a lesson or a tip; outside, none, again
    minutes: int
    answer: str  # which was picked; left, or nothing while nothing was said
    recorded_by: int | None = number_of("person.id")
    at: datetime = moment()


class Entry(SQLModel, table=True):
    """A line of the log, which only grows: consents, answers and changes of state."""

    __tablename__ = "log"

    id: int | None = key()
    person_id: int = embedded_link("person.id", index=True)
    programme_id: int | None = maybe_embedded_link("programme.id")
    at: datetime = moment()
    kind: str  # what happened, in the past tense: "consent given", "answered"
    flow: str = ""
    state: str = ""
    wording: str = ""  # the version of the words that were shown
    channel: str = ""
    message_id: int | None = Field(default=None, sa_column=Column(Id, nullable=True))
    facts: dict[str, Any] | None = sealed_json("log.facts", nullable=True)


class Handover(SQLModel, table=True):
    """Something that waits for the coordinator: a question, a muddle, a message set aside."""

    __table_args__ = (
        Index(
            "ix_handover_open",
            "programme_id",
            "id",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: int | None = key()
    person_id: int = link("person.id", index=True)
    programme_id: int | None = maybe_link("programme.id")
    match_id: int | None = number_of("match.id")
    # ask, unclear, fault, wrong_person, under_age; reply, difference, worry, need, call,
    # no_answer, stopped, left, switch; data, erased; second_age, form, guardian_…; terms, …
    kind: str
    text: str = sealed_text("handover.text")
    created_at: datetime = moment()
    closed_at: datetime | None = maybe_moment()
    snoozed_until: datetime | None = maybe_moment()  # a coordinator wants to see it again then
