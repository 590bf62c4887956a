"""What a country changes in a language: the catalogue, the order of a date, the clock."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

# Where English has "program" and "Tue, Jun 3"; everywhere else "programme" and "Tue 3 Jun".
_AMERICAN = frozenset({"US", "PR", "GU", "VI", "AS", "MP", "UM", "CA", "PH", "LR"})
# Where Portuguese is Portugal's; everywhere else Brazil's.
_EUROPEAN = frozenset({"PT", "AO", "CV", "GW", "MZ", "ST", "TL"})

# A language as some countries write it, with a catalogue of what differs.
VARIETIES = {"en_US": "en", "pt_PT": "pt"}


@lru_cache(maxsize=1024)
def variety(language: str, country: str) -> str:
    """A language as a country writes it: one of VARIETIES, or the language."""
    if language == "en" and country in _AMERICAN:
        return "en_US"
    if language == "pt" and country in _EUROPEAN:
        return "pt_PT"
    return language


@lru_cache(maxsize=1024)
def locale(language: str, country: str) -> Locale:
    """Whose names of days and months, and whose order of them, a text has."""
    if language == "en":
        return Locale.parse("en_US" if month_first(language, country) else "en_GB")
    if variety(language, country) == language == "pt":
        return Locale.parse("pt_BR")
    try:
        return Locale.parse(f"{language}_{country}" if country else language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language)


def month_first(language: str, country: str) -> bool:
    """Whether 6/3 is June."""
    return variety(language, country) == "en_US"


@lru_cache(maxsize=1024)
def counts_to_twelve(language: str, country: str) -> bool:
    """Whether hours are "4 pm": in English always, in Spanish as the country has it."""
    if language != "es":
        return language == "en"
    return "a" in locale(language, country).time_formats["short"].pattern
