"""Turns, against a bare loop that writes the same rows; and what many people cost."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from assistant import loops
from assistant.turns.loop import MOST, MOST_SHARED
from storage.database import open_database
from tests.benchmarks import bare, databases, population
from tests.benchmarks.figures import Figure, Sizes, command

Bars = dict[str, float]

TURN = (
    "claim, read, decide, keep and commit a turn of messages, texts sealed, "
    f"{MOST} a batch ({MOST_SHARED} on PostgreSQL)"
)
BARE = "the very rows that those turns wrote, values ready and sealed, 64 in a commit"


@dataclass
class Tally:
    """Seconds of our turns and of the bare loop over the same rows."""

    turns: int = 0
    ours: float = 0.0
    theirs: float = 0.0

    @property
    def ratio(self) -> float:
        return self.theirs / self.ours

    @property
    def cost(self) -> float:
        """Seconds a turn."""
        return self.ours / self.turns

    def __str__(self) -> str:
        return f"{self.cost * 1e6:.0f} µs a turn, {self.ratio * self.cost * 1e6:.0f} µs bare"


@dataclass
class Contest:
    """A database with us at work, and its twin with the bare loop, in turn."""

    ours: str
    theirs: str
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        self._db = open_database(self.ours)
        self._turns = population.turns(self._db)
        self._loop = bare.Loop(self.theirs)
        self._turns.step()  # statements are compiled

    def batch(self) -> bool:
        """One batch each; False when there are no more."""
        since = bare.before(self._db)
        started = time.perf_counter()
        taken = self._turns.step()
        seconds = time.perf_counter() - started
        if not taken:
            return False
        self.tally.theirs += self._loop.write(bare.written(self._db, since))
        self.tally.ours += seconds
        self.tally.turns += taken
        return True

    def close(self) -> None:
        self._loop.close()
        self._db.close()


@contextmanager
def contest(original: str) -> Iterator[Contest]:
    """A contest on two copies of a database."""
    with databases.copied(original) as ours, databases.copied(original) as theirs:
        one = Contest(ours, theirs)
        try:
            yield one
        finally:
            one.close()


def on_sqlite(sizes: Sizes) -> list[Figure]:
    """Turns on SQLite."""
    with databases.sqlite() as server:
        bars = {"few": 0.25, "many": 0.45, "cost": 1.6}
        return compare(server, sizes, bars, ("SQLite", "turns-sqlite"))


def on_postgresql(sizes: Sizes) -> list[Figure]:
    """Turns on PostgreSQL."""
    with databases.postgresql() as server:
        return on_server(server, sizes)


def on_server(server: str, sizes: Sizes) -> list[Figure]:
    """Turns on this PostgreSQL server."""
    bars = {"few": 0.45, "many": 0.45, "cost": 1.3}
    return compare(server, sizes, bars, ("PostgreSQL", "turns-postgresql"))


def compare(server: str, sizes: Sizes, bars: Bars, names: tuple[str, str]) -> list[Figure]:
    """With few people and with many, side by side, batch by batch."""
    with databases.fresh(server) as few, databases.fresh(server) as many:
        population.populate(few, sizes.few)
        population.populate(many, sizes.many)
        with contest(many) as crowd:
            databases.settle(server)
            loops.tune()
            rounds = [_round(few, crowd, sizes) for _ in range(sizes.rounds)]
    return _figures(rounds, sizes, bars, names)


def _round(few: str, crowd: Contest, sizes: Sizes) -> tuple[Tally, Tally]:
    small, crowd.tally = Tally(), Tally()
    for _ in range(sizes.passes):
        with contest(few) as fewer:
            fewer.tally = small
            while fewer.batch() and crowd.batch():
                pass
    return small, crowd.tally


def _figures(
    rounds: list[tuple[Tally, Tally]], sizes: Sizes, bars: Bars, names: tuple[str, str]
) -> list[Figure]:
    database, benchmark = names
    again = command(benchmark)
    few, many = [small for small, _ in rounds], [large for _, large in rounds]
    cost = median(large.cost / small.cost for small, large in rounds)
    return [
        Figure(
            f"turns to a bare loop, {database}, {people:,} people",
            median(one.ratio for one in tallies),
            bars[bar],
            "higher",
            again,
            "; ".join(str(one) for one in tallies),
            TURN,
            BARE,
        )
        for people, tallies, bar in ((sizes.few, few, "few"), (sizes.many, many, "many"))
    ] + [
        Figure(
            f"cost of a turn, {database}, {sizes.many:,} people to {sizes.few:,}",
            cost,
            bars["cost"],
            "lower",
            again,
            ours=f"{TURN}, with {sizes.many:,} people in the database",
            theirs=f"the same with {sizes.few:,}",
        )
    ]
