"""Which tests come through which blocks, and which of them look at a fault first."""

import ast
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from tests.mutations import mutants, recorded
from tests.mutations.mutants import ROOT, Mutant
from tests.mutations.probes import IMPORTED, Block

A_WHILE = 0.5  # seconds of one function's cases, before others have been run


class Timed(NamedTuple):
    test: str
    seconds: float


@dataclass
class Evidence:
    """Which tests come through which blocks."""

    blocks: list[Block]
    tests: dict[str, float]
    through: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    blocks_of: dict[str, list[int]] = field(default_factory=dict)
    imported: frozenset[int] = frozenset()  # blocks that are run before any test

    @classmethod
    def read(cls, folder: Path) -> "Evidence":
        known = recorded.read(folder)
        found = cls(known.blocks, {})
        found.imported = frozenset(known.seen.pop(IMPORTED, (0.0, []))[1])
        for test, (seconds, hits) in known.seen.items():
            found.tests[test], found.blocks_of[test] = seconds, hits
            for one in hits:
                found.through[one].append(test)
        return found

    def against(self, mutant: Mutant) -> list[Timed]:
        """The tests that come there: half a second of each function first, and of these first those
        whose file names this one, or that come through little else."""
        its = self._its({mutant.file})
        holding = [n for n in its if self.blocks[n].holds(mutant.file, mutant.line)]
        near = {test for test in self.tests if _names(test.partition("::")[0], mutant.file)}
        if holding:  # the innermost
            least = min(holding, key=lambda n: self.blocks[n].last - self.blocks[n].first)
            tests = self._through({least})
        else:  # what a module does when it is imported, for whoever uses it
            tests = self._through(its) | near
        if not tests and (not holding or least in self.imported):
            its = self._users(mutant.file)
            tests = self._through(its)
        return self._in_order({test: self._share(test, its) + (test in near) for test in tests})

    def _users(self, file: str) -> set[int]:
        """The blocks of those who import what tests come through nowhere, such as tables."""
        files = {file}
        while files and (files == {file} or not self._through(self._its(files))):
            files = {one for one in _parts() if any(_names(one, used) for used in files)}
        return self._its(files)

    def _its(self, files: Collection[str]) -> set[int]:
        return {n for n, one in enumerate(self.blocks) if one.file in files}

    def _through(self, blocks: Collection[int]) -> set[str]:
        return {test for n in blocks for test in self.through.get(n, ())}

    def _share(self, test: str, its: set[int]) -> float:
        """How much of what is rare in a test is in this file, in tenths."""
        here = sum(self._rare[n] for n in self.blocks_of[test] if n in its)
        return round(here / max(here, sum(self._rare[n] for n in self.blocks_of[test]), 1e-9), 1)

    @cached_property
    def _rare(self) -> dict[int, float]:
        """What of a block falls to each test that comes through it."""
        return {n: 1 / len(tests) for n, tests in self.through.items()}

    def _in_order(self, shares: Mapping[str, float]) -> list[Timed]:
        spent: dict[str, float] = defaultdict(float)
        ranked = []
        for share, seconds, test in sorted((-shares[one], self.tests[one], one) for one in shares):
            function = test.partition("[")[0]
            ranked.append((int(spent[function] / A_WHILE), share, seconds, test))
            spent[function] += seconds
        return [Timed(test, seconds) for _, _, seconds, test in sorted(ranked)]


@cache
def _parts() -> Sequence[str]:
    return tuple(mutants.files(mutants.ROOMS))


@cache
def _names(test_file: str, file: str) -> bool:
    """Whether a file of tests imports this one."""
    named = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return named in _imported(test_file)


@cache
def _imported(test_file: str) -> frozenset[str]:
    path, found = ROOT / test_file, set[str]()
    for node in ast.walk(ast.parse(path.read_text() if path.exists() else "")):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return frozenset(found)
