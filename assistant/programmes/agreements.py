"""What a programme asks two people to agree on, where they wish for nothing else."""

from collections.abc import Iterator
from datetime import date, time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from flows.lifecycles.agreement import Terms
from flows.mentoring.days_to_come import months_on
from storage.people.programmes import Programme

Often = Literal["week", "fortnight", "three_weeks", "month"]
How = Literal["person", "phone", "mixed", "text"]
Length = Literal["semester", "year", "6", "12", "programme"]
ADULT = 18
SHORTEST = 14  # days until a last day that is worth to be proposed


class Defaults(BaseModel):
    """The terms a programme proposes, and the days on which something ends in it."""

    model_config = ConfigDict(extra="forbid")

    on: bool = False  # two people are asked to agree on terms
    often: Often | None = None  # every two weeks under 18, else once a month
    minutes: Annotated[int, Field(ge=15, le=180)] = 60
    how: How = "person"
    hours: tuple[time, time] = (time(9), time(20))  # when the two may write or call
    length: Length | None = None  # 12 months under 18, else 6
    semester: date | None = None  # its last day
    year: date | None = None  # the last day of the school year
    after_days: Annotated[int, Field(ge=1, le=60)] = 5  # where they have not met by then
    coordinator: bool = False  # confirms each, on the list

    @model_validator(mode="after")
    def _in_order(self) -> "Defaults":
        if self.hours[0] >= self.hours[1]:
            raise ValueError("hours: the first is the earlier one")
        return self


def of(programme: Programme) -> Defaults:
    return Defaults(**programme.settings.get("agreement") or {})


def proposed(programme: Programme, today: date, *, minor: bool) -> Terms:
    """What two people are asked first."""
    found = of(programme)
    start, end = (f"{at:%H:%M}" for at in found.hours)
    often = found.often or ("fortnight" if minor else "month")
    length = found.length or ("12" if minor else "6")
    days = dict(last_days(programme, today))
    until = days.get(length) or days.get("programme") or months_on(today, 6).isoformat()
    return Terms(often, found.minutes, found.how, start, end, until)


def last_days(programme: Programme, today: date) -> Iterator[tuple[Length, str]]:
    """The last days one may pick, as far as the programme goes on until then."""
    found, closes = of(programme), over(programme)
    days: tuple[tuple[Length, date | None], ...] = (
        ("semester", found.semester),
        ("year", found.year),
        ("6", months_on(today, 6)),
        ("12", months_on(today, 12)),
        ("programme", closes),
    )
    for name, day in days:
        if day and (day - today).days >= SHORTEST and (closes is None or day <= closes):
            yield name, day.isoformat()


def over(programme: Programme) -> date | None:
    """The day until which the programme goes on."""
    until = programme.settings.get("until")
    return date.fromisoformat(until) if until else None
