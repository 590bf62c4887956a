"""A plugin of pytest, in the copy with probes: which blocks each test comes through."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from noted import hits

from tests.mutations.probes import IMPORTED

seen: dict[str, tuple[float, list[int]]] = {}


def pytest_collection_finish() -> None:
    seen[IMPORTED] = (0.0, sorted(hits))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    hits.clear()
    began = time.perf_counter()
    yield
    seen[item.nodeid] = (round(time.perf_counter() - began, 3), sorted(hits))


def pytest_sessionfinish() -> None:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker or "PYTEST_XDIST_TESTRUNUID" not in os.environ:
        Path(f"seen.{worker or 'one'}.json").write_text(json.dumps(seen))
