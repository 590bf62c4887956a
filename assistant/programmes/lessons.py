"""What a programme says of training: which lessons it uses, its own, tips, minutes it wants."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from assistant.channels.sms import alphabet, segments
from assistant.rendering.translations import LANGUAGES
from assistant.understanding import reserved
from flows.support.lessons import LESSONS
from storage.people.programmes import Programme
from storage.tables import Json

TAUGHT = ("lessons", "own_lessons", "tips", "training", "question_days")
SEGMENTS = 2  # of one text, with its answers
LEAVE = "0 to pass"  # stands below each question
NO_NAMES = ("own", "tip", "outside", "none", "again")  # which mean something else

Name = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,29}$")]
Words = dict[str, Annotated[str, Field(min_length=1, max_length=300)]]
Labels = dict[str, Annotated[str, Field(min_length=1, max_length=40)]]
Day = Annotated[int, Field(ge=1, le=30)]


def _spoken(words: dict[str, str]) -> dict[str, str]:
    """What people read, in the languages of the product, which invites no carrier's word."""
    if "en" not in words or set(words) - set(LANGUAGES):
        raise ValueError(f"needs en, and may have {', '.join(LANGUAGES[1:])}")
    for text in words.values():
        if word := reserved.loud(text):
            raise ValueError(f"{word} belongs to the carriers")
    return words


class Looked(BaseModel):
    """Something that the programme wrote: who looks after it, and when it is looked at again."""

    model_config = ConfigDict(extra="forbid")

    token: Name
    role: Literal["mentor", "mentee", "both"] = "both"
    moment: Literal["first", "missed", "goal", "ending"]
    text: Words
    owner: Annotated[str, Field(min_length=1, max_length=40)]
    review: date

    @field_validator("text")
    @classmethod
    def _read(cls, words: dict[str, str]) -> dict[str, str]:
        return _spoken(words)

    @field_validator("token")
    @classmethod
    def _free(cls, token: str) -> str:
        if token in LESSONS or token in NO_NAMES:
            raise ValueError("is a name of the product's own")
        return token

    @model_validator(mode="after")
    def _short(self) -> "Looked":
        for language in self.text:
            if segments.count(alphabet.typed(self.said(language))) > SEGMENTS:
                raise ValueError(f"{self.token}: longer than {SEGMENTS} SMS in {language}")
        return self

    def said(self, language: str) -> str:
        """The whole of it as a text."""
        return self.text[language]


class Tip(Looked):
    """A tip, or where something is to be found: it asks nothing."""


class AnswerTo(BaseModel):
    """One answer to choose, and the warm line that follows it."""

    model_config = ConfigDict(extra="forbid")

    label: Labels
    back: Words

    @field_validator("label", "back")
    @classmethod
    def _read(cls, words: dict[str, str]) -> dict[str, str]:
        return _spoken(words)


class OwnLesson(Looked):
    """A lesson of the programme's own."""

    answers: Annotated[list[AnswerTo], Field(min_length=2, max_length=3)]

    def said(self, language: str) -> str:
        labels = [one.label.get(language) or one.label["en"] for one in self.answers]
        lines = [f"{n} {label}" for n, label in enumerate(labels, 1)]
        return "\n".join([self.text[language], *lines, LEAVE])


class Training(BaseModel):
    """How much training a mentor needs before a match."""

    model_config = ConfigDict(extra="forbid")

    minutes: Annotated[int, Field(ge=0, le=6000)] = 0  # 0: none
    required: bool = False  # PAIR refuses before that, instead of a warning
    lessons_count: bool = False  # the minutes of lessons by text are among them


class Taught(BaseModel):
    """What people of a programme learn, and when a question goes to somebody else."""

    lessons: list[str] = []  # which of the product's own are used, in this order
    own_lessons: Annotated[list[OwnLesson], Field(max_length=30)] = []
    tips: Annotated[list[Tip], Field(max_length=50)] = []
    training: Training = Training()
    question_days: Day | None = None  # then a second coordinator hears; by default as promised

    @field_validator("lessons")
    @classmethod
    def _of_ours(cls, names: list[str]) -> list[str]:
        if strange := [name for name in names if name not in LESSONS]:
            raise ValueError(f"{', '.join(strange)}: there are {', '.join(LESSONS)}")
        return names

    @model_validator(mode="after")
    def _told_apart(self) -> "Taught":
        names = [one.token for one in (*self.own_lessons, *self.tips)]
        if len(names) > len(set(names)):
            raise ValueError("own_lessons, tips: each has a token of its own")
        return self


def training(programme: Programme) -> Training:
    return Training(**programme.settings.get("training") or {})


def of_programme(settings: Json) -> Sequence[str]:
    """The product's own lessons that a programme uses, in its order; by default none."""
    return [name for name in settings.get("lessons") or () if name in LESSONS]


def teaches(settings: Json) -> bool:
    """Whether a programme sends any lesson or tip."""
    return bool(of_programme(settings) or written(settings))


def written(settings: Json) -> Sequence[Json]:
    """What the programme itself wrote: lessons, then tips."""
    return [*settings.get("own_lessons", ()), *settings.get("tips", ())]


def worded(words: Json, language: str) -> str:
    """The programme's words in a language, or in English."""
    return str(words.get(language) or words["en"])
