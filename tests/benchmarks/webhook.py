"""A lone webhook to its provider call: alone, and while many queued messages drain.

The product and Telegram are processes of their own. Newcomers say three words each, one after
the other; a webhook comes when the one before is answered and some time has passed.
"""

import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from statistics import median, quantiles

from sqlalchemy import select, text, update

from storage import schema
from storage.database import Database, open_database
from storage.sealing import sealed
from storage.tables import Message, Priority, Status, table
from tests import live
from tests.benchmarks import databases, population, processes
from tests.benchmarks.conversation_handler import message
from tests.benchmarks.figures import Figure, Sizes, command
from tests.benchmarks.population import TELEGRAM
from tests.benchmarks.processes import Product, Telegram, patiently

M = table(Message)
WORDS = ("bridge", "ok", "23")
REST = (0.03, 0.08)  # seconds before a webhook; no loop of ours shall fall in step with it
SETTLES = 0.5  # seconds until an outbox has noticed that something is due, or nothing
MOST, MORE = 0.050, 0.250  # seconds: p99 of a lone webhook; what p95 may rise
TO_COME = timedelta(days=1)
AIMS = "aims: 150 MB and 3 s"

Round = tuple[list[float], list[float]]  # seconds of each webhook: alone, beside a queue


@dataclass
class Scene:
    """A running product, its Telegram, and the people who have not come yet."""

    product: Product
    fake: Telegram
    newcomers: Iterator[int]
    chance: random.Random

    def lone(self, people: int) -> list[float]:
        """Seconds from each webhook to the call that answers it."""
        chats = [next(self.newcomers) for _ in range(people)]
        known, sent = self.fake.calls(), defaultdict[int, list[float]](list)
        for count, words in enumerate(WORDS, 1):
            for chat in chats:
                time.sleep(self.chance.uniform(*REST))
                number = chat * len(WORDS) + count
                posted = self.product.post(message(number, chat, words))
                sent[TELEGRAM.first + chat].append(posted)
                self.fake.hears(TELEGRAM.first + chat, count)
        self.product.hang_up()
        return self._latencies(sent, known)

    def _latencies(self, sent: dict[int, list[float]], known: int) -> list[float]:
        answered = defaultdict[int, list[float]](list)
        for call in self.fake.sends(known):
            answered[call["chat"]].append(call["at"])
        return [
            call - webhook
            for chat, times in sent.items()
            for webhook, call in zip(times, answered[chat], strict=True)
        ]


def measure(sizes: Sizes) -> list[Figure]:
    """Lone webhooks, alone and beside a queue, in turn."""
    with databases.sqlite() as server:
        start = _start(server)
        with databases.fresh(server) as url, _crowded(url, sizes) as (db, scene):
            rounds = [_round(db, scene, sizes) for _ in range(sizes.rounds)]
            drained = sizes.queued - _postpone(db, TO_COME)
    return _figures(rounds, start, f"{drained:,} of {sizes.queued:,} drained meanwhile")


def _start(server: str) -> str:
    """What a first conversation with a new installation costs."""
    with (
        databases.fresh(server) as url,
        _going_live(url),
        processes.telegram() as fake,
        processes.product(url, fake) as product,
    ):
        patiently(lambda: product.post(message(1, 0, WORDS[0])))
        fake.hears(TELEGRAM.first, 1)
        for count, words in enumerate(WORDS[1:], 2):
            product.post(message(count, 0, words))
            fake.hears(TELEGRAM.first, count)
        first = fake.sends()[0]["at"] - product.started
        return f"{product.memory:.0f} MB at rest, {first:.1f} s to the first answer ({AIMS})"


@contextmanager
def _going_live(url: str) -> Iterator[None]:
    """A new installation with a programme that may go live."""
    db = open_database(url)
    schema.migrate(db)
    sealed.use(sealed.derive(population.SECRET))
    with db.writing() as connection:
        live.go_live(connection, population.now())
    db.close()
    yield


