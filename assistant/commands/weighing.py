"""How much words speak for a concern, learned from the texts of the tests.

A logistic regression by stochastic gradient descent with steps of its own for each mark (AdaGrad:
Duchi, Hazan and Singer, 2011), always in the same order, so that the same texts make the same
weights. What the product says itself are ordinary texts, too. The bar is where few ordinary texts
of files that it has not learned from are above it. Run as
`python -m assistant.commands.weighing tests/data/safeguarding locales`.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import exp, sqrt
from pathlib import Path

from babel.messages.pofile import read_po

from assistant.commands import scans
from assistant.safeguarding import weights
from assistant.safeguarding.weights import DAMPED, Mark, Weights, marks
from assistant.understanding import patterns

ASKED = 0.05  # of the ordinary texts of the files, which are hard ones, at most
LOST = (0.1, 0.15, 0.02)  # of the concerns, at most: no more clear, nor unclear, nor meant
PARTS = 4  # of the files; each is weighed by what the others taught
ROUNDS = 20
STEP = 0.5
FADING = 1e-3  # of a weight, whenever it is learned from
STRIDE = 7919  # a prime: neighbours in a file are much alike
LIGHTEST = 0.1  # that is worth a line
OWN = 0.3  # how much what the product says counts
# The days of a week tell when, and not what: "me pega los martes".
DAYS = patterns.listed(
    "monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays"
    " saturday saturdays sunday sundays mon tues wed thurs fri lunes martes miercoles jueves"
    " viernes sabado sabados domingo domingos lundi lundis mardi mardis mercredi mercredis jeudi"
    " jeudis vendredi vendredis samedi samedis dimanche dimanches segunda segundas terca tercas"
    " quarta quartas quinta quintas sexta sextas"
)
BEGUN = frozenset(day[:4] + "-" for day in DAYS if day.endswith(("day", "es", "di", "che", "ado")))
KEPT_AWAY = "held"  # in the names of files that nothing is learned from


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text to learn from; how much it counts, and of which part of the files it is."""

    marks: frozenset[Mark]
    concern: bool
    counts: float = 1.0
    part: int = -1


def lessons(paths: Sequence[Path]) -> list[Lesson]:
    """Every text of some files."""
    return [
        Lesson(marks(patterns.words(one.text)), one.kind != scans.ORDINARY, part=number % PARTS)
        for number, path in enumerate(sorted(paths))
        if KEPT_AWAY not in path.name
        for one in scans.texts(path)
    ]


def sayings(locales: Path) -> list[Lesson]:
    """What the product says, in every language."""
    said = {
        text
        for path in locales.glob("*/LC_MESSAGES/messages.po")
        for message in read_po(BytesIO(path.read_bytes()))
        for text in (message.id, message.string)
        if isinstance(text, str)
    }
    return [Lesson(marks(patterns.words(text)), False, OWN) for text in sorted(said)]


def learned(some: Sequence[Lesson]) -> Weights:
    """Their weights, with the bounds between them."""
    unseen = sorted((weight, concern) for weight, concern in _unseen(some))
    ordinary = [weight for weight, concern in unseen if not concern]
    concerns = [weight for weight, concern in unseen if concern]
    clear, unclear, meant = (concerns[int(share * len(concerns))] for share in LOST)
    fitted = _fitted(some)
    heavy = {mark: weight for mark, weight in fitted.marks.items() if abs(weight) >= LIGHTEST}
    bar = ordinary[int((1 - ASKED) * len(ordinary))]
    return Weights(heavy, fitted.bias, bar, clear, unclear, meant)


def _unseen(some: Sequence[Lesson]) -> Iterator[tuple[float, bool]]:
    """What texts weigh by what the other parts taught, and whether they are concerns."""
    for part in range(PARTS):
        fitted = _fitted([one for one in some if one.part != part])
        yield from ((fitted.weigh(one.marks), one.concern) for one in some if one.part == part)


def _tells(mark: Mark, texts: int) -> bool:
    """Whether a mark of so many texts is learned from: two words of one text are a chance, and a
    number, such as an hour or an age, says nothing by itself, nor does a day."""
    if isinstance(mark, int):
        return True
    if mark in BEGUN or not DAYS.isdisjoint(mark.split()):
        return False
    return (texts > 1 or " " not in mark) and not any(map(str.isdigit, mark))


def _fitted(some: Sequence[Lesson]) -> Weights:
    seen = Counter(mark for one in some for mark in one.marks)
    often = sorted((mark for mark in seen if _tells(mark, seen[mark])), key=str)
    known = {mark: number for number, mark in enumerate(often)}
    texts = [sorted(known[mark] for mark in one.marks if mark in known) for one in some]
    weighed, slowed, bias = [0.0] * len(known), [1e-2] * len(known), 0.0
    slow = 1.0
    for turn in range(ROUNDS):
        for place in range(len(some)):
            at = (place * STRIDE + turn) % len(some)
            one, text = some[at], texts[at]
            damping = (len(one.marks) or 1) ** DAMPED
            said = bias + sum([weighed[mark] for mark in text]) / damping
            error = (1 / (1 + exp(-said)) - one.concern) * one.counts
            slow += error * error
            bias -= STEP * error / sqrt(slow)
            share, fading = error / damping, FADING * one.counts
            for mark in text:
                slope = share + fading * weighed[mark]
                slowed[mark] += slope * slope
                weighed[mark] -= STEP * slope / sqrt(slowed[mark])
    return Weights({mark: weighed[number] for mark, number in known.items()}, bias)


if __name__ == "__main__":
    texts, locales = map(Path, sys.argv[1:])
    taught = learned([*lessons([*texts.glob("*.jsonl")]), *sayings(locales)])
    weights.OURS.write_text(weights.written(taught), encoding="utf-8")
