"""Where a text tells of somebody: their name, their number, or words that they wrote. Pure."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

GONE = "[...]"
RUN = 4  # words in a row that are taken for somebody's own
DIGITS = 9  # of the end of a number: what stands before them is written in many ways
_WORD = re.compile(r"\w+")
# Of names, what other people's texts are full of.
_PARTICLES = frozenset(
    ("da", "das", "de", "del", "do", "dos", "du", "el", "la", "le", "los", "van", "von")
)

Words = tuple[str, ...]


class Mentions:
    """What is looked for. Upper and lower case, accents and signs make no difference."""

    def __init__(
        self, names: Collection[str], handles: Collection[str], said: Collection[str]
    ) -> None:
        self._names, self._handles, self._said = names, handles, said

    def within(self, text: str) -> bool:
        """Whether a text tells of them."""
        return next(self._spans(text), None) is not None

    def without(self, text: str) -> str:
        """The text, with what tells of them left out."""
        kept, at = [], 0
        for start, end in sorted(self._spans(text)):
            if end > at:
                kept.append(text[at : max(start, at)] + (GONE if start >= at else ""))
                at = end
        return "".join(kept) + text[at:]

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        folded = _fold(text)
        for pattern in self._patterns:
            yield from (found.span() for found in pattern.finditer(folded))
        words = list(_WORD.finditer(folded))
        said = [word[0] for word in words]
        for first in range(len(said) - RUN + 1):
            for one in self._runs.get(tuple(said[first : first + RUN]), ()):
                if tuple(said[first : first + len(one)]) == one:
                    yield words[first].start(), words[first + len(one) - 1].end()

    @cached_property
    def _patterns(self) -> Sequence[re.Pattern[str]]:
        names = sorted({part for name in self._names for part in _parts(name)}, key=len)
        found = [rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(names)))})(?!\w)"] if names else []
        found += [_number(handle) for handle in self._handles if handle]
        return [re.compile(one) for one in found]

    @cached_property
    def _runs(self) -> Mapping[Words, Sequence[Words]]:
        """What they said, by its first words."""
        found: dict[Words, set[Words]] = {}
        for text in self._said:
            words = tuple(_WORD.findall(_fold(text)))
            if len(words) >= RUN:
                found.setdefault(words[:RUN], set()).add(words)
        return {first: sorted(some, key=len, reverse=True) for first, some in found.items()}


def _fold(text: str) -> str:
    """In lower case without accents, letter for letter."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def _plain(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0].lower()
    return plain if len(plain) == 1 else letter


def _parts(name: str) -> Iterator[str]:
    """A name as a whole and each of its parts."""
    folded = " ".join(_fold(name).split())
    words = [word for word in _WORD.findall(folded) if word not in _PARTICLES]
    if words:
        yield folded
        yield from (word for word in words if len(word) > 1)


def _number(handle: str) -> str:
    """A number or a chat, however its digits are set apart."""
    digits = re.sub(r"\D", "", handle)[-DIGITS:]
    apart = r"[\s().-]*"
    return rf"\+?(?:\d{apart})*{apart.join(digits)}(?!\d)" if digits else re.escape(_fold(handle))
