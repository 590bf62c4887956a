"""How long a programme keeps what it knows of people, by its settings."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from storage.people.programmes import Programme

Days = Annotated[int, Field(ge=1, le=365)]
Months = Annotated[int, Field(ge=1, le=120)]


class Kept(BaseModel):
    """How long, counted from the last that happened."""

    model_config = ConfigDict(extra="forbid")

    stranger_days: Days = 30  # of who never agreed
    declined_days: Days = 30  # of who said no or was too young
    ended_months: Months = 6  # of who has left or stopped, or whose programme is over
    concerns_months: Months = 36  # a record of a concern, once it is seen to
    texts_months: Months = 24  # any text, also of who still takes part


DEFAULT = Kept()


def of(programme: Programme | None) -> Kept:
    kept = programme.settings.get("retention") if programme else None
    return Kept(**kept) if kept else DEFAULT
