"""What is known of a programme that was lived through: all that was said, sent and kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import select

from storage.database import Database
from storage.tables import (
    AgreementVersion,
    Concern,
    Handover,
    Match,
    Meeting,
    Message,
    Page,
    Participant,
    Parting,
    Person,
    Programme,
    table,
)

Row = Mapping[str, Any]
Where = tuple[str, str]  # a channel and the address there


class Sent(NamedTuple):
    """A text as it left, and the question it asks where nobody had asked for it."""

    id: int
    person: int
    to: Where
    at: datetime
    kind: str
    priority: int
    text: str
    buttons: tuple[str, ...]
    about: str  # "check_in:1", "meeting:<slot>", ""
    place: str  # "check_in.how", ""
    match: int | None
    flagged: bool


class Said(NamedTuple):
    """What somebody wrote, of their own accord or in answer to `place`."""

    person: int
    by: Where
    at: datetime
    text: str
    place: str  # where they were asked; "": nothing was


class Waiting(NamedTuple):
    """Somebody who waits for others on a day, for what, and since when."""

    person: int
    what: str
    since: datetime
    at: datetime


TABLES = {
    "people": Person,
    "enrolments": Participant,
    "matches": Match,
    "meetings": Meeting,
    "agreements": AgreementVersion,
    "concerns": Concern,
    "pages": Page,
    "handovers": Handover,
    "partings": Parting,
    "messages": Message,
    "programmes": Programme,
}


@dataclass
class Record:
    """All of it. Judges only read this."""

    began: datetime
    ended: datetime
    sent: Sequence[Sent]
    said: Sequence[Said]
    waiting: Sequence[Waiting]
    handed: Mapping[int, int]
    deaths: int
    names: Mapping[Where, str]
    zones: Mapping[int, str]  # also of who was erased
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    def rows(self, name: str) -> Sequence[Row]:
        return self.tables[name]

    @cached_property
    def people(self) -> dict[int, Row]:
        return {row["id"]: row for row in self.rows("people")}

    @cached_property
    def to(self) -> dict[int, list[Sent]]:
        """What each person was sent, in order."""
        found: dict[int, list[Sent]] = defaultdict(list)
        for one in self.sent:
            found[one.person].append(one)
        return found

    @cached_property
    def by(self) -> dict[int, list[Said]]:
        """What each person wrote, in order."""
        found: dict[int, list[Said]] = defaultdict(list)
        for one in self.said:
            found[one.person].append(one)
        return found

    @cached_property
    def staff(self) -> set[int]:
        """Who coordinates, and who is on call."""
        coordinators = {
            row["person_id"] for row in self.rows("enrolments") if row["role"] == "coordinator"
        }
        return coordinators | {row["person_id"] for row in self.rows("pages")}

    def name(self, person: int) -> str:
        return str(self.people[person]["name"]) if person in self.people else f"person {person}"


def tables(db: Database) -> dict[str, Sequence[Row]]:
    with db.reading() as connection:
        return {
            name: [dict(row) for row in connection.execute(select(table(model))).mappings()]
            for name, model in TABLES.items()
        }
