"""How a programme has the time of two people end, where they have agreed on a last day."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from storage.people.programmes import Programme

WHOLE = 180  # days together from which notice is given as a programme says; less in proportion
LEAST = (4, 2)  # days of the two notices, however short the time was
Days = Annotated[int, Field(ge=1, le=90)]


class Ending(BaseModel):
    """What comes before a last day, on it, and after it."""

    model_config = ConfigDict(extra="forbid")

    on: bool = True
    notices: tuple[Days, Days] = (30, 14)  # days before it: finish as planned, or more time?
    milestones: bool = True  # three conversations, a goal, halfway: said as they happen
    survey: bool = True  # five short questions, two days after it, but not for safety
    story: bool = True  # adults are asked whether their story may be told
    certificate: bool = True
    follow_up: Annotated[int, Field(ge=0, le=365)] = 90  # days after it; 0: never

    @model_validator(mode="after")
    def _in_order(self) -> "Ending":
        if self.notices[0] <= self.notices[1]:
            raise ValueError("notices: the first is the earlier one")
        return self


USUAL = Ending()


def of(programme: Programme | None) -> Ending:
    settings = programme.settings.get("goodbye") if programme else None
    return Ending(**settings) if settings else USUAL


def notices(found: Ending, first: date, last: date) -> tuple[int, int]:
    """How many days before their last day two people are asked, by the time they have."""
    together = (last - first).days
    part = min(1.0, together / WHOLE)
    before, again = (
        min(days, max(least, round(days * part)))
        for days, least in zip(found.notices, LEAST, strict=True)
    )
    return max(before, again + 1), again
