"""Who shares a phone, as far as it tells which of them is writing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from storage import runs
from storage.people import participants, sharing
from storage.people.addresses import Reached
from storage.people.participants import Enrolment
from storage.people.sharing import Sharer
from storage.runs import OpenRun

GONE = ("declined", "under_age")  # states of those who are asked nothing any more


@dataclass(frozen=True, slots=True)
class Sharing:
    """Somebody who shares a phone, with what they are in and what they are asked."""

    one: Sharer
    enrolments: Sequence[Enrolment]
    runs: Sequence[OpenRun]

    @property
    def person(self) -> int:
        return self.one.person_id

    @property
    def name(self) -> str:
        return self.one.name or ""

    @property
    def stopped(self) -> bool:
        return self.one.stopped_at is not None

    @property
    def there(self) -> bool:
        """Whether they may be who writes: not who has said no, or was too young."""
        states = [one.state for one in self.enrolments]
        return not states or any(state not in GONE for state in states)

    @property
    def asked_at(self) -> datetime | None:
        """When they were asked last what is still open; None: nothing is."""
        return max((run.moved_at for run in self.runs if run.asked), default=None)


def gather(db: Connection, reached: Iterable[Reached]) -> dict[int, list[Sharing]]:
    """Who shares each phone of a batch, by its address; nothing is asked where none is shared."""
    phones = [one.id for one in reached if one.shared_id and one.is_phone]
    if not phones:
        return {}
    found = sharing.sharers(db, phones)
    people = [one.person_id for some in found.values() for one in some]
    enrolled, open_ = participants.enrolments(db, people), runs.current(db, people)
    return {
        phone: [
            Sharing(one, enrolled.get(one.person_id, ()), open_.get(one.person_id, ()))
            for one in some
        ]
        for phone, some in found.items()
    }
