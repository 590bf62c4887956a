"""Signs of a crossed boundary that no expression lists: words weighed together, kind by kind, as
the texts of the tests have taught."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.safeguarding import kin, weights
from assistant.safeguarding.kin import Kin
from assistant.safeguarding.weights import DAMPED, Mark

_WORDS = Path(__file__).parent / "words"
OURS = _WORDS / "weights.txt"
BAR = 0.5  # of what weighs more, a person looks
HARDLY = -1.0  # of what weighs less, an expression that was found means nothing
AT_ONCE = 40  # words of a text that are weighed together; of longer ones each stretch
BOUNDS = ("(", ")")  # before the first word and behind the last
_BIAS = "#bias"


@dataclass(frozen=True, slots=True)
class Hints:
    """How much each mark speaks for each kind of boundary."""

    kinds: tuple[str, ...]  # in the order of their weights
    marks: Mapping[Mark, tuple[float, ...]]
    bias: tuple[float, ...]  # what every text weighs

    def weigh(self, said: Sequence[str]) -> tuple[float, str]:
        """The most that the words of a text, or a stretch of them, come to, and as which kind."""
        return max(self.weighed(marks(some)) for some in _stretches(said))

    def weighed(self, found: frozenset[Mark]) -> tuple[float, str]:
        """What marks come to, and as which kind."""
        rows = [row for mark in found if (row := self.marks.get(mark))]
        sums = map(sum, zip(self._nothing(), *rows, strict=True))
        damping = float(len(found) ** DAMPED)
        each = zip(self.bias, sums, self.kinds, strict=True)
        return max((bias + one / damping, kind) for bias, one, kind in each)

    def _nothing(self) -> tuple[float, ...]:
        return (0.0,) * len(self.kinds)


def _stretches(said: Sequence[str]) -> Iterator[Sequence[str]]:
    half = AT_ONCE // 2
    for start in range(0, max(len(said) - half, 1), half):
        yield said[start : start + AT_ONCE]


@lru_cache(maxsize=1)
def classes() -> Kin:
    """Those of concerns, and those that boundaries are about."""
    own = (_WORDS / "classes.txt").read_text(encoding="utf-8")
    return Kin(f"{kin.OURS.read_text(encoding='utf-8')}\n{own}")


_own = weights.of_words(classes)


def marks(said: Sequence[str]) -> frozenset[Mark]:
    """What is weighed of a text."""
    return weights.marks((BOUNDS[0], *said, BOUNDS[1]), _own)


def read(path: Path) -> Hints:
    """Weights in a file: the kinds, then a mark and its weight for each kind a line."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    numbers = {name: number for number, name in enumerate(classes().names)}
    told: dict[str, tuple[float, ...]] = {}
    for line in lines:
        mark, *row = line.split()
        told[mark] = tuple(map(float, row))
    bias = told.pop(_BIAS)
    known = {weights.unnamed(mark, numbers): row for mark, row in told.items()}
    return Hints(tuple(first.split()), known, bias)


def written(hints: Hints) -> str:
    """The text of such a file."""
    named = {weights.named(mark, classes()): row for mark, row in hints.marks.items()}
    told = {_BIAS: hints.bias, **dict(sorted(named.items()))}
    lines = (f"{mark} {' '.join(f'{one:.1f}' for one in row)}" for mark, row in told.items())
    return "\n".join((" ".join(hints.kinds), *lines, ""))


@lru_cache(maxsize=1)
def ours() -> Hints:
    """Those that come with the product."""
    return read(OURS)
