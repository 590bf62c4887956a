"""The numbers in a reply, in digits or spelled, each with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from flows.reading import spelling, words
from flows.reading.replies import Word

_DIGITS = re.compile(r"(\d{1,9})([a-z']*)")
_ORDINAL = re.compile(r"st|nd|rd|th|er|ere|e|eme|o|a|ro|ra|do|da|to|ta")
_THOUSAND = 1000
_TENS = range(20, 100, 10)
ARTICLES = frozenset({"un", "une", "una", "um", "uma"})
_BETWEEN = frozenset({"and", "y", "et", "e", "-"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number, and which words of the reply it takes up."""

    value: int
    first: int
    after: int
    ordinal: bool = False
    spelled: bool = False


def counts(typed: Sequence[Word], language: str) -> tuple[Count, ...]:
    """Every number of a reply, in order."""
    texts = tuple(word.folded for word in typed)
    found = []
    at = 0
    while at < len(texts):
        count = _digits(texts, at) or spelled(texts, at, language)
        if count and not _article(texts, count):
            found.append(count)
        at = count.after if count else at + 1
    return tuple(found)


def _article(texts: tuple[str, ...], count: Count) -> bool:
    """The "un" in "un 4"."""
    following = texts[count.after : count.after + 1]
    return texts[count.first] in ARTICLES and bool(following) and following[0].isdigit()


def _digits(texts: tuple[str, ...], at: int) -> Count | None:
    match = _DIGITS.fullmatch(texts[at])
    if not match:
        return None
    value, suffix = match.groups()
    return Count(int(value), at, at + 1, ordinal=bool(_ORDINAL.fullmatch(suffix)))


def spelled(texts: tuple[str, ...], at: int, language: str) -> Count | None:
    """The number in words that begins here: "twenty-first", "dos mil dieciocho"."""
    many = _small(texts, at, language)
    if not many or words.values(language, "numbers").get(_text(texts, many.after)) != _THOUSAND:
        return many
    rest = _small(texts, _after_and(texts, many.after + 1), language)
    if rest and rest.value < _THOUSAND and not rest.ordinal:
        value, after = many.value * _THOUSAND + rest.value, rest.after
    else:
        value, after = many.value * _THOUSAND, many.after + 1
    return Count(value, at, after, spelled=True)


def _small(texts: tuple[str, ...], at: int, language: str) -> Count | None:
    """A number in words below a hundred, or a thousand itself."""
    if not _text(texts, at)[:1].isalpha():
        return None
    for entry in ("numbers", "ordinals"):
        if found := _named(texts, at, entry, language):
            size, value = found
            count = Count(value, at, at + size, entry == "ordinals", spelled=True)
            return _with_unit(texts, count, language) if value in _TENS else count
    meant = _speller(language).known(texts[at]) if len(texts[at]) > spelling.SHORTEST else None
    if not meant:
        return None
    return Count(words.values(language, "numbers")[meant], at, at + 1, spelled=True)


def _with_unit(texts: tuple[str, ...], ten: Count, language: str) -> Count:
    """Twenty, and perhaps one: "twenty one", "vingt et un", "twenty-first"."""
    at = _after_and(texts, ten.after)
    for entry in ("numbers", "ordinals"):
        size, unit = _named(texts, at, entry, language) or (0, 0)
        if 0 < unit < (20 if ten.value == 80 else 10):
            value = ten.value + unit
            return Count(value, ten.first, at + size, entry == "ordinals", spelled=True)
    return ten


def _named(texts: tuple[str, ...], at: int, entry: str, language: str) -> tuple[int, int] | None:
    """How many words from here are an entry of the table, and its number."""
    if texts[at : at + 1] and texts[at] not in _firsts(language, entry):  # the cheap first test
        return None
    named = words.values(language, entry)
    for size in (5, 4, 3, 2, 1):
        phrase = " ".join(text for text in texts[at : at + size] if text != "-")
        if at + size <= len(texts) and phrase in named:
            return size, named[phrase]
    return None


@lru_cache(maxsize=16)
def _firsts(language: str, entry: str) -> frozenset[str]:
    """The words with which a number of the table begins."""
    return frozenset(phrase.split(" ")[0] for phrase in words.values(language, entry))


def _after_and(texts: tuple[str, ...], at: int) -> int:
    return at + (_text(texts, at) in _BETWEEN)


def _text(texts: tuple[str, ...], at: int) -> str:
    return texts[at] if at < len(texts) else ""


@lru_cache(maxsize=8)
def _speller(language: str) -> spelling.Speller:
    """For cardinals alone: "cuanto" is near "cuarto", "novela" near "novena"."""
    named = words.values(language, "numbers").items()
    return spelling.Speller({word: value for word, value in named if " " not in word})
