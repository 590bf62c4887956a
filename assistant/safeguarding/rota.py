"""The rota: who is on duty at a moment, and in which order everybody is paged. Pure."""

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from assistant.programmes import safeguards
from assistant.programmes.safeguards import Hours
from storage.people.programmes import Programme

AGAIN = timedelta(minutes=10)  # until the next page while nobody has acknowledged
EACH = 2  # pages to one of them before it is the turn of the next


class Staff(NamedTuple):
    """Somebody on the rota, by the name that people know."""

    name: str
    coordinator: bool = False
    phone: str | None = None
    hours: tuple[Hours, ...] = ()

    def on_duty(self, there: datetime) -> bool:
        return not self.hours or any(one.hold(there) for one in self.hours)


class Turn(NamedTuple):
    """One of the rota in the order of a moment."""

    staff: Staff
    on_duty: bool


def read(programme: Programme) -> tuple[Staff, ...]:
    """A programme's rota; the coordinator's alone where it has none."""
    known = [safeguards.OnCall(**one) for one in programme.settings.get("rota") or ()]
    coordinator = str(programme.settings.get("coordinator") or "")
    return tuple(
        Staff(
            one.name or coordinator,
            one.coordinator,
            one.phone,
            tuple(map(safeguards.hours, one.hours)),
        )
        for one in known or [safeguards.OnCall(coordinator=True)]
    )


def order(programme: Programme, now: datetime) -> list[Turn]:
    """Who is on duty comes first, then the others, both as the rota has them."""
    there = now.astimezone(ZoneInfo(programme.zone))
    turns = [Turn(one, one.on_duty(there)) for one in read(programme)]
    return sorted(turns, key=lambda one: not one.on_duty)


def whose_turn(count: int, most: int) -> int:
    """Whom the page after so many pages is for: everybody twice, then from the first on."""
    return count // EACH % most
