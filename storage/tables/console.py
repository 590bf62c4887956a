"""Who may enter the console, how they come in, and what they saw and did there."""

from datetime import datetime

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, SQLModel

from storage.tables.base import key, link, maybe_moment, moment, number_of, sealed_text


class Account(SQLModel, table=True):
    """Who may enter the console: a person of the product, or somebody who is known by it alone."""

    id: int | None = key()
    person_id: int | None = number_of("person.id")
    name: str | None = sealed_text("account.name", nullable=True)  # of who is no person here
    # The digest of the name they sign in with, where they have a password.
    login: bytes | None = Field(sa_column=Column(LargeBinary, nullable=True, unique=True))
    password: str | None = sealed_text("account.password", nullable=True)  # hashed by argon2
    created_at: datetime = moment()
    closed_at: datetime | None = maybe_moment()


class Access(SQLModel, table=True):
    """What an account may do in a programme, beside what follows from coordinating it or from
    being on its rota."""

    id: int | None = key()
    account_id: int = link("account.id", index=True)
    programme_id: int | None = number_of("programme.id")  # None: in all of them
    role: str  # owner, coordinator, safeguarding, viewer
    created_at: datetime = moment()


class SignInLink(SQLModel, table=True):
    """A link that signs somebody in, once and soon; only its digest is kept."""

    __tablename__ = "sign_in_link"

    id: int | None = key()
    account_id: int = link("account.id", index=True)
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))
    created_at: datetime = moment()
    expires_at: datetime = moment()
    used_at: datetime | None = maybe_moment()


class SignedIn(SQLModel, table=True):
    """A browser in which somebody is signed in; the digest is that of its cookie."""

    __tablename__ = "signed_in"

    id: int | None = key()
    account_id: int = link("account.id", index=True)
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False, unique=True))
    how: str  # link, password, phone
    device: str = sealed_text("signed_in.device")  # the browser, as it calls itself
    created_at: datetime = moment()
    seen_at: datetime = moment()
    expires_at: datetime = moment()
    ended_at: datetime | None = maybe_moment()


class SignInAttempt(SQLModel, table=True):
    """An attempt to sign in that is counted: of whom, or from where, as a digest."""

    __tablename__ = "sign_in_attempt"

    id: int | None = key()
    who: bytes = Field(sa_column=Column(LargeBinary, nullable=False, index=True))
    at: datetime = moment()


class Deed(SQLModel, table=True):
    """A line of the console's audit log: who saw or did what. Ids and codes, and nobody's words."""

    id: int | None = key()
    account_id: int = link("account.id", index=True)
    programme_id: int | None = number_of("programme.id")
    what: str
    about: str  # the kind of thing it was done to
    about_id: int | None = number_of("whatever it was done to")
    at: datetime = moment()
