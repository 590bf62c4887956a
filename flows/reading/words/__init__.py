"""What people write, one table per language: a person's own words, then English."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from flows.reading.replies import folded
from flows.reading.words import en, es, fr, pt
from flows.reading.words.table import Table

_TABLES: Mapping[str, Table] = MappingProxyType(
    {"en": en.TABLE, "es": es.TABLE, "fr": fr.TABLE, "pt": pt.TABLE}
)


def own(language: str) -> Table:
    """The table of a language; of English where we have none."""
    return _TABLES.get(language[:2], en.TABLE)


def spellings(text: str) -> Iterator[str]:
    """The spellings in an entry of a table, folded."""
    for spelling in text.split(","):
        if spelling := folded(spelling.strip()).replace("'", ""):
            yield spelling


@lru_cache(maxsize=256)
def merged(own: str, english: str, foreign: frozenset[str] = frozenset()) -> frozenset[str]:
    """The spellings of an entry in a person's language, and the English ones but for these."""
    return frozenset(spellings(own)) | (frozenset(spellings(english)) - foreign)


@lru_cache(maxsize=8)
def foreign(language: str) -> frozenset[str]:
    """English words that mean something else in this language."""
    return frozenset(spellings(own(language).not_english))


_DECISIVE = frozenset(
    {
        *("yes", "no", "soft", "endings", "asks", "unsure", "negations", "willing"),
        *(
            "contrasts",
            "beside",
            "leads",
            "content",
            "doubts",
            "reports",
            "yet",
            "not_names",
            "after_names",
            "also_names",
            "later",
            "busy",
        ),
    }
)


@lru_cache(maxsize=128)
def phrases(language: str, entry: str) -> frozenset[str]:
    """An entry in a person's language and in English."""
    differ = foreign(language) if entry in _DECISIVE else frozenset()
    return merged(getattr(own(language), entry), getattr(en.TABLE, entry), differ)


@lru_cache(maxsize=16)
def values(language: str, entry: str) -> Mapping[str, int]:
    """Which number each spelling of a numbered entry stands for."""
    found: dict[str, int] = {}
    for table in (own(language), en.TABLE):
        for value, text in getattr(table, entry).items():
            for spelling in spellings(text):
                if table is own(language) or spelling not in foreign(language):
                    found.setdefault(spelling, value)
    return MappingProxyType(found)


@lru_cache(maxsize=256)
def heads(phrase_set: frozenset[str]) -> Mapping[str, int]:
    """The words that begin a phrase of the set, and of how many words the longest is."""
    found: dict[str, int] = {}
    for phrase in phrase_set:
        said = phrase.split(" ")
        found[said[0]] = max(found.get(said[0], 0), len(said))
    return MappingProxyType(found)


@lru_cache(maxsize=256)
def anchors(phrase_set: frozenset[str]) -> frozenset[str]:
    """The longest word of each phrase: what holds none of them holds no phrase of the set."""
    return frozenset(max(phrase.split(" "), key=len) for phrase in phrase_set)


def longest(phrase_set: frozenset[str], words: tuple[str, ...], start: int = 0) -> int:
    """How many words from here are a phrase of the set: 0, or the most that are."""
    if start >= len(words):
        return 0
    most = heads(phrase_set).get(words[start].partition(" ")[0])
    if most is None:  # as it is for nearly every word
        return 0
    for size in range(min(most, len(words) - start), 0, -1):
        if " ".join(words[start : start + size]) in phrase_set:
            return size
    return 0
