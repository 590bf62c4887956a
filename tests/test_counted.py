"""What an operator's counters tell of turns and sends."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from assistant.channels import Receipt, TryLater
from assistant.outbox import send_results
from storage.database import open_database
from tests.conftest import sqlite_url
from tests.phones import START, World
from tests.test_outbox import ready


@contextmanager
def counted(name: str, by: float, **labels: str) -> Iterator[None]:
    """This counter rises by so much."""
    before = REGISTRY.get_sample_value(name, labels) or 0
    yield
    assert (REGISTRY.get_sample_value(name, labels) or 0) - before == pytest.approx(by)


def test_turns_are_counted_by_what_came_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(open_database(sqlite_url(tmp_path)))
    world.settle()  # nothing was left over
    taken, aside = {"result": "taken"}, {"result": "set aside"}
    with (
        counted("assistant_turns_total", 1, **taken),
        counted("assistant_turns_total", 0, **aside),
        counted("assistant_turn_batch_seconds_count", 1),
    ):
        world.phone().says("bridge")
    with counted("assistant_strangers_unanswered_total", 1, why="country"):
        world.phone("+33612345678", "sms").says("hello")

    def fails(_known: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("assistant.turns.loop.decide", fails)
    with (
        counted("assistant_turns_total", 0, **taken),
        counted("assistant_turns_total", 1, **aside),
    ):
        world.phone().says("hello")


def test_sends_are_counted_and_how_long_they_took_is_kept() -> None:
    sms = {"channel": "sms"}
    results = [(ready(channel="sms"), Receipt("theirs")), (ready(channel="sms"), TryLater("away"))]
    with (
        counted("assistant_sends_total", 1, result="Receipt", **sms),
        counted("assistant_sends_total", 1, result="TryLater", **sms),
        counted("assistant_reply_seconds_count", 1, **sms),
        counted("assistant_reply_seconds_sum", 3, **sms),
    ):
        send_results._measure(results, START + timedelta(seconds=3))
