"""The benchmarks run, in small: that they still measure something, not what."""

import gc
import json
import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.turns.loop import MOST
from storage.sealing import sealed
from tests.benchmarks import (
    __main__,
    conversation_handler,
    figures,
    population,
    suggested,
    turns,
    webhook,
    whole_path,
)
from tests.benchmarks.figures import Figure, Sizes
from tests.conftest import SECRET

TINY = Sizes(
    rounds=1,
    few=MOST + 40,  # more than are taken before the measurement
    many=MOST + 80,
    passes=1,
    chats=MOST + 40,
    updates=3,
    talkers=40,
    newcomers=2,
    queued=1_000,
    seekers=60,
    helpers=30,
)
FAST = Figure("fast", 2.0, 1.0, "higher", "measure fast", "note", "this", "that")
SLOW = Figure("slow", 2.0, 1.0, "lower", "measure slow")


@pytest.fixture(autouse=True)
def _as_measured() -> Iterator[None]:
    """The keys of the benchmarks, and the collector as it was, after they tuned it."""
    threshold = gc.get_threshold()
    sealed.use(sealed.derive(population.SECRET))
    yield
    sealed.use(sealed.derive(SECRET))
    gc.set_threshold(*threshold)


def test_turns_on_sqlite_are_measured() -> None:
    found = turns.on_sqlite(TINY)
    assert [one.bar for one in found] == [0.25, 0.45, 1.6]
    assert all(one.ratio > 0 for one in found)


def test_turns_on_postgresql_are_measured(postgres: str) -> None:
    found = turns.on_server(postgres, TINY)
    assert [one.bar for one in found] == [0.45, 0.45, 1.3]
    assert all(one.ratio > 0 for one in found)


def test_conversation_handler_is_measured() -> None:
    [found] = conversation_handler.compare(TINY)
    assert found.ratio > 0


def test_the_whole_path_is_measured() -> None:
    [found] = whole_path.compare(TINY)
    assert found.ratio > 0


def test_lone_webhooks_are_measured() -> None:
    alone, added = webhook.measure(TINY)
    assert alone.ratio > 0
    assert math.isfinite(added.ratio)  # less than nothing, when the machine says so
    assert "MB at rest" in alone.note
    assert "drained meanwhile" in added.note


def test_suggestions_are_measured() -> None:
    solved, greedy, package = suggested.compare(TINY)
    assert solved.ratio > 0
    assert greedy.ratio >= 1
    assert package.ratio > 0
    assert "pairs, fit" in package.theirs


def test_everybody_waits_once_with_words_of_their_own(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'people.db'}"
    population.populate(url, MOST + 8)
    db = population.open_database(url)
    taking = population.turns(db)
    assert [taking.step() for _ in range(3)] == [MOST, 8, 0]
    db.close()


def test_a_bar_that_is_missed_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = {"one": lambda _sizes: [FAST, SLOW]}
    assert __main__.main([], known, tmp_path / "bench.json") == 1
    assert "Missed: slow." in capsys.readouterr().out


def test_only_the_named_ones_run(tmp_path: Path) -> None:
    known = {"one": lambda _sizes: [FAST], "two": lambda _sizes: [SLOW]}
    assert __main__.main(["one"], known, tmp_path / "bench.json") == 0
    assert __main__.main(["three"], known, tmp_path / "bench.json") == 2


def test_what_was_measured_is_kept_as_json(tmp_path: Path) -> None:
    figures.write([FAST], tmp_path / "bench.json")
    assert json.loads((tmp_path / "bench.json").read_text()) == [
        {"name": "fast", "ratio": 2.0, "bar": 1.0, "better": "higher", "command": "measure fast"}
        | {"ours": "this", "theirs": "that"}
    ]
