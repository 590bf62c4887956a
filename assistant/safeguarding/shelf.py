"""The phrases of a language, of which a text is read by those alone that it may hold."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.safeguarding.automaton import Automaton, Found
from assistant.safeguarding.spelling import Spelling
from assistant.safeguarding.tables import Phrase, Table
from assistant.understanding import patterns

SHORT = 2  # letters; everyday words of so few are in nearly every text
TOGETHER = 256  # phrases of an automaton: the fewer, the shorter its numbers


class _Way(NamedTuple):
    """Where a phrase is kept, and the words of which it needs one each beside its rarest."""

    needs: tuple[frozenset[str], ...]
    automaton: int


class Shelf:
    """Phrases in some automata, of which a text is read by those alone that it may concern."""

    def __init__(self, phrases: Iterable[Phrase], everyday: frozenset[str]) -> None:
        kept = sorted(((_needed(one, everyday), one) for one in phrases), key=_place)
        self._automata: list[Automaton] = []
        ways: dict[str, dict[_Way, None]] = {}
        for start in range(0, len(kept), TOGETHER):
            some = kept[start : start + TOGETHER]
            for (rarest, *needs), _ in some:
                way = _Way(tuple(needs), len(self._automata))
                for word in rarest:
                    ways.setdefault(word, {})[way] = None
            self._automata.append(Automaton(phrase for _, phrase in some))
        self._ways = {
            word: sorted(some, key=lambda way: len(way.needs)) for word, some in ways.items()
        }
        self.anchors = frozenset(ways)  # one of these is in everything that is found

    def find(self, said: Sequence[str]) -> Iterator[Found]:
        """The phrases in a text."""
        every = frozenset(said)
        asked: set[int] = set()
        for word in self.anchors.intersection(every):
            for needs, number in self._ways[word]:
                for words in needs:  # no generator here: this is in every turn
                    if words.isdisjoint(every):
                        break
                else:
                    asked.add(number)
        for number in sorted(asked):
            yield from self._automata[number].find(said)


class Language:
    """A table, compiled: its concerns, and what is said every day beside them."""

    def __init__(self, table: Table, everyday: frozenset[str], real: frozenset[str]) -> None:
        self._concerns = Shelf((one for one in table.phrases if one.kind), everyday)
        self._ordinary = Shelf((one for one in table.phrases if not one.kind), everyday)
        self._meant = Spelling(table, real).meant

    def may_concern(self, word: str) -> bool:
        """Whether a text with this word may be a concern; without such a word it is none."""
        return self._meant(word) in self._concerns.anchors

    def concerns(self, said: Sequence[str]) -> Iterator[Found]:
        """What of a text may be a concern."""
        return self._concerns.find(self._spelt(said))

    def ordinary(self, said: Sequence[str]) -> Iterator[Found]:
        """What of a text is said every day."""
        return self._ordinary.find(self._spelt(said))

    def _spelt(self, said: Sequence[str]) -> list[str]:
        return list(map(self._meant, said))


def _place(kept: tuple[list[frozenset[str]], Phrase]) -> tuple[bool, list[str]]:
    """Phrases of one word apart, since every text with it is read for them."""
    needed, _ = kept
    return len(needed) < 2, sorted(needed[0])


def _needed(phrase: Phrase, everyday: frozenset[str]) -> list[frozenset[str]]:
    """The words of each step that a text must hold, those first that it is least likely to."""
    needed = [
        one.words
        for one in phrase.steps
        if one.words and not one.optional and patterns.BREAK not in one.words
    ]
    return sorted(needed, key=lambda words: sum(_frequency(word, everyday) for word in words))


def _frequency(word: str, everyday: frozenset[str]) -> float:
    """Roughly how often it is said, compared with others."""
    if word not in everyday:
        return 0.02
    return 1 if len(word) > SHORT else 3
