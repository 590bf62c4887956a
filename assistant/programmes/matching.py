"""What a programme says of who fits whom: hard rules, whom it reaches first, its own topics."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from assistant.rendering.translations import LANGUAGES

Profile = Annotated[str, Field(pattern="^[a-z_]{1,30}$")]  # a field of a profile, or "language"
Phrase = Annotated[str, Field(min_length=2, max_length=40)]


class First(BaseModel):
    """Who has this in their profile is reached before others."""

    model_config = ConfigDict(extra="forbid")

    field: Profile
    value: Annotated[str, Field(min_length=1, max_length=40)]

    @field_validator("value")
    @classmethod
    def _folded(cls, value: str) -> str:
        return value.casefold()


class OwnTopic(BaseModel):
    """A topic that free text is compared with, or more words for one that is there."""

    model_config = ConfigDict(extra="forbid")

    token: Annotated[str, Field(pattern="^[a-z0-9_]{1,20}$")]
    words: dict[str, Annotated[list[Phrase], Field(min_length=1, max_length=50)]]

    @field_validator("words")
    @classmethod
    def _ours(cls, words: dict[str, list[Phrase]]) -> dict[str, list[Phrase]]:
        if "en" not in words or set(words) - set(LANGUAGES):
            raise ValueError(f"needs en, and may have {', '.join(LANGUAGES[1:])}")
        return words


class Rules(BaseModel):
    """How a programme has people matched."""

    model_config = ConfigDict(extra="forbid")

    zones_apart: Annotated[float, Field(ge=0, le=12)] = 8  # hours between two clocks, at most
    floor: Annotated[int, Field(ge=0, le=100)] = 50  # per cent of fit
    same: Annotated[list[Profile], Field(max_length=5)] = []
    different: Annotated[list[Profile], Field(max_length=5)] = []
    first: Annotated[list[First], Field(max_length=10)] = []
    topics: Annotated[list[OwnTopic], Field(max_length=100)] = []
