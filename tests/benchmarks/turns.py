"""Turns a second, against a bare loop that writes the same rows; and what many people cost."""

import time
from statistics import median

from storage.database import open_database
from tests.benchmarks import bare, population

ROUNDS = 5
BATCHES = 6  # of 128, after one to warm up: a round of 1,000 people has no more


class Measured:
    """Five rounds on one database: seconds a turn, and the ratio to the bare loop."""

    def __init__(self) -> None:
        self.per_turn: list[float] = []
        self.ratios: list[float] = []

    @property
    def ratio(self) -> float:
        return median(self.ratios)

    @property
    def cost(self) -> float:
        return median(self.per_turn)


def measure(url: str, people: int) -> Measured:
    """Populate a database and measure; with few people each round has a fresh copy."""
    population.populate(url, people)
    found = Measured()
    population_is_used_up = people < ROUNDS * (BATCHES + 1) * 128
    if population_is_used_up:
        for _ in range(ROUNDS):
            with population.copied(url) as ours, population.copied(url) as theirs:
                _round(ours, theirs, found)
        return found
    with population.copied(url) as ours, population.copied(url) as theirs:
        for _ in range(ROUNDS):
            _round(ours, theirs, found)
    return found


def _round(ours: str, theirs: str, found: Measured) -> None:
    db = open_database(ours)
    turns = population.turns(db)
    turns.step()  # statements are compiled
    since = bare.before(db)
    started = time.perf_counter()
    taken = sum(turns.step() for _ in range(BATCHES))
    seconds = time.perf_counter() - started
    rows = bare.written(db, since)
    db.close()
    found.per_turn.append(seconds / taken)
    found.ratios.append(bare.write(theirs, rows) / seconds)
