"""The numbers in a reply, in digits or spelled, each with its place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.reading import spelling, words
from flows.reading.replies import Word

_DIGITS = re.compile(r"(\d{1,9})([a-z']*)")
_ORDINAL = re.compile(r"st|nd|rd|th|er|ere|e|eme|o|a|ro|ra|do|da|to|ta")
_TENS = range(20, 100, 10)
_ARTICLES = frozenset({"un", "une", "una", "um", "uma"})
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
    return texts[count.first] in _ARTICLES and bool(following) and following[0].isdigit()


def _digits(texts: tuple[str, ...], at: int) -> Count | None:
    match = _DIGITS.fullmatch(texts[at])
    if not match:
        return None
    value, suffix = match.groups()
    return Count(int(value), at, at + 1, ordinal=bool(_ORDINAL.fullmatch(suffix)))


def spelled(texts: tuple[str, ...], at: int, language: str) -> Count | None:
    if not texts[at][0].isalpha():
        return None
    cardinals, ordinals = words.values(language, "numbers"), words.values(language, "ordinals")
    size, value = _named(texts, at, cardinals)
    if not size:
        size, value = _named(texts, at, ordinals)
        return Count(value, at, at + size, ordinal=True, spelled=True) if size else None
    if value in _TENS:
        return _with_unit(texts, Count(value, at, at + size, spelled=True), language)
    return Count(value, at, at + size, spelled=True)


def _with_unit(texts: tuple[str, ...], ten: Count, language: str) -> Count:
    """Twenty, and perhaps one: "twenty one", "vingt et un", "twenty-first"."""
    at = ten.after + (ten.after < len(texts) and texts[ten.after] in _BETWEEN)
    for entry in ("numbers", "ordinals"):
        size, unit = _named(texts, at, words.values(language, entry))
        if size and 0 < unit < (20 if ten.value == 80 else 10):
            value = ten.value + unit
            return Count(value, ten.first, at + size, entry == "ordinals", spelled=True)
    return ten


def _named(texts: tuple[str, ...], at: int, named: Mapping[str, int]) -> tuple[int, int]:
    for size in (4, 3, 2, 1):
        phrase = " ".join(text for text in texts[at : at + size] if text != "-")
        if at + size <= len(texts) and phrase in named:
            return size, named[phrase]
    if at >= len(texts) or len(texts[at]) <= spelling.SHORTEST:
        return 0, 0
    meant = _speller(named).known(texts[at])
    return (1, named[meant]) if meant else (0, 0)


_SPELLERS: dict[int, spelling.Speller] = {}


def _speller(named: Mapping[str, int]) -> spelling.Speller:
    """The tables of numbers live as long as the program: one speller for each."""
    if id(named) not in _SPELLERS:
        _SPELLERS[id(named)] = spelling.Speller(word for word in named if " " not in word)
    return _SPELLERS[id(named)]
