"""Words that carry nothing: nods, wishes, thanks, and what stands around an answer."""

from functools import lru_cache

from flows.reading import words
from flows.reading.words.pleasantries import PLEASANTRIES


def made_of(phrases: frozenset[str], said: tuple[str, ...], language: str) -> bool:
    """Whether nothing else is said, but for what carries nothing."""
    if words.anchors(phrases).isdisjoint(said):  # the cheap first test
        return False
    around, at, found = small(language), 0, False
    while at < len(said):
        meant = words.longest(phrases, said, at)
        size = meant or words.longest(around, said, at)
        if not size:
            return False
        at, found = at + size, found or meant > 0
    return found


def only_pleasant(spoken: tuple[str, ...], language: str) -> bool:
    """Whether nothing is said but wishes, thanks and goodbyes, and nods beside them."""
    said = _pleasantries(language)
    if words.anchors(said).isdisjoint(spoken):  # the cheap first test
        return False
    if not any(words.longest(said, spoken, at) for at in range(len(spoken))):
        return False
    return made_of(said | nodding(language), spoken, language)


@lru_cache(maxsize=8)
def nodding(language: str) -> frozenset[str]:
    return words.phrases(language, "yes") | words.phrases(language, "soft")


@lru_cache(maxsize=8)
def _pleasantries(language: str) -> frozenset[str]:
    return words.merged(PLEASANTRIES.get(language[:2], ""), PLEASANTRIES["en"])


@lru_cache(maxsize=8)
def small(language: str) -> frozenset[str]:
    return frozenset().union(
        *(words.phrases(language, entry) for entry in ("beside", "softeners", "greetings"))
    )
