"""`make mutations`: put faults into a copy of the product, one at a time, and see which of them no
test notices."""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from tests.mutations import mutants, probes, recorded, trials
from tests.mutations.evidence import Evidence, Timed
from tests.mutations.mutants import ROOMS, Mutant
from tests.mutations.trials import Held, Verdict

AT_ONCE = 2


class Tried(NamedTuple):
    mutant: Mutant
    held: Held
    tests: int

    @property
    def verdict(self) -> Verdict:
        return self.held.verdict


def main() -> int:
    """Draw, record, try; 1 if fewer are caught than they should be."""
    options = _options()
    trials.enough = options.seconds
    chosen = mutants.draw(options.sample, options.seed, options.rooms)
    folder = options.evidence or Path(tempfile.mkdtemp(prefix="mutations"))
    recorded.bring_up_to_date(folder, AT_ONCE)
    evidence = Evidence.read(folder)
    with tempfile.TemporaryDirectory(prefix="mutated") as copies:
        tried = _try_all(chosen, evidence, Path(copies), options.minutes)
    if not options.evidence:
        shutil.rmtree(folder)
    return _tell(tried, options.least)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--sample", type=int, default=200, help="how many faults are drawn")
    parser.add_argument("--minutes", type=float, default=120.0, help="then no more are tried")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--seconds", type=float, default=30.0, help="of tests for each, at most")
    parser.add_argument("--rooms", nargs="*", default=ROOMS, choices=ROOMS)
    parser.add_argument("--least", type=float, default=90.0, help="percent to be caught")
    parser.add_argument("--evidence", type=Path, help="a folder that keeps what was recorded")
    return parser.parse_args()


def _try_all(
    chosen: Sequence[Mutant], evidence: Evidence, copies: Path, minutes: float
) -> list[Tried]:
    until = time.monotonic() + 60 * minutes
    with ProcessPoolExecutor(AT_ONCE, get_context("fork"), _begin, (copies,)) as pool:
        given = [(one, evidence.against(one)) for one in chosen]
        done = []
        with closing(pool.map(_try, given)) as verdicts:  # what is not begun then never is
            for held, (one, tests) in zip(verdicts, given, strict=False):
                done.append(Tried(one, held, len(tests)))
                print(f"{len(done)} of {len(given)}", end="\r", file=sys.stderr, flush=True)
                if held.verdict in (Verdict.SURVIVED, Verdict.UNREACHED):
                    _show(done[-1])
                if time.monotonic() > until:
                    break
        return _confirmed(pool, done, evidence)


def _confirmed(
    pool: ProcessPoolExecutor, tried: Sequence[Tried], evidence: Evidence
) -> list[Tried]:
    """The tests that noticed something find nothing where nothing is wrong; else it is as if
    they had noticed nothing."""
    tests = sorted({one.held.test for one in tried if one.held.test})
    timed = [Timed(one, evidence.tests.get(one, 0.0)) for one in tests]
    halves = [(tried[0].mutant, timed[n::AT_ONCE]) for n in range(AT_ONCE)] if tests else []
    wrong = set[str]().union(*pool.map(_unsound, halves))
    done = []
    for one in tried:
        if one.held.test in wrong:
            print(f"{one.held.test} fails without a fault")
            one = one._replace(held=Held(Verdict.SURVIVED))
            _show(one)
        done.append(one)
    return done


def _show(tried: Tried) -> None:
    one = tried.mutant
    print(f"{one.file}:{one.line}: {tried.verdict} ({tried.tests} tests), {one.operator}")
    print(f"    {one.shown}", flush=True)


_copy = Path()


def _begin(copies: Path) -> None:
    """In a process of the pool: a copy of its own."""
    global _copy
    _copy = Path(tempfile.mkdtemp(dir=copies))
    probes.copy(_copy)
    trials.prepare()


def _try(given: tuple[Mutant, Sequence[Timed]]) -> Held:
    return trials.hold(*given, _copy)


def _unsound(given: tuple[Mutant, Sequence[Timed]]) -> set[str]:
    return trials.unsound(*given, _copy)


def _tell(tried: Sequence[Tried], least: float) -> int:
    print("\n| room | faults | caught | never end | survived | no test comes here | rate |")
    print("|---|---|---|---|---|---|---|")
    for room in (*ROOMS, ""):
        counted = Counter(one.verdict for one in tried if one.mutant.room.startswith(room))
        if counted:
            cells = [counted.total(), *(counted[one] for one in Verdict), f"{_rate(counted):.1f} %"]
            print(f"| {room or 'all'} | " + " | ".join(str(one) for one in cells) + " |")
    return 0 if _rate(Counter(one.verdict for one in tried)) >= least else 1


def _rate(counted: "Counter[Verdict]") -> float:
    caught = counted[Verdict.CAUGHT] + counted[Verdict.ENDLESS]
    return 100 * caught / max(1, counted.total())


if __name__ == "__main__":
    sys.exit(main())
