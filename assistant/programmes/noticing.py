"""What a programme wants to be noticed, and after how many days."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.programmes.days_off import Off
from assistant.programmes.goals import Goals
from storage.people.programmes import Programme

UNASKED = ("noticing", "goals", "days_off")  # settings that have a part of their own
Days = Annotated[int, Field(ge=1, le=365)]


class Noticing(BaseModel):
    """When silence is spoken of, and what comes onto the list as worth a look."""

    model_config = ConfigDict(extra="forbid")

    on: bool = True
    # Who does not answer is reminded; who waits hears; the coordinator; another one is offered.
    silence: tuple[Days, Days, Days, Days] = (3, 5, 7, 10)
    first_meeting: Days = 10  # until one is booked
    contact: Days = 21  # without any, or one and a half times what they agreed on, if that is more
    stalled: Days = 45  # the same once more
    questions: Annotated[int, Field(ge=0, le=20)] = 3  # unanswered, then none are asked; 0: never
    phone: Annotated[int, Field(ge=0, le=365)] = 45  # of silence, then whose it is; 0: never asked

    @model_validator(mode="after")
    def _in_order(self) -> "Noticing":
        if list(self.silence) != sorted(set(self.silence)):
            raise ValueError("silence: each step comes later than the one before")
        return self


class Unasked(BaseModel):
    """What is noticed, and what is asked that nobody has asked for; and when nothing is."""

    noticing: Noticing = Noticing()
    goals: Goals = Goals()
    days_off: list[Off] = Field(default_factory=list)


USUAL = Noticing()


def of(programme: Programme | None) -> Noticing:
    settings = programme.settings.get("noticing") if programme else None
    return Noticing(**settings) if settings else USUAL
