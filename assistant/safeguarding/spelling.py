"""Which word of a table was meant, where a word is mistyped."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import astuple
from functools import lru_cache

from assistant.safeguarding.tables import Table
from assistant.understanding import mistyping, patterns
from flows.reading import words

LONG = 5  # letters, from which a word is known with one of them wrong
SHORTEST_GLUED = 4  # letters
LONGEST = 20  # letters of a word that is looked at
KEPT = 4096  # words that are remembered as they were meant


class Spelling:
    """The words of a table's concerns; what is a word itself is never taken for a slip."""

    def __init__(self, table: Table, real: Collection[str]) -> None:
        self._words = table.words(concerns=True)
        self._real = real
        self._glued = tuple(sorted(table.lists.get("glued", ())))
        self._sounds = {
            word.replace(sound, other): word
            for word in sorted(self._words)
            for sound, other in table.respelt
            if sound in word
        }
        self._lost = {
            word[:at] + word[at + 1 :]: word
            for word in sorted(self._words)
            if len(word) >= LONG
            for at in range(1, len(word))
        }
        self.meant = lru_cache(KEPT)(self._meant)

    def _meant(self, typed: str) -> str:
        """The word of the table, or the one that was typed, as a number always is."""
        if typed in self._real or len(typed) > LONGEST or typed.isdigit():
            return typed
        known = self._sounds.get(typed) or self._lost.get(typed)
        return known or next((word for word in self._slips(typed) if word in self._words), typed)

    def _slips(self, typed: str) -> Iterator[str]:
        """What it may be instead: a letter twice, two the wrong way round, a key beside the right
        one but never the first, a word before it that is typed as one with it ("jpense")."""
        for at in range(1, len(typed)):
            if typed[at] == typed[at - 1] and len(typed) > LONG - 1:
                yield typed[:at] + typed[at + 1 :]
        if len(typed) >= LONG - 1:
            for at in range(1, len(typed) - 1):
                yield typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
        if len(typed) >= LONG:
            yield from (word for word in mistyping.beside(typed) if word[0] == typed[0])
        for before in self._glued:
            if typed.startswith(before) and len(typed) - len(before) >= SHORTEST_GLUED:
                yield typed[len(before) :]


def read_elsewhere(languages: Iterable[str]) -> frozenset[str]:
    """Numbers, days, yes and no: words of answers, so that none is taken for a slip of ours."""
    tables = [astuple(words.own(language)) for language in languages]
    texts = [text for table in tables for entry in table for text in _texts(entry)]
    return frozenset(word for text in texts for word in patterns.words(patterns.fold(text)))


def _texts(entry: object) -> list[str]:
    if isinstance(entry, Mapping):
        return [*map(str, entry.values())]
    return [entry] if isinstance(entry, str) else []
