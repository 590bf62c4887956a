"""Measure: python -m tests.benchmarks [NAME …]; with no name everything."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from assistant.ops import logs
from storage.sealing import sealed
from tests.benchmarks import (
    conversation_handler,
    figures,
    population,
    suggested,
    turns,
    webhook,
    whole_path,
)
from tests.benchmarks.figures import Figure, Sizes

Benchmarks = Mapping[str, Callable[[Sizes], list[Figure]]]

RESULTS = Path("bench.json")
BENCHMARKS: Benchmarks = {
    "turns-sqlite": turns.on_sqlite,
    "turns-postgresql": turns.on_postgresql,
    "conversation-handler": conversation_handler.compare,
    "whole-path": whole_path.compare,
    "webhook": webhook.measure,
    "suggestions": suggested.compare,
}


def main(names: Sequence[str], known: Benchmarks = BENCHMARKS, results: Path = RESULTS) -> int:
    """Run the benchmarks of these names, or all; 1 when a bar was missed."""
    if unknown := set(names) - known.keys():
        print(f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(known)}.")
        return 2
    found = [one for name in names or known for one in _run(name, known)]
    figures.write(found, results)
    missed = [one.name for one in found if not one.holds]
    print(f"Written to {results}. " + (f"Missed: {'; '.join(missed)}." if missed else "All hold."))
    return 1 if missed else 0


def _run(name: str, known: Benchmarks) -> list[Figure]:
    started = time.perf_counter()
    found = known[name](Sizes())
    for one in found:
        print(one)
    print(f"({name} took {time.perf_counter() - started:.0f} s)\n", flush=True)
    return found


if __name__ == "__main__":
    logs.start("info")
    sealed.use(sealed.derive(population.SECRET))
    sys.exit(main(sys.argv[1:]))
