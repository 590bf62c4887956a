"""A year of a programme: python -m tests.year. `--keep FILE` keeps all that was said and sent."""

import argparse
import pickle
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path

import pytest

from assistant import loops
from storage import database
from storage.database import open_database
from storage.sealing import sealed
from tests.conftest import SECRET, sqlite_url
from tests.year import figures, habits, programme
from tests.year.living import Life, Time

BEGINS = datetime(2026, 1, 5, 15, tzinfo=UTC)  # a Monday, ten in the morning in New York


def main() -> int:
    options = _options()
    sealed.use(sealed.derive(SECRET))
    loops.tune()
    database.PRAGMAS = (*database.PRAGMAS, "PRAGMA synchronous = OFF")
    started, worked = time.monotonic(), time.process_time()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        db = open_database(sqlite_url(Path(folder)))
        life = lived(
            Life(db, programme.described(until="2028-06-30"), when(options), patch), options
        )
        record = life.record()
        db.close()
    took = time.monotonic() - started, time.process_time() - worked
    if options.keep:
        Path(options.keep).write_bytes(pickle.dumps((record, life.decisions, life.restarts)))
    return figures.say(record, life.decisions, life.restarts, figures.Took(*took))


def lived(life: Life, options: argparse.Namespace) -> Life:
    """All of them join in the first months, the first two fifths at once, and it goes on."""
    programme.staff(life)
    pairs = [
        [programme.person(life, n, role, options.seed) for role in ("mentee", "mentor")]
        for n in range(options.pairs)
    ]
    habits.restarts(life, options.restarts, options.seed)
    cohorts = ((0, 0.4), (14, 0.7), (63, 0.9), (120, 1.0))  # by when, in days, how many are there
    begun, whole = 0, (life.time.ends - life.time.begins) / timedelta(days=364)
    joining = {
        life.time.begins + timedelta(days=days) * whole: round(part * options.pairs)
        for days, part in cohorts
    }
    weeks = {life.time.begins + timedelta(weeks=n) for n in range(1, options.weeks + 1)}
    for at in sorted({*joining, *weeks}):
        life.live(at)
        if there := joining.get(at):
            people = list(chain.from_iterable(pairs[begun:there]))
            begun = there
            life.join(people, programme.WORDS)
            habits.plan(life, people, life.now + timedelta(days=1), habits.Rates(), options.seed)
        _so_far(options, life)
    return life


def _so_far(options: argparse.Namespace, life: Life) -> None:
    if options.keep and life.now - life.begun > timedelta(weeks=8) * life.kept:
        life.kept += 1
        Path(options.keep).write_bytes(pickle.dumps((life.record(), life.decisions, life.restarts)))
    if not options.quiet:
        at = time.strftime("%H:%M:%S")
        print(
            f"[{at}] {life.now:%d %b}: {len(life.sent)} texts, {len(life.said)} answers", flush=True
        )


def when(options: argparse.Namespace) -> Time:
    ends = BEGINS + timedelta(weeks=options.weeks)
    return Time(BEGINS, ends, timedelta(minutes=options.grain), timedelta(hours=4))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.year", description=__doc__)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--restarts", type=int, default=50)
    parser.add_argument("--grain", type=int, default=60, help="minutes between looks at the clock")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--keep", default="", help="a file for all that was said and sent")
    parser.add_argument("--quiet", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
