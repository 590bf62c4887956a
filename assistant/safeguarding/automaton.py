"""All phrases of a language at once: a bit for each word of each, moved on by each word said.

Shift-And with optional steps (Navarro and Raffinot, Flexible Pattern Matching in Strings, 4.4):
a dozen operations on whole numbers for each word, however many phrases there are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.safeguarding.tables import Phrase, Step, Table
from assistant.understanding import mistyping, patterns

SHORT = 2  # letters; everyday words of so few are in nearly every text
LONG = 5  # letters, from which a word is known with one of them wrong
SHORTEST_GLUED = 4  # letters
MOST_FOUND = 64  # phrases: more say no more
MOST_OF_ONE = 8  # phrase


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text, from its first word to after its last."""

    phrase: Phrase
    start: int
    end: int
    said: Sequence[str]  # the whole text, as spelt in the table

    def says_more(self, other: "Found") -> bool:
        """Whether it covers all that the other says with words of its own, and goes further."""
        covers = self.start <= other.start and other.end <= self.end
        wider = self.end - self.start > other.end - other.start
        return covers and wider and self.phrase.names(self.said[other.start : other.end])


class Automaton:
    """Some phrases, compiled."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._words: dict[str, int] = {}
        self._ends: dict[int, Phrase] = {}
        self._starts = self._final = self._any = 0
        self._optional = self._before = self._last = 0
        for phrase in phrases:
            self._add(phrase)

    def _add(self, phrase: Phrase) -> None:
        at = self._final.bit_length()
        self._starts |= 1 << at
        for place, step in enumerate(phrase.steps, at):
            self._step(place, step, phrase.steps, at)
        last = at + len(phrase.steps) - 1
        self._final |= 1 << last
        self._ends[last] = phrase

    def _step(self, place: int, step: Step, steps: Sequence[Step], at: int) -> None:
        bit = 1 << place
        self._any |= 0 if step.words else bit
        for word in step.words:
            self._words[word] = self._words.get(word, 0) | bit
        if step.optional:  # a stretch of these: what stands before, each, the last
            self._optional |= bit
            self._before |= 0 if steps[place - at - 1].optional else bit >> 1
            self._last |= 0 if steps[place - at + 1].optional else bit

    def find(self, said: Sequence[str]) -> Iterator[Found]:
        """The phrases in a text, by where they end."""
        found: Counter[int] = Counter()
        enough = 0  # of these phrases
        for place, ended in self._ended(said):
            for bit in _bits(ended & ~enough):
                yield Found(self._ends[bit], self._ends[bit].start(said, place), place, said)
                found[bit] += 1
                if found[bit] == MOST_OF_ONE:
                    enough |= 1 << bit
            if found.total() >= MOST_FOUND:
                return

    def _ended(self, said: Sequence[str]) -> Iterator[tuple[int, int]]:
        """After each word the phrases that end with it."""
        known, starts, final, gaps = self._words, self._starts, self._final, self._any
        optional, before, last = self._optional, self._before, self._last
        skipping, active = optional | before, 0
        for place, word in enumerate(said, 1):
            filled = gaps if word != patterns.BREAK else 0
            if bits := known.get(word):
                active = (active << 1 | starts) & (bits | filled)
            elif active:
                active = active << 1 & filled
            if ended := active & final:
                yield place, ended
            if active & skipping:
                until = active | last
                active |= optional & (~(until - before) ^ until)


class Language:
    """A table, compiled: its concerns, and what is said every day beside them."""

    def __init__(self, table: Table, everyday: frozenset[str], real: frozenset[str]) -> None:
        concerns = [one for one in table.phrases if one.kind]
        self._concerns = Automaton(concerns)
        self._ordinary = Automaton(one for one in table.phrases if not one.kind)
        self._slips = _slips(table, real)
        rarest = frozenset().union(*(_rarest(one, everyday) for one in concerns))
        # One of these is in everything that is a concern.
        self.anchors = rarest.union(slip for slip, word in self._slips.items() if word in rarest)

    def concerns(self, said: Sequence[str]) -> Iterator[Found]:
        """What of a text may be a concern."""
        if not self.anchors.isdisjoint(said):
            yield from self._concerns.find(self._spelt(said))

    def ordinary(self, said: Sequence[str]) -> Iterator[Found]:
        """What of a text is said every day."""
        return self._ordinary.find(self._spelt(said))

    def _spelt(self, said: Sequence[str]) -> list[str]:
        return [self._slips.get(word, word) for word in said]


def _bits(number: int) -> Iterator[int]:
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


def _rarest(phrase: Phrase, everyday: frozenset[str]) -> frozenset[str]:
    """The words of the step that a text is least likely to hold."""
    needed = [
        one.words
        for one in phrase.steps
        if one.words and not one.optional and patterns.BREAK not in one.words
    ]
    return min(needed, key=lambda words: sum(_frequency(word, everyday) for word in words))


def _frequency(word: str, everyday: frozenset[str]) -> float:
    """Roughly how often it is said, compared with others."""
    if word not in everyday:
        return 0.02
    return 1 if len(word) > SHORT else 3


def _slips(table: Table, real: frozenset[str]) -> dict[str, str]:
    """What may be typed for the words of concerns, unless it is a word itself."""
    return {
        slip: word
        for word in sorted(table.words(concerns=True))
        for slip in (
            *_thumbed(word),
            *mistyping.misspelt(word, table.respelt),
            *_glued(word, table.lists.get("glued", ())),
        )
        if slip not in real
    }


def _glued(word: str, before: Iterable[str]) -> Iterator[str]:
    """With a word before it that adds nothing and is typed as one with it: "jpense"."""
    if len(word) >= SHORTEST_GLUED:
        yield from (one + word for one in before)


def _thumbed(word: str) -> Iterator[str]:
    """Slips of the thumb: the key beside, but never the first; in short words a letter twice, or
    two the wrong way round."""
    if len(word) >= LONG:
        yield from (slip for slip in mistyping.beside(word) if slip[0] == word[0])
    elif len(word) == LONG - 1:
        for at in range(1, len(word)):
            yield word[: at + 1] + word[at:]
            yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
