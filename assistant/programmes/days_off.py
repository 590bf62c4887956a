"""Days on which a programme stands still: holidays, exams."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from assistant.rendering.translations import LANGUAGES
from storage.people.programmes import Programme

Label = Annotated[str, Field(min_length=1, max_length=30)]
A_DAY = timedelta(days=1)


class Off(BaseModel):
    """Some days, both of these included."""

    model_config = ConfigDict(extra="forbid")

    name: dict[str, Label]
    first: date
    last: date

    @field_validator("name")
    @classmethod
    def _read(cls, name: dict[str, str]) -> dict[str, str]:
        if "en" not in name or set(name) - set(LANGUAGES):
            raise ValueError(f"needs en, and may have {', '.join(LANGUAGES[1:])}")
        return name

    @model_validator(mode="after")
    def _in_order(self) -> "Off":
        if self.first > self.last:
            raise ValueError("first: is not after last")
        return self


def of(programme: Programme | None) -> Sequence[Off]:
    found = programme.settings.get("days_off") if programme else None
    return [Off(**one) for one in found or ()]


def on(programme: Programme | None, day: date) -> Off | None:
    """The days off in which that day lies."""
    return next((one for one in of(programme) if one.first <= day <= one.last), None)


def over(programme: Programme | None, day: date) -> date | None:
    """The first day after the days off in which that day lies; None where it lies in none."""
    first = day
    while found := on(programme, day):
        day = found.last + A_DAY
    return day if day > first else None


def called(off: Off, language: str) -> str:
    return off.name.get(language) or off.name["en"]
