"""What no phrase says: words weighed together, as the texts of the tests have taught."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise, repeat
from pathlib import Path

from assistant.safeguarding import kin
from assistant.safeguarding.kin import Kin

OURS = Path(__file__).parent / "words" / "weights.txt"
FEWEST = 3  # words; fewer are for the phrases
ENOUGH = 4  # words; of fewer the phrase that was found knows better
BEGINNING = 4  # letters that words of one kin share
KEPT = 8192  # words whose marks are remembered
APART = 5  # words, within which two classes are weighed together
DAMPED = 0.3  # long texts weigh hardly more than short ones: by this power of what they hold
AT_ONCE = 40  # words of a text that are weighed together; of longer ones each stretch

NOTHING = float("-inf")
_BOUNDS = ("bias", "bar", "clear", "unclear", "meant")  # in a file with a # before them
_PAIRS = 1 << 10  # more than there are classes

Mark = str | int  # a word, its beginning as "begi-", two words as "two words"; a class, or a pair
# What is weighed of a word alone; its classes, and what each is as the first of a pair.
Own = Callable[[str], tuple[tuple[Mark, ...], tuple[int, ...], tuple[int, ...]]]


class Likely(Enum):
    """How well the words of a text go with what a phrase found there."""

    WELL = "clear words are clear"
    SOMEWHAT = "clear words are asked about"
    LITTLE = "unclear ones are not even asked about"
    HARDLY = "nothing was meant"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each mark speaks for a concern."""

    marks: Mapping[Mark, float]
    bias: float = 0.0  # what every text weighs
    bar: float = 0.0  # what a text must weigh to be suspected
    # Of texts that weigh less, what a phrase found is less than it says.
    clear: float = NOTHING
    unclear: float = NOTHING
    meant: float = NOTHING

    def weigh(self, marks: frozenset[Mark]) -> float:
        """What the marks of a text come to."""
        total = sum(map(self.marks.get, marks, repeat(0.0)))
        return self.bias + total / float(max(len(marks), 1) ** DAMPED)

    def suspects(self, said: Sequence[str]) -> bool:
        """Whether a text may be a concern."""
        return len(said) >= FEWEST and self.weigh(marks(said)) > self.bar

    def heaviest(self, said: Sequence[str]) -> Sequence[str]:
        """What of a text most speaks for one: of a long one a stretch, of a short one all."""
        if len(said) <= AT_ONCE:
            return said
        starts = range(0, len(said) - AT_ONCE // 2, AT_ONCE // 2)
        stretches = [said[start : start + AT_ONCE] for start in starts]
        return max(stretches, key=lambda some: self.weigh(marks(some)))

    def likely(self, said: Sequence[str]) -> Likely:
        """How likely it is that what a phrase found in a text was meant; of long and of very short
        ones the phrase knows better."""
        if not ENOUGH <= len(said) <= AT_ONCE:
            return Likely.WELL
        weight = self.weigh(marks(said))
        if weight >= self.clear:
            return Likely.WELL
        if weight >= self.unclear:
            return Likely.SOMEWHAT
        return Likely.LITTLE if weight >= self.meant else Likely.HARDLY

    def telling(self, said: Sequence[str]) -> tuple[str, ...]:
        """The words that speak for one, in their order."""
        return tuple(word for word in said if self._own(word) > 0)

    def _own(self, word: str) -> float:
        return sum(self.marks.get(mark, 0.0) for mark in marks([word]))


def of_words(known: Callable[[], Kin]) -> Own:
    """What is weighed of each word, by some classes."""

    @lru_cache(KEPT)
    def own(word: str) -> tuple[tuple[Mark, ...], tuple[int, ...], tuple[int, ...]]:
        beginning = (word[:BEGINNING] + "-",) if len(word) > BEGINNING else ()
        classes = known().of(word)
        return (word, *beginning, *classes), classes, tuple((one + 1) * _PAIRS for one in classes)

    return own


_own = of_words(kin.ours)


def marks(said: Sequence[str], own: Own = _own) -> frozenset[Mark]:
    """What is weighed of a text: words, the beginnings of longer ones, two words in a row; the
    classes of words, and two of them, in their order, that are not far apart."""
    found: list[Mark] = [*map(" ".join, pairwise(said))]
    before: list[tuple[int, ...]] = []  # what the classes of each word are as the first of a pair
    for word in said:
        alone, classes, firsts = own(word)
        found += alone
        for near in before[-APART:] if classes else ():  # plain loops: each text is weighed
            for first in near:
                for second in classes:
                    found.append(first + second)
        before.append(firsts)
    return frozenset(found)


def read(path: Path) -> Weights:
    """Weights in a file: a mark and its weight a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    told = {mark: float(weight) for mark, weight in map(str.split, lines)}
    bounds = {name: told.pop("#" + name) for name in _BOUNDS}
    numbers = {name: number for number, name in enumerate(kin.ours().names)}
    return Weights({unnamed(mark, numbers): one for mark, one in told.items()}, **bounds)


def written(weights: Weights) -> str:
    """The text of such a file."""
    told = {named(mark, kin.ours()): one for mark, one in weights.marks.items()}
    bounds = {"#" + name: getattr(weights, name) for name in _BOUNDS}
    lines = {**bounds, **dict(sorted(told.items()))}
    return "".join(f"{mark} {weight:.2f}\n" for mark, weight in lines.items())


def named(mark: Mark, known: Kin) -> str:
    """As in a file: "FEAR", "FEAR>PARENT", "word", "begi-", "two_words"."""
    if isinstance(mark, str):
        return mark.replace(" ", "_")
    first, second = divmod(mark, _PAIRS)
    return f"{known.names[first - 1]}>{known.names[second]}" if first else known.names[second]


def unnamed(named: str, numbers: Mapping[str, int]) -> Mark:
    if not named[0].isupper():
        return named.replace("_", " ")
    first, pair, second = named.partition(">")
    return (numbers[first] + 1) * _PAIRS + numbers[second] if pair else numbers[first]
