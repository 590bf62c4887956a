"""The languages that participants read, and what each wording is in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from babel.messages import pofile

LANGUAGES = ("en", "es", "fr", "pt")
LOCALES = Path(__file__).parents[2] / "locales"
FORMAL = "formal"  # the msgctxt of a wording for those who are addressed formally

Wordings = Mapping[tuple[str | None, str], str]  # by msgctxt and msgid


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads a text: in what language, when, and on what kind of phone."""

    language: str
    zone: str = "UTC"
    formal: bool = False
    buttons: bool = False  # options are buttons, not numbers
    plain: bool = False  # letters outside GSM-7 go without their accent


def closest(hint: str, default: str) -> str:
    """The language that a code such as "pt-BR" stands for, if it is one of ours."""
    language = hint.replace("_", "-").partition("-")[0].strip().lower()
    return language if language in LANGUAGES else default


def translate(msgid: str, language: str, formal: bool) -> str:
    """The wording in a language; itself where there is none."""
    known = wordings(language)
    if formal and (wording := known.get((FORMAL, msgid))):
        return wording
    return known.get((None, msgid), msgid)


@lru_cache(maxsize=256)
def say_for(reader: Reader) -> Callable[[str], str]:
    """How a flow turns a msgid into the words that this reader saw."""
    return partial(translate, language=reader.language, formal=reader.formal)


@lru_cache
def wordings(language: str) -> Wordings:
    """A language's catalogue; English is its own."""
    if language not in LANGUAGES or language == LANGUAGES[0]:
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
