"""What scoring a file of examples takes, one JSON object a line: whatever the examples are."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Protocol, TypeVar

from storage.tables import Json

Example = TypeVar("Example")


class NoExamples(Exception):
    """A file that holds none, or one of another form."""


class Scored(Protocol):
    @property
    def score(self) -> str: ...


def examples(path: Path, of: Callable[[Json], Example], noun: str) -> Iterator[Example]:
    """Those of a file, each made of the object of its line."""
    empty = True
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield of(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise NoExamples(f"{path}:{number} is no {noun}") from error
            empty = False
    if empty:
        raise NoExamples(f"{path} holds no {noun}s")


def grouped(results: Sequence[Example], key: Callable[[Example], str]) -> dict[str, list[Example]]:
    found: dict[str, list[Example]] = {}
    for result in sorted(results, key=key):
        found.setdefault(key(result), []).append(result)
    return found


def percent(results: Sequence[Scored], score: str) -> float:
    return 100 * sum(one.score == score for one in results) / len(results)


def shares(results: Sequence[Scored], scores: Sequence[str]) -> str:
    """What part of the results has each score."""
    return ", ".join(f"{percent(results, one):.1f} % {one}" for one in scores)


def speed(took: Sequence[float], noun: str) -> str:
    """Of milliseconds."""
    return f"a {noun} takes {median(took):.3f} ms at the median, {max(took):.3f} ms at worst"


def slowness(took: Sequence[float], noun: str, middle: float, worst: float) -> Iterator[str]:
    """That it takes too long, where it does."""
    if took and (median(took) > middle or max(took) > worst):
        yield f"a {noun} takes more than {middle} ms at the median or {worst} ms at worst"
