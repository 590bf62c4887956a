"""Two workers on PostgreSQL, one message each, released stage by stage of either."""

import random
import threading
from collections.abc import Collection, Mapping, Sequence
from queue import SimpleQueue
from typing import Any

from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from tests.phones import World

Behind = Mapping[str, Collection[str]]

# From which stage a worker cannot go on while the other is at one of those.
MATCHES: Behind = {"taking": ("locked", "gathered", "turning")}  # the match of both
PEOPLE: Behind = {"gathered": ("turning",)}  # whom both decide about


class Interleaved:
    """A stage at a time is released; which worker's, is chance."""

    def __init__(self, world: World, chance: random.Random, behind: Behind) -> None:
        self.world, self.chance, self.behind = world, chance, behind
        self.go = [threading.Semaphore(0), threading.Semaphore(0)]
        self.arrived: list[SimpleQueue[str]] = [SimpleQueue(), SimpleQueue()]
        self.stage = ["ready", "ready"]

    def take(self, said: Sequence[Any]) -> None:
        threads = [threading.Thread(target=self.work, args=(n,)) for n in range(2)]
        for thread in threads:
            thread.start()
        self.world.accept(said[:1])
        self.release(0)
        while set(self.stage) != {"done"}:
            able = [n for n in range(2) if self.stage[n] not in ("done", "waiting")]
            worker = self.chance.choice(able)
            if worker == 1 and self.stage[1] == "ready":
                self.world.accept(said[1:])
            self.release(worker)
        for thread in threads:
            thread.join(60)

    def work(self, worker: int) -> None:
        def at(stage: str) -> None:
            self.arrived[worker].put(stage)
            assert self.go[worker].acquire(timeout=60)

        turns = Turns(self.world.db, Policy(), lambda: self.world.now, at)
        turns.begin()
        assert self.go[worker].acquire(timeout=60)
        turns.step()
        self.arrived[worker].put("done")

    def release(self, worker: int) -> None:
        """Let it go on to its next stage; behind the other's lock it waits for the other."""
        other = 1 - worker
        self.go[worker].release()
        if self.stage[other] in self.behind.get(self.stage[worker], ()):
            self.stage[worker] = "waiting"
            return
        self.stage[worker] = self.arrived[worker].get(timeout=60)
        if self.stage[other] == "waiting" and not self._holds(worker):
            self.stage[other] = self.arrived[other].get(timeout=60)

    def _holds(self, worker: int) -> bool:
        return any(self.stage[worker] in stages for stages in self.behind.values())
