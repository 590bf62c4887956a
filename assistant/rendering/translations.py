"""The languages that participants read, and what each wording is in them."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from babel.messages import pofile

from assistant.channels.sms.alphabet import Letters
from assistant.rendering import countries

LANGUAGES = ("en", "es", "fr", "pt")
LOCALES = Path(__file__).parents[2] / "locales"
FORMAL = "formal"  # the msgctxt of a wording for those who are addressed formally

Wordings = Mapping[tuple[str | None, str], str]  # by msgctxt and msgid


class Reader(NamedTuple):  # by whom much is kept: a tuple is compared fastest
    """Whoever reads a text: in what language, where, and on what kind of phone."""

    language: str
    zone: str = "UTC"
    country: str = ""  # whose spelling, dates and hours
    formal: bool = False
    buttons: bool = False  # options are buttons, not numbers
    letters: Letters = Letters.WRITTEN


def closest(hint: str, default: str) -> str:
    """The language that a code such as "pt-BR" stands for, if it is one of ours."""
    language = hint.replace("_", "-").partition("-")[0].strip().lower()
    return language if language in LANGUAGES else default


def translate(msgid: str, language: str, formal: bool, country: str = "") -> str:
    """The wording in a language, as a country has it; itself where there is none."""
    for known in _catalogues(language, country):
        if formal and (wording := known.get((FORMAL, msgid))):
            return wording
        if wording := known.get((None, msgid)):
            return wording
    return msgid


@lru_cache(maxsize=1024)
def _catalogues(language: str, country: str) -> tuple[Wordings, ...]:
    """Where a wording is looked for: what differs in a country comes first."""
    variety = countries.variety(language, country)
    return tuple(wordings(name) for name in dict.fromkeys((variety, language)))


@lru_cache(maxsize=1024)
def say_for(reader: Reader) -> Callable[[str], str]:
    """How a flow turns a msgid into the words that this reader saw."""
    return partial(
        translate, language=reader.language, formal=reader.formal, country=reader.country
    )


@lru_cache
def wordings(language: str) -> Wordings:
    """The catalogue of a language or a variety; English is its own."""
    if language not in (*LANGUAGES, *countries.VARIETIES) or language == LANGUAGES[0]:
        return {}
    with catalogue_path(language).open("rb") as file:
        catalogue = pofile.read_po(file, locale=language, abort_invalid=True)
    return {
        (message.context, message.id): message.string
        for message in catalogue
        if isinstance(message.id, str)
        and isinstance(message.string, str)
        and message.id
        and message.string
        and not message.fuzzy
    }


def catalogue_path(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "messages.po"
