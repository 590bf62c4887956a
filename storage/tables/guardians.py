"""Guardians: who answers for somebody under 18, and what they said."""

from datetime import datetime

from sqlmodel import SQLModel

from storage.tables.base import (
    key,
    link,
    maybe_link,
    maybe_moment,
    moment,
    number_of,
    sealed_text,
)


class Guardian(SQLModel, table=True):
    """A guardian's consent: asked for by text, or recorded from paper; never changed but by them.

    A new question is a new row. `words` are the literal ones of the answer.
    """

    id: int | None = key()
    child_id: int = link("person.id", index=True)
    guardian_id: int | None = maybe_link("person.id", index=True)  # None: on paper
    programme_id: int = link("programme.id")
    role: str  # the child's: mentee, mentor
    age: int  # of the child, as they said it; 0: on paper
    state: str  # asked, claimed, granted, paper, adult; refused, wrong, silent, replaced, ended
    words: str = sealed_text("guardian.words")
    wording: str = ""  # the version of the question, and its language
    recorded_by: int | None = number_of("person.id")  # the coordinator who has the paper
    asked_at: datetime = moment()
    answered_at: datetime | None = maybe_moment()
    ended_at: datetime | None = maybe_moment()
