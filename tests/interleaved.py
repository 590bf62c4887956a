"""Two workers on PostgreSQL, one message each, released stage by stage of either."""

import random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue

from sqlalchemy import Connection, text

from assistant.channels import Inbound
from assistant.turns.context import Policy
from assistant.turns.loop import Turns
from tests.phones import World

Said = Inbound | Callable[[], None]  # a message, or what puts one into somebody's inbox

# How many sessions of this database wait for one another's locks.
WAITING = text(
    "SELECT count(DISTINCT l.pid) FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
    " WHERE NOT l.granted AND a.datname = current_database()"
)
SOON = 0.004  # seconds: most stages are reached by then
LOOKS = 0.001
PATIENCE = 60.0


class Interleaved:
    """A stage at a time is released; which worker's, is chance. A worker that waits for a lock of
    the other's is left alone until it has it: the database itself says so."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self.world, self.chance = world, chance
        self.go = [threading.Semaphore(0), threading.Semaphore(0)]
        self.arrived: list[SimpleQueue[str]] = [SimpleQueue(), SimpleQueue()]
        self.stage = ["ready", "ready"]  # "": on its way to the next

    def take(self, said: Sequence[Said]) -> None:
        threads = [threading.Thread(target=self.work, args=(n,)) for n in range(2)]
        for thread in threads:
            thread.start()
        engine = self.world.db.engine.execution_options(isolation_level="AUTOCOMMIT")
        with engine.connect() as watching:
            self.bring(said[0])
            self.release(0, watching)
            while set(self.stage) != {"done"}:
                worker = self.chance.choice(self._able())
                if worker == 1 and self.stage[1] == "ready":
                    self.bring(said[1])
                self.release(worker, watching)
        for thread in threads:
            thread.join(PATIENCE)

    def bring(self, one: Said) -> None:
        if isinstance(one, Inbound):
            self.world.accept([one])
        else:
            one()

    def work(self, worker: int) -> None:
        def at(stage: str) -> None:
            self.arrived[worker].put(stage)
            assert self.go[worker].acquire(timeout=PATIENCE)

        turns = Turns(self.world.db, Policy(), lambda: self.world.now, at)
        turns.begin()
        assert self.go[worker].acquire(timeout=PATIENCE)
        turns.step()
        self.arrived[worker].put("done")

    def release(self, worker: int, watching: Connection) -> None:
        """Let it go on, until each worker stands at a stage or waits for the other."""
        self.stage[worker] = ""
        self.go[worker].release()
        self._look(worker, SOON)
        until = time.monotonic() + PATIENCE
        while unseen := [n for n in range(2) if not self.stage[n]]:
            waiting = watching.execute(WAITING).scalar_one()
            for n in unseen:  # it may have come while it was looked
                self._look(n, 0)
            unseen = [n for n in range(2) if not self.stage[n]]
            if len(unseen) <= waiting and (self._able() or set(self.stage) == {"done"}):
                return
            assert time.monotonic() < until, self.stage
            time.sleep(LOOKS)

    def _able(self) -> list[int]:
        return [n for n in range(2) if self.stage[n] not in ("", "done")]

    def _look(self, worker: int, within: float) -> None:
        with suppress(Empty):
            self.stage[worker] = self.arrived[worker].get(timeout=within or None, block=within > 0)
