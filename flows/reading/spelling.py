"""Words that are nearly a known word: one letter off, or spelt as they sound."""

import re
from collections.abc import Mapping
from functools import lru_cache

SHORTEST = 5  # "jobs" for "joke", "may" for "day": a short word is close to too many others.

# Ordinary words that are one letter away from a word we know, and do not mean it.
_OTHERS = frozenset(
    {"thirsty", "weeds", "mouths", "sundae", "frida", "augusta", "junior", "weekly"}
)
_OTHERS |= {"vienes", "sabido", "pesado", "mares", "entero", "domino", "salado", "manzana", "agoto"}
_OTHERS |= {"domain", "seconde", "natale", "augusto", "auguste", "marcos", "quanta", "monthly"}
_OTHERS |= {"mates"}  # Spanish for maths, and friends
_SOUNDS = (
    (re.compile(r"sch"), "sk"),
    (re.compile(r"[cs]h"), "x"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"qu?|ck|c(?![eiy])"), "k"),
    (re.compile(r"[cz]"), "s"),
    (re.compile(r"h"), ""),
    (re.compile(r"v"), "b"),
    (re.compile(r"ll|y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


class Speller:
    """Known words and what they mean, found by what somebody typed for them."""

    def __init__(self, known: Mapping[str, object]) -> None:
        self._known = known
        self._near: dict[str, set[str]] = {}
        for word in self._known:
            if len(word) >= SHORTEST:
                for shorter in _shortened(word):
                    self._near.setdefault(shorter, set()).add(word)

    def known(self, typed: str) -> str | None:
        """The known word that was meant, if all that are near mean the same."""
        if typed in self._known:
            return typed
        if not SHORTEST <= len(typed) <= 24 or typed in _OTHERS:
            return None
        found: set[str] = set()
        for shorter in _shortened(typed):
            found |= self._near.get(shorter, set())
        close = sorted(word for word in found if alike(typed, word))
        meant = [self._known[word] for word in close]
        return close[0] if close and all(each == meant[0] for each in meant) else None


def alike(typed: str, word: str) -> bool:
    """One letter wrong, missing, doubled or swapped with its neighbour, but never the first."""
    if min(len(typed), len(word)) < SHORTEST - 1 or max(len(typed), len(word)) < SHORTEST:
        return False
    return typed[0] == word[0] and one_apart(typed, word)


@lru_cache(maxsize=2048)
def sound(word: str) -> str:
    """How a word sounds, roughly, in any of our languages: "skool" is "school"."""
    for letters, heard in _SOUNDS:
        word = letters.sub(heard, word)
    return word


def _shortened(word: str) -> list[str]:
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


def one_apart(one: str, other: str) -> bool:
    """One letter wrong, missing, doubled or swapped with its neighbour."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    if len(left) != len(right):
        longer, shorter = (left, right) if len(left) > len(right) else (right, left)
        return longer[1:] == shorter
    swapped = left[:2][::-1] == right[:2]
    return left[1:] == right[1:] or (swapped and left[2:] == right[2:])
