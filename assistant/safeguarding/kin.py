"""Words of one kin in all languages: FEAR is "scared", "miedo", "peur" and "medo".

What is learned of one is known of all, in every language.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from assistant.understanding import patterns

OURS = Path(__file__).parent / "words" / "classes.txt"
CLAUSE = "CLAUSE"  # the class of what parts two clauses
SHORTEST = 2  # letters of a beginning
KEPT = 8192  # words whose classes are remembered

# The word before that is typed as one with it in French: "jveux", "maime", "lecole".
_ELIDED = re.compile(r"(?:qu|[jmtldnsc])(?=[aeiouhy].{3})|j(?=.{4})")


class Kin:
    """The classes of words, each a number; `names` are theirs, by number."""

    def __init__(self, text: str) -> None:
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._beginnings: dict[str, list[int]] = defaultdict(list)
        names = [CLAUSE]
        self._whole[patterns.BREAK] = [0]
        for name, words in _lines(text):
            self._add(len(names), words)
            names.append(name)
        self.names = tuple(names)
        self.of = lru_cache(KEPT)(self._of)

    def _add(self, number: int, words: list[str]) -> None:
        for word in words:
            known = self._beginnings if word.endswith("*") else self._whole
            numbers = known[word.rstrip("*")]
            if number not in numbers:
                numbers.append(number)

    def _of(self, word: str) -> tuple[int, ...]:
        """The classes of a word, or of what an elision is typed as one with."""
        found = self._own(word)
        if not found and (elided := _ELIDED.match(word)):
            found = self._own(word[elided.end() :])
        return tuple(sorted(found))

    def _own(self, word: str) -> set[int]:
        found = set(self._whole.get(word, ()))
        for end in range(len(word), SHORTEST, -1):
            if word[:end] in self._beginnings:
                return found.union(self._beginnings[word[:end]])
        return found


def _lines(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.splitlines():
        name, colon, words = line.partition("#")[0].partition(":")
        if colon:
            yield name.strip(), words.replace("|", " ").split()


@lru_cache(maxsize=1)
def ours() -> Kin:
    """The classes that come with the product."""
    return Kin(OURS.read_text(encoding="utf-8"))
