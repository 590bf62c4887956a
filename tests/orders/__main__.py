"""`make orders`: every step that takes two people, in 200 orders each, on PostgreSQL."""

import argparse
import sys
from collections.abc import Iterator, Mapping

import structlog

from storage.database import open_database
from storage.sealing import sealed
from tests import servers, test_meetings
from tests.conftest import SECRET
from tests.orders import ends, judging
from tests.orders.judging import Verdict
from tests.orders.steps import Step
from tests.orders.tables import TABLES
from tests.phones import World
from tests.servers import Server

AT_ONCE = 40  # programmes in one database
HEAD = "| step | orders | ends | wrong |\n|---|---|---|---|"


def main() -> int:
    """Try what was asked for, print it as a table; 1 if anything was wrong."""
    options = _options()
    sealed.use(sealed.derive(SECRET))
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    print(HEAD)
    with servers.running() as server:
        wrong = sum(
            _table(server, options, table, steps)
            for table, steps in TABLES.items()
            if options.table in (None, table)
        )
        for name in test_meetings.SCENARIOS:
            if options.only in name and options.table in (None, "met"):
                wrong += _told(f"meeting: {name}", *_met(server, name, options.orders))
    print(f"\n{'FAILED' if wrong else 'Held'}: {wrong} things are wrong.")
    return int(bool(wrong))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.orders", description=__doc__)
    parser.add_argument("--orders", type=int, default=200, help="of each step")
    parser.add_argument("--first", type=int, default=0, help="the first order")
    parser.add_argument("--table", choices=(*TABLES, "met"), help="only those of this table")
    parser.add_argument("--only", default="", help="steps that are called like this")
    parser.add_argument("--write", action="store_true", help="keep the ends that were seen")
    return parser.parse_args()


def _table(
    server: Server, options: argparse.Namespace, table: str, steps: Mapping[str, Step]
) -> int:
    known, wrong = ends.read(table), 0
    for name, step in steps.items():
        if options.only not in name:
            continue
        found = _tried(server, step, options.first, options.orders)
        if options.write:
            found.add(Verdict(heard=known.get(name, {})))
            known[name] = found.heard
            ends.write(table, {one: known[one] for one in steps if one in known})
        wrong += _told(name, found, judging.judged(found, known.get(name, {})))
    return wrong


def _tried(server: Server, step: Step, first: int, count: int) -> Verdict:
    """So many orders, some in each database."""
    found = Verdict()
    for start in range(first, first + count, AT_ONCE):
        url = server.take()
        db = open_database(url)
        found.add(judging.tried(db, step, start, min(AT_ONCE, first + count - start)))
        db.close()
        server.give_back(url)
    return found


def _met(server: Server, name: str, count: int) -> tuple[Verdict, list[str]]:
    """What two do about a meeting at once."""
    url, wrong, found = server.take(), [], Verdict()
    db = open_database(url)
    try:
        found.ends.update(test_meetings.ended(World(db), name, count))
    except AssertionError as error:
        wrong.append(str(error))
    db.close()
    server.give_back(url)
    return found, wrong


def _told(name: str, found: Verdict, wrong: list[str]) -> int:
    ended = "; ".join(f"{state or 'nothing'}: {many}" for state, many in found.ends.most_common())
    print(f"| {name} | {found.ends.total()} | {ended} | {len(wrong)} |", flush=True)
    for line in _few(wrong):
        print(f"    WRONG {line}", flush=True)
    return len(wrong)


def _few(lines: list[str]) -> Iterator[str]:
    yield from lines[:8]
    if len(lines) > 8:
        yield f"and {len(lines) - 8} more"


if __name__ == "__main__":
    sys.exit(main())
