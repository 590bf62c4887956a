"""How a programme has the time of two people end, where they have agreed on a last day."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from assistant.rendering.translations import LANGUAGES
from storage.people.programmes import Programme

WHOLE = 180  # days together from which notice is given as a programme says; less in proportion
LEAST = (4, 2)  # days of the two notices, however short the time was
Days = Annotated[int, Field(ge=1, le=90)]


class Objective(BaseModel):
    """Something a programme is for, as a question or a sentence that each side marks from 1 to 5
    at the beginning and at the end."""

    model_config = ConfigDict(extra="forbid")

    token: Annotated[str, Field(pattern="^[a-z0-9_]{1,20}$")]
    ask: dict[str, Annotated[str, Field(min_length=1, max_length=100)]]

    @field_validator("ask")
    @classmethod
    def _in_english(cls, ask: dict[str, str]) -> dict[str, str]:
        if "en" not in ask or set(ask) - set(LANGUAGES):
            raise ValueError(f"needs en, and may have {', '.join(LANGUAGES[1:])}")
        return ask


class Ending(BaseModel):
    """What comes before a last day, on it, and after it."""

    model_config = ConfigDict(extra="forbid")

    on: bool = True
    notices: tuple[Days, Days] = (30, 14)  # days before it: finish as planned, or more time?
    milestones: bool = True  # three conversations, a goal, halfway: said as they happen
    survey: bool = True  # five short questions, two days after it, but not for safety
    story: bool = True  # adults are asked whether their story may be told
    certificate: bool = True
    objectives: Annotated[list[Objective], Field(max_length=3)] = Field(default_factory=list)
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


def asks(found: Ending, language: str) -> list[list[str]]:
    """What it is for: by its token, and as somebody is asked."""
    return [[one.token, one.ask.get(language) or one.ask["en"]] for one in found.objectives]
