"""How much words speak for a concern, learned from the texts of the tests.

A logistic regression by stochastic gradient descent, always in the same order, so that the same
texts make the same weights. What the product says itself are ordinary texts, too. The bar is where
few ordinary texts that it has not learned from are above it. Run as
`python -m assistant.commands.weighing tests/data/safeguarding locales`.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain
from math import exp, sqrt
from pathlib import Path

from babel.messages.pofile import read_po

from assistant.commands import scans
from assistant.safeguarding import weights
from assistant.safeguarding.weights import Weights, marks
from assistant.understanding import patterns

ASKED = 0.01  # of the ordinary texts, at most
PARTS = 5  # of the texts; each is weighed by what the others taught
ROUNDS = 20
STEP, SLOWER = 0.3, 0.9  # of the first round, and of each after
FADING = 1e-4  # of a weight, whenever it is learned from
STRIDE = 7919  # a prime: neighbours in a file are much alike
LIGHTEST = 0.05  # that is worth a line


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text to learn from."""

    marks: frozenset[str]
    concern: bool


def lessons(paths: Sequence[Path]) -> list[Lesson]:
    """Every text of some files."""
    some = chain.from_iterable(scans.texts(path) for path in sorted(paths))
    return [Lesson(marks(patterns.words(one.text)), one.kind != scans.ORDINARY) for one in some]


def sayings(locales: Path) -> list[Lesson]:
    """What the product says, in every language."""
    said = {
        text
        for path in locales.glob("*/LC_MESSAGES/messages.po")
        for message in read_po(BytesIO(path.read_bytes()))
        for text in (message.id, message.string)
        if isinstance(text, str)
    }
    return [Lesson(marks(patterns.words(text)), concern=False) for text in sorted(said)]


def learned(some: Sequence[Lesson]) -> Weights:
    """Their weights, with a bar."""
    unseen = [
        fitted.weigh(one.marks)
        for part in range(PARTS)
        for fitted in [_fitted([one for at, one in enumerate(some) if at % PARTS != part])]
        for one in some[part::PARTS]
        if not one.concern
    ]
    bar = sorted(unseen, reverse=True)[int(ASKED * len(unseen))]
    fitted = _fitted(some)
    heavy = {mark: weight for mark, weight in fitted.words.items() if abs(weight) >= LIGHTEST}
    return replace(fitted, words=heavy, bar=bar)


def _fitted(some: Sequence[Lesson]) -> Weights:
    words: dict[str, float] = {}
    bias, step = 0.0, STEP
    for turn in range(ROUNDS):
        for at in range(len(some)):
            one = some[(at * STRIDE + turn) % len(some)]
            weighed = Weights(words, bias).weigh(one.marks)
            error = step * (one.concern - 1 / (1 + exp(-weighed)))
            bias += error / 10
            share = error / sqrt(len(one.marks) or 1)
            for mark in one.marks:
                words[mark] = words.get(mark, 0.0) * (1 - FADING) + share
        step *= SLOWER
    return Weights(words, bias)


if __name__ == "__main__":
    texts, locales = map(Path, sys.argv[1:])
    taught = learned([*lessons([*texts.glob("*.jsonl")]), *sayings(locales)])
    weights.OURS.write_text(weights.written(taught), encoding="utf-8")