@contextmanager
def _crowded(url: str, sizes: Sizes) -> Iterator[tuple[Database, Scene]]:
    """A product with many people and a message queued for each of them, none due yet."""
    population.populate(url, sizes.queued, TELEGRAM, answered=False)
    db = open_database(url)
    with db.writing() as connection:
        live.go_live(connection, population.now())
    _queue(db)
    people, chance = iter(range(sizes.queued, 10**9)), random.Random(1)
    with processes.telegram() as fake, processes.product(url, fake) as product:
        scene = Scene(product, fake, people, chance)
        patiently(lambda: scene.lone(1))
        yield db, scene
    db.close()


def _queue(db: Database) -> None:
    """Something for everybody, to be sent some time: what they were last told, once more."""
    with db.writing() as connection:
        query = "SELECT * FROM message WHERE direction = 'out'"
        columns = connection.execute(text(f"{query} LIMIT 1")).keys() - {"id"}
        names = ", ".join(f'"{name}"' for name in columns)
        last = "SELECT max(id) FROM message WHERE direction = 'out' GROUP BY person_id"
        connection.execute(
            text(f"INSERT INTO message ({names}) SELECT {names} FROM message WHERE id IN ({last})")
        )
        newest = select(M.c.id).where(M.c.direction == "out").group_by(M.c.person_id)
        queued = {
            "status": Status.QUEUED,
            "priority": Priority.BROADCAST,
            "due_at": population.now() + TO_COME,
        }
        ids = newest.with_only_columns(text("max(id)"))
        connection.execute(update(M).where(M.c.id.in_(ids)).values(queued))


def _round(db: Database, scene: Scene, sizes: Sizes) -> Round:
    alone = scene.lone(sizes.newcomers)
    with _draining(db):
        return alone, scene.lone(sizes.newcomers)


@contextmanager
def _draining(db: Database) -> Iterator[None]:
    """What is queued is due, for a while."""
    waiting = _postpone(db, timedelta(0))
    time.sleep(SETTLES)
    yield
    if not 0 < _postpone(db, TO_COME) < waiting:
        raise RuntimeError("the queue was not drained, or not throughout")
    time.sleep(SETTLES)


def _postpone(db: Database, wait: timedelta) -> int:
    waiting = (M.c.status == Status.QUEUED, M.c.priority == Priority.BROADCAST)
    with db.writing() as connection:
        due = population.now() + wait
        return connection.execute(update(M).where(*waiting).values(due_at=due)).rowcount


def _figures(rounds: Sequence[Round], start: str, drained: str) -> list[Figure]:
    alone = [seconds for lone, _ in rounds for seconds in lone]
    beside = [seconds for _, lone in rounds for seconds in lone]
    again = command("webhook")
    return [
        Figure(
            "lone webhook p99",
            median(_percentile(lone, 99) for lone, _ in rounds) / MOST,
            1,
            "lower",
            again,
            f"{_told(alone)}; {start}",
            "one webhook of a text at a time, until the provider is called with the reply",
            f"a limit of {MOST * 1000:.0f} ms",
        ),
        Figure(
            "lone webhook p95 added beside a queue",
            median(_percentile(two, 95) - _percentile(one, 95) for one, two in rounds) / MORE,
            1,
            "lower",
            again,
            f"{_told(beside)}; {drained}",
            "the same beside a queue that drains, less the same without",
            f"a limit of {MORE * 1000:.0f} ms",
        ),
    ]


def _percentile(seconds: Sequence[float], percent: int) -> float:
    return quantiles(seconds, n=100, method="inclusive")[percent - 1]


def _told(seconds: Sequence[float]) -> str:
    percents = ", ".join(f"p{n} {_percentile(seconds, n) * 1e3:.1f} ms" for n in (50, 95, 99))
    return f"{len(seconds)} webhooks: {percents}"
