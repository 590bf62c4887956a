"""Whether a programme asks about goals by itself: after the agreement, and on the way."""

from pydantic import BaseModel, ConfigDict

from storage.people.programmes import Programme


class Goals(BaseModel):
    """Goals with the mentor: from the mentee's hope, shown, and looked at again and again."""

    model_config = ConfigDict(extra="forbid")

    on: bool = False


NONE = Goals()


def of(programme: Programme | None) -> Goals:
    settings = programme.settings.get("goals") if programme else None
    return Goals(**settings) if settings else NONE
