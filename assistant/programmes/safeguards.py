"""What a programme says of its safeguarding: helplines, and who is on call in which hours."""

import re
from datetime import datetime, time, timedelta
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from assistant.channels.sms import numbers
from assistant.rendering.translations import LANGUAGES
from storage.tables import Json

SETTINGS = ("emergency", "helplines", "uncovered", "rota")  # what a programme keeps of it
# Of the demonstration, which says plainly that they are examples.
EXAMPLES: Json = {
    "emergency": "911",
    "helplines": {
        "en": "Call or text 988 (an example).",
        "es": "Llama o escribe al 988 (es un ejemplo).",
        "fr": "Appelle le 988 (c'est un exemple).",
        "pt": "Ligue para 988 (é um exemplo).",
    },
    "uncovered": {
        "en": "Nobody is on duty just now (an example).",
        "es": "Ahora no hay nadie de guardia (es un ejemplo).",
        "fr": "Personne n'est de garde en ce moment (c'est un exemple).",
        "pt": "Agora não há ninguém de plantão (é um exemplo).",
    },
    "rota": [{"coordinator": True}],
}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOURS = re.compile(
    r"(?P<first>[a-z]{3})(?:-(?P<last>[a-z]{3}))? "
    r"(?P<start>\d\d:\d\d)-(?P<end>\d\d:\d\d)"
)


class Hours(NamedTuple):
    """Hours of some days of the week; they end the next day where the end is not later."""

    days: frozenset[int]
    start: time
    end: time

    def hold(self, there: datetime) -> bool:
        """Whether this moment, in the programme's zone, lies within them."""
        before, at = (there - timedelta(days=1)).weekday(), there.time()
        if self.start < self.end:
            return there.weekday() in self.days and self.start <= at < self.end
        return (there.weekday() in self.days and at >= self.start) or (
            before in self.days and at < self.end
        )


def hours(text: str) -> Hours:
    """As they are written: "mon-fri 08:00-17:00"; raises ValueError."""
    found = _HOURS.fullmatch(text.strip().lower())
    if found is None or not {found["first"], found["last"] or "mon"} <= set(DAYS):
        raise ValueError('are written "mon-fri 08:00-17:00"')
    first = DAYS.index(found["first"])
    last = DAYS.index(found["last"] or found["first"])
    count = (last - first) % len(DAYS) + 1
    days = frozenset((first + n) % len(DAYS) for n in range(count))
    end = "00:00" if found["end"] == "24:00" else found["end"]
    return Hours(days, time.fromisoformat(found["start"]), time.fromisoformat(end))


def _hours(text: str) -> str:
    hours(text)
    return text


def _number(text: str) -> str:
    number = numbers.e164(text, "ZZ")
    if number is None or numbers.origin(number) in numbers.NEVER:
        raise ValueError("is no number as +12125550100 that can be reached")
    return number


Sentence = Annotated[str, Field(max_length=100, pattern=r"^\S.+[.!?]$")]


class OnCall(BaseModel):
    """Somebody on the rota; without hours they are on duty at any time."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(max_length=40)] = ""
    coordinator: bool = False  # whoever coordinates, by the addresses that they have
    phone: Annotated[str, AfterValidator(_number)] | None = None
    telegram: bool = False  # they come by a code, once
    hours: list[Annotated[str, AfterValidator(_hours)]] = []

    @model_validator(mode="after")
    def _reached(self) -> "OnCall":
        if not self.coordinator and not (self.name and (self.phone or self.telegram)):
            raise ValueError("needs a name, and phone or telegram; or coordinator = true")
        return self


class Safeguards(BaseModel):
    """What is said and who is told when somebody needs a person now."""

    emergency: Annotated[str, Field(max_length=20)] = ""
    helplines: dict[str, Sentence] = {}
    uncovered: dict[str, Sentence] = {}  # said while nobody is on duty
    rota: Annotated[list[OnCall], Field(max_length=20)] = []

    @field_validator("helplines", "uncovered")
    @classmethod
    def _spoken(cls, words: dict[str, str]) -> dict[str, str]:
        if strange := set(words) - set(LANGUAGES):
            raise ValueError(f"{', '.join(sorted(strange))}: there are {', '.join(LANGUAGES)}")
        return words

    @field_validator("rota")
    @classmethod
    def _named_once(cls, rota: list[OnCall]) -> list[OnCall]:
        names = [one.name for one in rota if not one.coordinator]
        if len(names) > len(set(names)) or sum(one.coordinator for one in rota) > 1:
            raise ValueError("names everybody once")
        return rota


def worded(settings: Json, what: str, language: str, own: str) -> str:
    """The programme's words in a language, or in its own where it has none in that."""
    words = settings.get(what) or {}
    return str(words.get(language) or words.get(own) or "")
