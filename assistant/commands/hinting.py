"""How much words speak for each kind of crossed boundary, learned from the texts of the tests.

A logistic regression as in `weighing`, once of all signs against what pairs ordinarily write and
once of each kind; of a mark both weights are added, so that a kind is known by what is common to
all, too. Run as `python -m assistant.commands.hinting tests/data/boundaries`, it says
how many are held of the texts that nothing was learned from.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import typer
from numpy.typing import NDArray

from assistant.commands import scans
from assistant.commands.weighing import FADING, KEPT_AWAY, STEP
from assistant.safeguarding.crossing import boundaries, contacts, hints
from assistant.safeguarding.crossing.boundaries import Boundary
from assistant.safeguarding.crossing.hints import Hints
from assistant.safeguarding.weights import DAMPED, Mark
from assistant.understanding import patterns

ROUNDS = 15
LIGHTEST = 0.1  # that is worth a line
PARTS = 4  # of the texts; each is weighed by what the others taught
SEED = 1


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text to learn from, and which boundary it crosses; "ordinary": none."""

    marks: frozenset[Mark]
    kind: str


def lessons(paths: Sequence[Path]) -> list[Lesson]:
    """Every text of some files."""
    return [
        Lesson(hints.marks(patterns.words(one.text)), one.kind)
        for path in sorted(paths)
        if KEPT_AWAY not in path.name
        for one in scans.texts(path)
    ]


def learned(some: Sequence[Lesson]) -> Hints:
    """Their weights."""
    seen = Counter(mark for one in some for mark in one.marks)
    often = sorted((mark for mark in seen if _tells(mark, seen[mark])), key=str)
    known = {mark: number for number, mark in enumerate(often)}
    texts = [np.array(sorted(known[mark] for mark in one.marks if mark in known)) for one in some]
    damping = np.array([len(one.marks) ** DAMPED for one in some])
    kinds = tuple(sorted(Boundary))
    every, bias = _fitted(texts, damping, [one.kind != scans.ORDINARY for one in some], len(known))
    rows, biases = [], []
    for kind in kinds:
        theirs = [at for at, one in enumerate(some) if one.kind in (kind, scans.ORDINARY)]
        crossed = [some[at].kind == kind for at in theirs]
        own, alone = _fitted([texts[at] for at in theirs], damping[theirs], crossed, len(known))
        rows.append(every + own)
        biases.append(bias + alone)
    columns = np.round(np.array(rows).T, 1)
    heavy = {
        mark: tuple(map(float, row))
        for mark, row in zip(often, columns, strict=True)
        if np.abs(row).max() >= LIGHTEST
    }
    return Hints(kinds, heavy, tuple(biases))


def unseen(some: Sequence[Lesson]) -> Iterator[tuple[float, bool]]:
    """What texts weigh by what other texts taught, and whether they cross a boundary."""
    chance = random.Random(SEED)
    parts = [chance.randrange(PARTS) for _ in some]
    for part in range(PARTS):
        taught = learned([one for one, its in zip(some, parts, strict=True) if its != part])
        for one, its in zip(some, parts, strict=True):
            if its == part:
                yield taught.weighed(one.marks)[0], one.kind != scans.ORDINARY


def held(text: str) -> bool:
    """Whether a person sees it before it goes across, by all that is looked for."""
    return bool(boundaries.find(text) or contacts.find(text))


def report(paths: Sequence[Path]) -> Iterator[str]:
    """How many are held of the texts that are kept away, a line a file."""
    for path in sorted(one for one in paths if KEPT_AWAY in one.stem):
        some = list(scans.texts(path))
        for ordinary in (False, True):
            these = [one.text for one in some if (one.kind == scans.ORDINARY) == ordinary]
            share = 100 * sum(map(held, these)) / len(these)
            kind = "ordinary" if ordinary else "signs"
            yield f"{path.stem}: {len(these)} {kind}, {share:.1f} % held"


def _tells(mark: Mark, texts: int) -> bool:
    """Two words of one text are a chance, and a number says nothing by itself."""
    if isinstance(mark, int):
        return True
    return (texts > 1 or " " not in mark) and not any(map(str.isdigit, mark))


def _fitted(
    texts: Sequence[NDArray[np.int64]],
    damping: NDArray[np.float64],
    crossed: Sequence[bool],
    many: int,
) -> tuple[NDArray[np.float64], float]:
    weighed, slowed = np.zeros(many), np.full(many, 1e-2)
    bias, slow = 0.0, 1.0
    order, chance = list(range(len(texts))), random.Random(SEED)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            text = texts[at]
            said = bias + float(weighed[text].sum()) / damping[at]
            error = 1 / (1 + np.exp(-said)) - crossed[at]
            slow += error * error
            bias -= STEP * error / np.sqrt(slow)
            slope = error / damping[at] + FADING * weighed[text]
            slowed[text] += slope * slope
            weighed[text] -= STEP * slope / np.sqrt(slowed[text])
    return weighed, float(bias)


if __name__ == "__main__":
    (folder,) = map(Path, sys.argv[1:])
    files = [*folder.glob("*.jsonl")]
    hints.OURS.write_text(hints.written(learned(lessons(files))), encoding="utf-8")
    typer.echo("\n".join(report(files)))
