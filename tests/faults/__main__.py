"""`make faults`: fifty people converse while the product is killed a hundred times and more."""

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.ops import failpoints
from storage.sealing import sealed
from tests.conftest import SECRET
from tests.faults import hardships, secrets, servers
from tests.faults.hardships import Hardship
from tests.faults.processes import Plain
from tests.faults.run import Plan, play
from tests.faults.scene import scene
from tests.faults.servers import Server
from tests.faults.verdict import Tally

HEAD = (
    "| database | processes | kills | inbound sent | lost | meetings booked | replies due | lost "
    "| reordered | repeats | not allowed |\n|---|---|---|---|---|---|---|---|---|---|---|"
)

CARE = (
    "| database | processes | concerns | reached nobody | pages | paged again | latest page | lost "
    "| twice | frozen | written meanwhile | reached the other | erased "
    "| children | agreed | ended | kept otherwise | without consent | asked twice "
    "| offers | terms | words across | told otherwise |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True)
class Options:
    """What the command was given."""

    kills: int
    people: int
    database: str
    seed: int
    away: float
    only: str

    @property
    def patience(self) -> float:
        """Seconds for a reply: an SMS of unknown fate is looked up after 60."""
        return 180.0 + 4 * self.away

    @property
    def pause(self) -> float:
        """At most, between a reply and the next words: five or so a second for all of them."""
        return max(2.0, self.people / 10)

    @property
    def hardships(self) -> dict[str, Hardship]:
        return {
            name: one
            for name, one in hardships.everything(self.away).items()
            if self.only in name and self.away
        }

    @property
    def command(self) -> str:
        return (
            f"python -m tests.faults --database {self.database} --kills {self.kills}"
            f" --people {self.people} --seed {self.seed} --away {self.away:g}"
        )


def main() -> int:
    """Run what was asked for, print the table and the verdict; 1 if anything was wrong."""
    options = _options()
    sealed.use(sealed.derive(SECRET))
    print(f"seed {options.seed}; once more with: {options.command}", flush=True)
    rows, cares, tallies = [], [], []
    for database, webs, kills in _runs(options):
        plan = Plan(
            options.people,
            kills,
            options.seed,
            webs,
            named=failpoints.NAMES if kills else (),
            patience=options.patience,
            pause=options.pause,
            hardships={} if webs else options.hardships,
        )
        tally, done = _run(database, plan)
        tallies.append(tally)
        rows.append(_row(database, webs, done, tally))
        cares.append(_care(database, webs, tally))
    print(f"\n{HEAD}\n" + "\n".join(rows))
    print(f"\n{CARE}\n" + "\n".join(cares))
    return _say(options, tallies)


def _options() -> Options:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="at random, on each database")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    away = "seconds that the providers are away, in each of eight ways; 0: nothing but kills"
    parser.add_argument("--away", type=float, default=120.0, help=away)
    parser.add_argument("--only", default="", help="of the other hardships, those named like this")
    return Options(**vars(parser.parse_args()))


def _runs(options: Options) -> Iterator[tuple[str, int, int]]:
    """The database, how many web processes (and workers; 0: one for both), kills at random.

    On PostgreSQL half of them hit a single process and half any of four."""
    if options.database != "postgresql":
        yield "sqlite", 0, options.kills
    if options.database != "sqlite":
        yield "postgresql", 0, options.kills - options.kills // 2
        yield "postgresql", 2, options.kills // 2


def _run(database: str, plan: Plan) -> tuple[Tally, int]:
    """One run from an empty database on; its numbers, and how many kills there were."""
    folder = Path(tempfile.mkdtemp(prefix="faults"))
    _tell(f"{database}, {_processes(plan.webs)}: output in {folder}")
    started = time.monotonic()
    with servers.running(database, folder) as server:
        tally, kills = asyncio.run(_play(server, plan, folder))
    _tell(f"took {time.monotonic() - started:.0f} s, {kills} kills")
    for line in tally.wrong:
        print(f"WRONG {line}", flush=True)
    if not tally.wrong:
        shutil.rmtree(folder, ignore_errors=True)
    elif tally.differs:
        (folder / "heard.txt").write_text("\n".join(tally.differs))
    return tally, kills


async def _play(server: Server, plan: Plan, folder: Path) -> tuple[Tally, int]:
    output = folder / "product.log"
    async with scene(server, plan.webs, Plain(output), folder) as stage:
        tally = await play(stage, plan)
    tally.wrong += secrets.told(output, stage.people)
    return tally, len(stage.product.kills)


def _row(database: str, webs: int, kills: int, tally: Tally) -> str:
    cells = [
        database,
        _processes(webs),
        kills,
        tally.inbound,
        tally.inbound_lost,
        tally.booked,
        tally.replies,
        tally.replies_lost,
        tally.reordered,
        tally.repeats,
        tally.bad_repeats,
    ]
    return _cells(cells)


def _care(database: str, webs: int, tally: Tally) -> str:
    cells = [
        database,
        _processes(webs),
        tally.concerns,
        tally.unpaged,
        tally.pages,
        tally.again,
        f"{tally.latest:.0f} s",
        tally.pages_lost,
        tally.pages_twice,
        tally.frozen,
        tally.meanwhile,
        tally.reached,
        tally.erased,
        tally.children,
        tally.agreed,
        tally.ended,
        tally.unkept,
        tally.unallowed,
        tally.asked_twice,
        tally.offers,
        tally.terms,
        tally.crossed,
        tally.apart,
    ]
    return _cells(cells)


def _cells(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _processes(webs: int) -> str:
    return f"{webs} web, {webs} worker" if webs else "1"


def _say(options: Options, tallies: list[Tally]) -> int:
    print(f"\nKilled at random and at {', '.join(failpoints.NAMES)}. Seed {options.seed}.")
    print(f"`{options.command}`\n")
    total = Tally()
    for tally in tallies:
        total.add(tally)
    if total.wrong:
        print(f"FAILED: {len(total.wrong)} things are wrong; each is named above.")
        return 1
    print(
        f"Held: all {total.inbound} messages were answered, all {total.replies} replies arrived "
        f"in order; {total.repeats} came twice, each on its way at a kill, and flagged. All "
        f"{total.concerns} concerns reached somebody; of what was written while a match was "
        "frozen, nothing reached the other side. No child went on before a guardian agreed, nor "
        f"after; {total.ended} of {total.agreed} ended it."
    )
    return 0


def _tell(line: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
