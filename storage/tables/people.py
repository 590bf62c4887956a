"""Programmes, people, their addresses and enrolments."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.tables.base import (
    key,
    link,
    maybe_link,
    maybe_moment,
    moment,
    number_of,
    sealed_json,
    sealed_text,
)


class Programme(SQLModel, table=True):
    """A mentoring programme; an installation serves several.

    `settings` holds what participants read of it: coordinator, place, topics, contact.
    """

    id: int | None = key()
    name: str
    keyword: str = Field(unique=True)  # what a mentee texts to join, lower case
    mentor_keyword: str = Field(unique=True)
    language: str
    zone: str
    country: str  # ISO 3166, two letters
    formal: bool = False
    minimum_age: int = 18
    settings: dict[str, Any] = sealed_json("programme.settings")
    created_at: datetime = moment()


class Person(SQLModel, table=True):
    """Who has addresses, a language, a zone, the inbox order and STOP."""

    id: int | None = key()
    language: str = Field(index=True)
    zone: str
    name: str | None = sealed_text("person.name", nullable=True)
    stopped_at: datetime | None = maybe_moment()
    held_at: datetime | None = maybe_moment()  # perhaps they meant STOP: only replies leave
    confided_at: datetime | None = maybe_moment()  # a concern, and nothing asked since
    paused_at: datetime | None = maybe_moment()  # their timers stand still
    paused_until: datetime | None = maybe_moment()
    fewer: bool = False  # as few proactive texts as there can be
    # How many questions that nobody had asked for came to nothing since they last wrote.
    unanswered: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    undo: dict[str, Any] | None = sealed_json("person.undo", nullable=True)
    echo: dict[str, Any] | None = sealed_json("person.echo", nullable=True)
    merged_id: int | None = number_of("person.id")  # who they turned out to be
    created_at: datetime = moment()


class NameWord(SQLModel, table=True):
    """A word of a person's name, or how one begins, as a keyed digest: names are found by it."""

    __tablename__ = "name_word"
    __table_args__ = (UniqueConstraint("digest", "person_id"),)

    id: int | None = key()
    person_id: int = link("person.id", index=True)
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class Address(SQLModel, table=True):
    """A person on a channel: a chat id, a phone number in E.164.

    A phone that several share is somebody by itself: it has the address and the inbox. Each who
    shares it has an address of the same handle behind it, by which nothing arrives.
    """

    __table_args__ = (
        Index(
            "ix_address_shared_id",
            "shared_id",
            sqlite_where=text("shared_id IS NOT NULL"),
            postgresql_where=text("shared_id IS NOT NULL"),
        ),
    )

    id: int | None = key()
    person_id: int = link("person.id", index=True)
    channel: str
    sender: str  # the side of ours that they know
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))  # and channel
    shared_id: int | None = number_of("address.id")  # the phone's; its own, of the phone itself
    handle: str = sealed_text("address.handle")
    origin: str = ""  # of a number: its country, or why it is never answered
    unreachable_at: datetime | None = maybe_moment()
    heard_at: datetime | None = maybe_moment()  # when they wrote from it last, more or less
    doubted_at: datetime | None = maybe_moment()  # asked whether it is still theirs
    left_at: datetime | None = maybe_moment()  # not theirs any more; nothing arrives by it
    created_at: datetime = moment()


class Claim(SQLModel, table=True):
    """Somebody writes from a new address and says who they are. Nothing private is said to them
    until a coordinator, or the phone that is known, agrees."""

    __table_args__ = (
        Index(
            "uq_claim_open",
            "person_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: int | None = key()
    person_id: int = link("person.id", index=True)  # who says so
    claimed_id: int | None = maybe_link("person.id", index=True)  # the only one it can be
    address_id: int = link("address.id")
    name: str = sealed_text("claim.name")
    state: str  # open; then merged, refused, void
    by: str = ""  # who settled it: coordinator, phone
    created_at: datetime = moment()
    settled_at: datetime | None = maybe_moment()


class Participant(SQLModel, table=True):
    """A person's enrolment in one programme. `profile` holds the intake's answers."""

    __table_args__ = (
        UniqueConstraint("person_id", "programme_id", "role"),
        Index("ix_participant_programme_id_state_role", "programme_id", "state", "role"),
    )

    id: int | None = key()
    person_id: int = link("person.id")
    programme_id: int = link("programme.id")
    role: str
    # invited, consented, ready, declined, under_age, left; awaiting or refused: under 18, without
    # the consent of a guardian
    state: str
    profile: dict[str, Any] = sealed_json("participant.profile")
    created_at: datetime = moment()


class Invitation(SQLModel, table=True):
    """A coordinator's invitation; `facts` are the answers it already gives."""

    id: int | None = key()
    programme_id: int = link("programme.id")
    role: str
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))
    facts: dict[str, Any] = sealed_json("invitation.facts")
    created_at: datetime = moment()
    expires_at: datetime = moment()
    used_at: datetime | None = maybe_moment()
