"""Matches, what they agree on, and what each side says of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.tables.base import Id, key, link, maybe_moment, moment, sealed_json, sealed_text


class Match(SQLModel, table=True):
    """One mentor and one mentee, paired by a coordinator for a reason. Closed, it stays.

    While it is offered the mentor is asked; several may be, about one mentee. `opened_at` is when
    they were asked, and then when they agreed.
    """

    __table_args__ = (
        Index(
            "uq_match_mentee",
            "mentee_id",
            unique=True,  # one mentor at a time
            sqlite_where=text("closed_at IS NULL AND state <> 'offered'"),
            postgresql_where=text("closed_at IS NULL AND state <> 'offered'"),
        ),
        Index(
            "ix_match_mentee",
            "mentee_id",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index(
            "ix_match_mentor",
            "mentor_id",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index(
            "ix_match_closed",
            "closed_at",
            sqlite_where=text("closed_at IS NOT NULL"),
            postgresql_where=text("closed_at IS NOT NULL"),
        ),
        Index(
            "ix_match_look",
            "look_at",
            sqlite_where=text("state = 'active'"),
            postgresql_where=text("state = 'active'"),
        ),
    )

    id: int | None = key()
    programme_id: int = link("programme.id")
    mentor_id: int = link("person.id")
    mentee_id: int = link("person.id")
    reason: str = sealed_text("match.reason")
    # Instead of a coordinator's words: what speaks for it, for each to read in their own language.
    reasons: list[Any] | None = sealed_json("match.reasons", nullable=True)
    paired_by: int = link("person.id")
    opened_at: datetime = moment()
    closed_at: datetime | None = maybe_moment()
    state: str = (
        "active"  # or offered, suspended; then left or stopped by one side, closed for good
    )
    # Who has switched texts between the two off: mentor, mentee, coordinator; apart by spaces.
    quiet: str = Field(default="", sa_column_kwargs={"server_default": ""})
    last_on: str | None = None  # their last day, once they have agreed on one (ISO)
    look_at: datetime | None = maybe_moment()  # when it is next seen how it goes; None: at once
    # What was noticed by then, so that it is said once: codes and moments, and nobody's words.
    noticed: dict[str, Any] | None = sealed_json("match.noticed", nullable=True)
    # Meetings again and again: what both have agreed to, what one of them would like.
    series: dict[str, Any] | None = sealed_json("match.series", nullable=True)
    # Of an offer that both are asked about: listed, mentor, mentor_asks, mentee, mentee_asks; then
    # trial, until both keep it. "": the mentor alone is asked, or both have kept it.
    stage: str = Field(default="", sa_column_kwargs={"server_default": ""})
    answer_by: datetime | None = maybe_moment()  # by whoever is asked, or asked a question


class Relayed(SQLModel, table=True):
    """A text from one of a match to the other, on its way through us or held back."""

    __table_args__ = (
        Index("ix_relayed_match", "match_id", "created_at"),
        Index(
            "ix_relayed_words",
            "created_at",
            sqlite_where=text("text IS NOT NULL"),
            postgresql_where=text("text IS NOT NULL"),
        ),
    )

    id: int | None = key()
    message_id: int = Field(sa_column=Column(Id, nullable=False, unique=True))  # by which it came
    match_id: int = link("match.id")
    person_id: int = link("person.id", index=True)  # who wrote it
    # across, given over to the other's inbox; held, then released or blocked; dropped, when it
    # could not go to them any more.
    state: str
    text: str | None = sealed_text("relayed.text", nullable=True)  # None: kept long enough
    created_at: datetime = moment()
    settled_at: datetime | None = maybe_moment()


class Parting(SQLModel, table=True):
    """A coordinator has ended a match, and why; only coordinators ever see that."""

    id: int | None = key()
    match_id: int = link("match.id", index=True)
    parted_by: int = link("person.id")
    safety: bool  # the two should not be together again
    reason: str = sealed_text("parting.reason")
    created_at: datetime = moment()


class Meeting(SQLModel, table=True):
    """A time two people speak of. A new proposal is a new row: the old one is closed.

    `starts` is the wall time in `zone`, as it was agreed; `starts_at` the instant.
    """

    __table_args__ = (
        Index(
            "uq_meeting_open",
            "match_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("ix_meeting_match", "match_id", "id"),
    )

    id: int | None = key()
    match_id: int = link("match.id")
    state: str  # proposed, booked; then moved, countered, over, dropped; or refused day
    by: str  # the role of who proposed it
    starts: str
    zone: str
    starts_at: datetime = moment()
    place: str = sealed_text("meeting.place")
    created_at: datetime = moment()
    booked_at: datetime | None = maybe_moment()
    closed_at: datetime | None = maybe_moment()
    # Of one by text: since when and until when what either writes goes straight across, and when
    # one of the two has last asked for more time.
    began_at: datetime | None = maybe_moment()
    ends_at: datetime | None = maybe_moment()
    longer_at: datetime | None = maybe_moment()


class Feedback(SQLModel, table=True):
    """What one side said of a meeting or of how it goes; seen by the coordinator only."""

    __table_args__ = (UniqueConstraint("match_id", "person_id", "about"),)

    id: int | None = key()
    match_id: int = link("match.id")
    person_id: int = link("person.id")
    about: str  # "meeting:<instant>" or "check_in:<number>"
    rating: int | None = None  # 1 to 5
    answers: dict[str, Any] = sealed_json("feedback.answers")
    created_at: datetime = moment()
