"""Programmes: the demonstration one, and what a newcomer gets from theirs."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import available_timezones

from phonenumbers import SUPPORTED_REGIONS
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator
from sqlalchemy import Connection

from assistant.channels.sms import numbers
from assistant.ops.config import BadSettings
from assistant.programmes import topics
from assistant.programmes.agreements import Defaults
from assistant.programmes.goodbyes import Ending
from assistant.programmes.lessons import TAUGHT, Taught
from assistant.programmes.matching import Rules
from assistant.programmes.noticing import UNASKED, Unasked
from assistant.programmes.offers import Offers
from assistant.programmes.relaying import Relay
from assistant.programmes.retention import Kept
from assistant.programmes.safeguards import EXAMPLES, SETTINGS, Safeguards
from assistant.rendering.translations import LANGUAGES, closest
from assistant.understanding import reserved
from storage.people import programmes
from storage.people.programmes import Definition, Programme


def _word(word: str) -> str:
    plain = word.strip().casefold()
    if not plain.isalpha() or not 3 <= len(plain) <= 15:
        raise ValueError("is one word of 3 to 15 letters")
    if plain.upper() in reserved.reserved(reserved.TWILIO):
        raise ValueError("belongs to the carriers")
    return plain


def _country(code: str) -> str:
    if code not in SUPPORTED_REGIONS:
        raise ValueError("is no country's two letters, such as US")
    return code


Country = Annotated[str, AfterValidator(_country)]
Word = Annotated[str, AfterValidator(_word)]
Role = Literal["mentee", "mentor", "coordinator"]
DEMONSTRATION = "bridge"  # its word; it goes when a real programme comes, unless it is in use
TOPICS = [
    ("school", "school", "estudios", "études", "estudos"),
    ("job", "finding a job", "buscar empleo", "trouver un emploi", "achar emprego"),
    ("career", "changing job", "cambiar de trabajo", "changer de métier", "mudar de trabalho"),
    ("money", "money", "dinero", "argent", "dinheiro"),
    ("people", "meeting people", "conocer gente", "faire des rencontres", "conhecer gente"),
]


def demonstrate(db: Connection, now: datetime) -> None:
    """Add the demonstration programme to a database that has none."""
    if programmes.every(db):
        return
    programmes.add(
        db,
        Definition(
            name="Bridge",
            keyword=DEMONSTRATION,
            mentor_keyword="guide",
            language="en",
            zone="America/New_York",
            country="US",
            formal=False,
            minimum_age=18,
            settings={
                "coordinator": "Dana Reyes",
                "place": "Harbor Library",
                "countries": ["US", "MX", "ES"],
                "contact": {
                    "en": "call 212-555-0100 or come to Room 5",
                    "es": "teléfono 212-555-0100 o sala 5",
                    "fr": "au 212-555-0100 ou salle 5",
                    "pt": "telefone 212-555-0100 ou sala 5",
                },
                **EXAMPLES,
                "until": f"{now.year + 1}-06-30",
                "topics": [topics.of(*one) for one in TOPICS],
            },
        ),
        now,
    )


class Topic(BaseModel):
    """Something people may want a hand with, in the languages of the programme."""

    token: Annotated[str, Field(pattern="^[a-z0-9_]{1,20}$")]
    labels: dict[str, Annotated[str, Field(min_length=1, max_length=30)]]

    @field_validator("labels")
    @classmethod
    def _in_english(cls, labels: dict[str, str]) -> dict[str, str]:
        if "en" not in labels or set(labels) - set(LANGUAGES):
            raise ValueError(f"needs en, and may have {', '.join(LANGUAGES[1:])}")
        return labels


class Described(Safeguards, Taught, Unasked):
    """A programme as a file describes it."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=30)]
    keyword: Word
    mentor_keyword: Word
    language: Annotated[str, Field(pattern="^(en|es|fr|pt)$")] = "en"
    zone: str
    country: Country
    countries: list[Country] = Field(default_factory=list)  # that are answered, else its own
    formal: bool | list[Role] = False  # usted, vous: to everybody, or to some
    accents: bool = True  # by SMS: without them texts cost less
    numbers: bool = True  # coordinators see the numbers of their people
    minimum_age: Annotated[int, Field(ge=13, le=99)] = 18
    coordinator: Annotated[str, Field(min_length=1, max_length=40)]
    place: Annotated[str, Field(min_length=1, max_length=40)]
    contact: str | dict[str, str]
    until: date
    retention: Kept = Kept()
    relay: Relay = Relay()
    offers: Offers = Offers()
    agreement: Defaults = Defaults()
    goodbye: Ending = Ending()
    matching: Rules = Rules()
    topics: Annotated[list[Topic], Field(min_length=1, max_length=8)]

    @field_validator("zone")
    @classmethod
    def _known(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError("is no time zone, such as America/New_York")
        return zone


def read(file: Path) -> Described:
    """The programme that a TOML file describes; raises BadSettings naming what is wrong."""
    try:
        return Described(**tomllib.loads(file.read_text()))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(f"{file}: {error}") from error
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        raise BadSettings(f"{file}: {'; '.join(wrong)}") from error


def keep(db: Connection, described: Described, now: datetime) -> str:
    """Add the programme, or change the one that has its word; what was done."""
    told = ("coordinator", "place", "contact", "until", "topics", "countries", "accents", "numbers")
    rules = ("retention", "relay", "offers", "agreement", "goodbye", "matching", *UNASKED)
    own = {*told, *rules, *SETTINGS, *TAUGHT}
    settings = described.model_dump(include=own, mode="json")
    settings["formal_roles"] = list(one) if (one := described.formal) and one is not True else []
    values = described.model_dump(exclude={*own, "formal"})
    definition = Definition(**values, formal=described.formal is True, settings=settings)
    known = programmes.every(db)
    words = {word: one.id for one in known.values() for word in (one.keyword, one.mentor_keyword)}
    found = {words.get(described.keyword), words.get(described.mentor_keyword)}
    if len(found) > 1:
        raise BadSettings("keyword, mentor_keyword: one of them belongs to another programme")
    (programme,) = found
    if programme is None:
        programmes.drop_unused(db, DEMONSTRATION)
        programmes.add(db, definition, now)
        return f"Added {described.name}. People join with the word {described.keyword.upper()}."
    programmes.change(db, programme, definition)
    return f"Changed {described.name}."


def is_formal(programme: Programme, role: str) -> bool:
    """Whether people of this role are told usted or vous; guardians always are."""
    return role in ("guardian", *programme.settings.get("formal_roles", ())) or programme.formal


def newcomer(
    programmes: dict[int, Programme], address: str, hint: str, numbered: bool
) -> tuple[str, str]:
    """The language and the zone of somebody new, by what their channel tells of them."""
    first = next(iter(programmes.values()), None)
    language, zone = (first.language, first.zone) if first else ("en", "UTC")
    if numbered:
        zones = numbers.zones(address)
        zone = zone if zone in zones or not zones else zones[0]
        hint = hint or numbers.language(address)
    return closest(hint, language), zone


def countries(programmes: Mapping[int, Programme]) -> frozenset[str]:
    """Whose numbers are answered: those that a programme names, or its own country's."""
    named = [one.settings.get("countries") or [one.country] for one in programmes.values()]
    return frozenset(chain.from_iterable(named))
