"""Many phrases at once: a bit for each word of each, moved on by each word said.

Shift-And with optional steps (Navarro and Raffinot, Flexible Pattern Matching in Strings, 4.4):
a dozen operations on whole numbers for each word, however many phrases there are.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.safeguarding.spelling import Spelling
from assistant.safeguarding.tables import LONGEST, Phrase, Step, Table
from assistant.understanding import patterns

SHORT = 2  # letters; everyday words of so few are in nearly every text
TOGETHER = 256  # phrases of an automaton: the fewer, the shorter its numbers
MOST_FOUND = 24  # phrases of an automaton: more say no more
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


class Shelf:
    """Phrases in some automata, of which a text is read by those alone that it may concern."""

    def __init__(self, phrases: Iterable[Phrase], everyday: frozenset[str]) -> None:
        kept = sorted(((sorted(_rarest(one, everyday)), one) for one in phrases), key=_first)
        self._automata: list[Automaton] = []
        self._asked: dict[str, list[int]] = {}  # the automata that a word asks for
        for start in range(0, len(kept), TOGETHER):
            some = kept[start : start + TOGETHER]
            for word in {word for words, _ in some for word in words}:
                self._asked.setdefault(word, []).append(len(self._automata))
            self._automata.append(Automaton(phrase for _, phrase in some))

    @property
    def anchors(self) -> Collection[str]:
        """One of these is in everything that is found."""
        return self._asked.keys()

    def find(self, said: Sequence[str]) -> Iterator[Found]:
        """The phrases in a text."""
        asked = self._asked
        for number in sorted({one for word in said if word in asked for one in asked[word]}):
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


class Ordinary:
    """What is said every day in a text, by where it ends."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._found = sorted(found, key=lambda one: one.end)
        self._ends = [one.end for one in self._found]

    def __call__(self, concern: Found) -> bool:
        """Whether an ordinary phrase overlaps it; unless the concern says all of that and more:
        "he touches my arm" says more than "touches my"."""
        first = bisect_right(self._ends, concern.start)
        last = bisect_right(self._ends, concern.end + LONGEST)
        return any(
            one.start < concern.end and not concern.says_more(one)
            for one in self._found[first:last]
        )


def _first(kept: tuple[list[str], Phrase]) -> list[str]:
    return kept[0]


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
