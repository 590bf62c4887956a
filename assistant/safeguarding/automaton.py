"""Many phrases at once: a bit for each word of each, moved on by each word said.

Shift-And with optional steps (Navarro and Raffinot, Flexible Pattern Matching in Strings, 4.4):
a dozen operations on whole numbers for each word, however many phrases there are.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.safeguarding.tables import LONGEST, Phrase, Step
from assistant.understanding import patterns

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


def _bits(number: int) -> Iterator[int]:
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low
