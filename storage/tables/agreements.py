"""What two people agree on, version by version."""

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.base import key, link, maybe_moment, moment, sealed_json


class AgreementVersion(SQLModel, table=True):
    """One version of the terms of a match: asked about, then settled, or come to nothing.

    A change is a new row. What holds is `settled` until another one is.
    """

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("match_id", "version"),)

    id: int | None = key()
    match_id: int = link("match.id")
    version: int
    by: str  # the role of who made it; "": nobody, or both
    state: str  # asked, settled; then replaced, dropped, closed
    terms: dict[str, Any] = sealed_json("agreement.terms")
    okays: dict[str, Any] = sealed_json("agreement.okays")  # when each has agreed
    more: dict[str, Any] = sealed_json("agreement.more")  # what each said of more time
    created_at: datetime = moment()
    closed_at: datetime | None = maybe_moment()
