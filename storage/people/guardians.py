"""Guardians: whom somebody under 18 has named, and what they answered."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, or_, select, update

from storage import bulk
from storage.tables import Guardian, Person, table

G, P = table(Guardian), table(Person)

# Said from a phone that the child uses, too: it binds nobody until a coordinator confirms it.
CLAIMED = "claimed"
GRANTED = ("granted", "paper", "adult")  # states in which somebody may take part


class AskedGuardian(NamedTuple):
    """A guardian who is to be asked about this person, by the number that they gave."""

    number: str
    language: str
    programme: int
    role: str  # of this person
    age: int
    name: str = ""  # of a guardian who shares this person's phone


class NewConsent(NamedTuple):
    """A guardian is asked, or a coordinator has it on paper."""

    child_id: int
    guardian_id: int | None
    programme_id: int
    role: str
    age: int
    state: str
    words: str
    asked_at: datetime
    recorded_by: int | None = None
    answered_at: datetime | None = None


class ChangedConsent(NamedTuple):
    """What a guardian said, in their literal words; `ended_at` where they took it back."""

    id: int
    state: str
    words: str
    wording: str
    answered_at: datetime | None
    ended_at: datetime | None = None


class Consent(NamedTuple):
    """A guardian's consent as it stands, with the name of the child."""

    id: int
    child_id: int
    guardian_id: int | None
    programme_id: int
    role: str
    age: int
    state: str
    words: str
    wording: str
    answered_at: datetime | None
    name: str | None


_CHANGED = bulk.changing(G, ChangedConsent._fields)


def add(db: Connection, new: NewConsent) -> int:
    adding = insert(G).values(new._asdict() | {"wording": ""}).returning(G.c.id)
    return int(db.execute(adding).scalar_one())


def change(db: Connection, rows: Sequence[ChangedConsent]) -> None:
    bulk.update(db, _CHANGED, rows)


def confirm(db: Connection, child: int) -> None:
    """A coordinator knows it from the guardian: what a shared phone said is so."""
    claimed = (G.c.child_id == child, G.c.state == CLAIMED)
    db.execute(update(G).where(*claimed).values(state="granted"))


def of(db: Connection, person: int) -> list[Consent]:
    """All in which somebody is the child or the guardian, oldest first."""
    columns = (G.c[name] for name in Consent._fields if name != "name")
    query = (
        select(*columns, P.c.name)
        .join(P, P.c.id == G.c.child_id)
        .where(or_(G.c.child_id == person, G.c.guardian_id == person))
        .order_by(G.c.id)
    )
    return [Consent._make(row) for row in db.execute(query)]
