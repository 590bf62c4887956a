"""What a programme says of who fits whom: hard rules, whom it reaches first, its own topics."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from assistant.rendering.translations import LANGUAGES
from flows.engine.values import Facts
from flows.joining.details import MOST_OWN as MOST
from storage.tables import Json

# Fields of a profile that the product fills itself.
OURS = frozenset(
    {"age", "name", "guardian", "complete", "invited", "language", "topics", "hopes", "free"}
    | {"matters", "been", "capacity", "interests", "must_nots", "faces", "work", "languages"}
    | {"style", "wishes"}
)

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


def _in_english(words: dict[str, str]) -> dict[str, str]:
    if "en" not in words or set(words) - set(LANGUAGES):
        raise ValueError(f"needs en, and may have {', '.join(LANGUAGES[1:])}")
    return words


Worded = Annotated[
    dict[str, Annotated[str, Field(min_length=1, max_length=90)]], AfterValidator(_in_english)
]
Labels = Annotated[
    dict[str, Annotated[str, Field(min_length=1, max_length=30)]], AfterValidator(_in_english)
]


class Answer(BaseModel):
    """One of the answers to a question of the programme's."""

    model_config = ConfigDict(extra="forbid")

    token: Annotated[str, Field(pattern="^[a-z0-9_]{1,20}$")]
    labels: Labels


class OwnQuestion(BaseModel):
    """What a programme asks beside ours on waiting days, for a rule of its own."""

    model_config = ConfigDict(extra="forbid")

    field: Profile  # of the profile, where the answer is kept
    ask: Worded
    options: Annotated[list[Answer], Field(min_length=2, max_length=6)]
    of: list[Literal["mentee", "mentor"]] = ["mentee", "mentor"]

    @field_validator("field")
    @classmethod
    def _new(cls, name: str) -> str:
        if name in OURS:
            raise ValueError("is a field of ours")
        return name


class Rules(BaseModel):
    """How a programme has people matched."""

    model_config = ConfigDict(extra="forbid")

    zones_apart: Annotated[float, Field(ge=0, le=12)] = 8  # hours between two clocks, at most
    floor: Annotated[int, Field(ge=0, le=100)] = 50  # per cent of fit
    same: Annotated[list[Profile], Field(max_length=5)] = []
    different: Annotated[list[Profile], Field(max_length=5)] = []
    first: Annotated[list[First], Field(max_length=10)] = []
    questions: Annotated[list[OwnQuestion], Field(max_length=MOST)] = []
    topics: Annotated[list[OwnTopic], Field(max_length=100)] = []


def asked(settings: Json, role: str, language: str) -> list[Facts]:
    """A programme's own questions to people of a role, in their language where it has it."""
    told: Sequence[Json] = (settings.get("matching") or {}).get("questions", ())
    return [
        {
            "field": one["field"],
            "ask": one["ask"].get(language) or one["ask"]["en"],
            "options": [
                [o["token"], o["labels"].get(language) or o["labels"]["en"]] for o in one["options"]
            ],
        }
        for one in told
        if role in one["of"]
    ]
