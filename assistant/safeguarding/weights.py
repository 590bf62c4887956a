"""What no phrase says: words weighed together, as the texts of the tests have taught."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from assistant.understanding import patterns

OURS = Path(__file__).parent / "words" / "weights.txt"
FEWEST = 4  # words; fewer are for the phrases
BEGINNING = 4  # letters that words of one kin share
_BAR = "#bar"  # what a text must weigh
_BIAS = "#bias"  # what every text weighs


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each word, and each beginning of one, speaks for a concern."""

    words: Mapping[str, float]
    bias: float = 0.0
    bar: float = 0.0

    def weigh(self, marks: frozenset[str]) -> float:
        """What the marks of a text come to; long texts weigh no more than short ones."""
        known = self.words
        total = sum([known.get(mark, 0.0) for mark in marks])
        return self.bias + total / sqrt(len(marks) or 1)

    def suspects(self, said: Sequence[str]) -> bool:
        """Whether a text may be a concern."""
        return len(said) >= FEWEST and self.weigh(marks(said)) > self.bar

    def telling(self, said: Sequence[str]) -> tuple[str, ...]:
        """The words that speak for one, in their order."""
        return tuple(word for word in said if self._own(word) > 0)

    def _own(self, word: str) -> float:
        return sum(self.words.get(mark, 0.0) for mark in marks([word]))


def marks(said: Sequence[str]) -> frozenset[str]:
    """What is weighed of a text: its words, and the beginnings of the longer ones."""
    beginnings = [word[:BEGINNING] + "-" for word in said if len(word) > BEGINNING]
    return frozenset(said).union(beginnings) - {patterns.BREAK}


def read(path: Path) -> Weights:
    """Weights in a file: a mark and its weight a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    words = {mark: float(weight) for mark, weight in map(str.split, lines)}
    bias, bar = words.pop(_BIAS), words.pop(_BAR)
    return Weights(words, bias, bar)


def written(weights: Weights) -> str:
    """The text of such a file."""
    told = {_BAR: weights.bar, _BIAS: weights.bias, **dict(sorted(weights.words.items()))}
    return "".join(f"{mark} {weight:.2f}\n" for mark, weight in told.items())
