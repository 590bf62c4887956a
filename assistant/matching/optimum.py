"""The best for all: nobody gets more people than they have room for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant.matching.rules import Flags

Numbers = NDArray[np.int64]
# Fits are whole numbers here: equal sums are equal, and the same everywhere.
STEPS = 10_000


def assign(fit: NDArray[np.float32], possible: Flags, room: Sequence[int]) -> dict[int, int]:
    """The column of each row that gets one; rows are in the order in which they come first.

    Where not all rows can have a column, the first ones do: none goes without for the sake of a
    later one. Of all ways to do so the sum of what fits is the highest.
    """
    served = _Served(possible, np.maximum(np.asarray(room, np.int64), 0))
    rows = [row for row in range(len(possible)) if served.takes(row)]
    if not rows:
        return {}
    columns = np.repeat(
        np.arange(len(served.room)), np.minimum(served.room, possible[rows].sum(axis=0))
    )
    worth = np.rint(fit[rows][:, columns] * STEPS)
    worth[~possible[rows][:, columns]] = -STEPS * (len(rows) + 1)
    return _solve(worth, rows, columns)


def _solve(worth: NDArray[np.float64], rows: Sequence[int], columns: Numbers) -> dict[int, int]:
    from scipy.optimize import linear_sum_assignment  # takes half a second, at the first time

    chosen = zip(*linear_sum_assignment(worth, maximize=True), strict=True)
    return {rows[row]: int(columns[column]) for row, column in chosen}


@dataclass
class _Served:
    """Which rows can all have a column: one after the other, those before may get another one.

    Sets of rows that can be served at once are a matroid, so that taking each that still can be is
    the best for the first ones, and serves as many as possible.
    """

    possible: Flags
    room: Numbers
    holders: list[set[int]] = field(init=False)  # the rows that have each column
    held: dict[int, int] = field(default_factory=dict)  # the column of each row
    free: Flags = field(init=False)
    dead: Flags = field(init=False)  # from where no free column can be reached any more

    def __post_init__(self) -> None:
        self.holders = [set() for _ in self.room]
        self.free = self.room > 0
        self.dead = ~self.possible.any(axis=0) | ~self.free

    def takes(self, row: int) -> bool:
        """Whether this row can have a column, too."""
        reached = self.possible[row] & ~self.dead
        came = {int(column): row for column in np.flatnonzero(reached)}  # by which row
        fresh = reached
        while fresh.any():
            if (found := np.flatnonzero(fresh & self.free)).size:
                self._give(row, int(found[0]), came)
                return True
            fresh = self._beyond(fresh, reached, came)
            reached = reached | fresh
        self.dead |= reached
        return False

    def _beyond(self, fresh: Flags, reached: Flags, came: dict[int, int]) -> Flags:
        """The columns that those who hold these could have instead."""
        found = np.zeros_like(fresh)
        for column in np.flatnonzero(fresh):
            for holder in self.holders[column]:
                new = self.possible[holder] & ~reached & ~found & ~self.dead
                came.update((int(one), holder) for one in np.flatnonzero(new))
                found |= new
        return found

    def _give(self, row: int, column: int, came: dict[int, int]) -> None:
        """Each on the way moves on to the column that was reached by them."""
        taker = came[column]
        while taker != row:
            before = self.held[taker]
            self._put(taker, column)
            taker, column = came[before], before
        self._put(row, column)

    def _put(self, row: int, column: int) -> None:
        if (before := self.held.get(row)) is not None:
            self.holders[before].discard(row)
        self.held[row] = column
        self.holders[column].add(row)
        self.free[column] = len(self.holders[column]) < self.room[column]
