"""How a programme brings two people together: both are asked, or the mentor alone."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from storage.people.programmes import Programme


class Offers(BaseModel):
    """The mentor is asked, then who looks for help; they meet once, and then decide."""

    model_config = ConfigDict(extra="forbid")

    on: bool = False  # off: a mentor's gladly brings the two together at once
    days: Annotated[int, Field(ge=1, le=14)] = 3  # to answer, until 20:00 on the last
    # A mentor who has been waiting for so many days is asked if they are still up for it; 0: never.
    still_up: Annotated[int, Field(ge=0, le=365)] = 21


USUAL = Offers()


def of(programme: Programme | None) -> Offers:
    settings = programme.settings.get("offers") if programme else None
    return Offers(**settings) if settings else USUAL
