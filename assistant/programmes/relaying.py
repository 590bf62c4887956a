"""What a programme says of texts between two people: whether there are any, and what is held."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from storage.people.programmes import Programme


class Relay(BaseModel):
    """Texts from one of a match to the other, by us."""

    model_config = ConfigDict(extra="forbid")

    on: bool = True  # off: they go to the coordinator
    contact_details: Literal["hold", "pass"] = "hold"  # numbers, addresses, handles, links
    a_day: Annotated[int, Field(ge=1, le=500)] = 40  # texts from one to the other, at most


USUAL = Relay()


def of(programme: Programme | None) -> Relay:
    settings = programme.settings.get("relay") if programme else None
    return Relay(**settings) if settings else USUAL
