"""What somebody means instead of what they said before: "no, 21", "oops i meant 21"."""

from functools import lru_cache

from flows.reading import words
from flows.reading.replies import Word, bounded, plain
from flows.reading.replies import words as words_in

_NOES = frozenset({"no", "nope", "nah", "nop", "non", "nan", "nao", "n"})


def corrected(reply: str, language: str) -> str:
    """What follows the words that take an earlier answer back; "" where there are none, or where
    it only adds to it."""
    if _anchors(language).isdisjoint(plain(reply)):  # the cheap first test
        return ""
    text = bounded(reply).strip()
    typed = words_in(text)
    said = tuple(word.folded.replace("'", "") for word in typed)
    takes_back = words.phrases(language, "corrects")
    if not words.phrases(language, "adds").isdisjoint(said):
        return ""
    start, found = 0, False
    while start < len(said):
        size = words.longest(takes_back, said, start) or _denial(typed, start)
        if not size and (said[start][0].isalnum() and not _small(said, start, language)):
            break
        found, start = found or size > 0, start + (size or 1)
    return text[typed[start].start :] if found and start < len(said) else ""


@lru_cache(maxsize=8)
def _anchors(language: str) -> frozenset[str]:
    """One of these is in everything that takes an earlier answer back."""
    return words.anchors(words.phrases(language, "corrects")) | _NOES


def _denial(typed: tuple[Word, ...], at: int) -> int:
    """1 for a no that stands apart from what follows: "no, friday", "no 21"; not "no fridays"."""
    if typed[at].folded not in _NOES:
        return 0
    rest = typed[at + 1 :]
    apart = rest and not rest[0].folded[0].isalnum()
    return int(bool(apart) or (len(rest) == 1 and rest[0].folded.isdigit()))


def _small(said: tuple[str, ...], at: int, language: str) -> int:
    """How many words carry nothing before it: "oh sorry, ..."."""
    entries = ("greetings", "softeners")
    return max(words.longest(words.phrases(language, entry), said, at) for entry in entries)
