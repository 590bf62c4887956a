"""Each fault on trial: the tests that come through it are run until one of them fails."""

import contextlib
import importlib.util
import os
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.mutations.evidence import Timed
from tests.mutations.mutants import Mutant

# What every trial needs and no fault is in: imported once, and then there in every fork.
READY = (
    *("alembic.command", "babel.messages.extract", "cryptography.hazmat.primitives.ciphers.aead"),
    *("fastapi", "httpx", "hypothesis", "phonenumbers", "psycopg", "regex"),
    *("sqlalchemy.ext.asyncio", "sqlmodel", "structlog", "telegram", "twilio.rest", "typer"),
    *("transitions", "uvicorn", "aiohttp.web", "prometheus_client", "pydantic_settings"),
)
enough = 30.0  # seconds of tests for a trial without a server, and again on one
NEAREST = 12  # tests that are run before the files of others are looked at
PATIENCE = 20.0, 30.0  # a trial that takes so long, and so many times as long, will never end
OPTIONS = (
    *("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # of what was imported before the fork
)
OURS = ("assistant", "flows", "storage", "tests")  # in a trial they come from the copy
POSTGRESQL = "postgresql"
FAILED = "failed.txt"
STORAGE = "storage"


class Verdict(StrEnum):
    CAUGHT = "caught"
    ENDLESS = "never ends"
    SURVIVED = "survived"
    UNREACHED = "no test comes here"


def portions(mutant: Mutant, tests: Sequence[Timed]) -> Iterator[list[Timed]]:
    """Those without a server first: one takes seconds to start. Outside the storage what came
    through the same place without a server need not come there once more with one."""
    alone = [one for one in tests if POSTGRESQL not in one.test]
    on_server = [one for one in tests if POSTGRESQL in one.test]
    if mutant.room != STORAGE:
        known = {one.test.replace("sqlite", POSTGRESQL) for one in alone}
        on_server = [one for one in on_server if one.test not in known]
    for some in (alone, on_server):
        some = [one for one in some if one.seconds < enough]
        spent = accumulate((one.seconds for one in some), initial=0.0)
        portion = [one for one, before in zip(some, spent, strict=False) if before < enough]
        nearest, others = portion[:NEAREST], portion[NEAREST:]
        yield from (one for one in (nearest, others) if one)


class Held(NamedTuple):
    """What came of a trial, and by which test."""

    verdict: Verdict
    test: str = ""


def hold(mutant: Mutant, tests: Sequence[Timed], copy: Path) -> Held:
    """Put the fault into this copy, and run what could notice it."""
    if not tests:
        return Held(Verdict.UNREACHED)
    for portion in portions(mutant, tests):
        verdict = _with(mutant.after, mutant, portion, copy)
        if verdict is Verdict.SURVIVED:
            continue
        # Where no test has failed, it may be the trial that cannot begin, or is slow.
        if (failed := _failed(copy)) or not unsound(mutant, portion, copy):
            return Held(verdict, failed)
    return Held(Verdict.SURVIVED)


def unsound(mutant: Mutant, tests: Sequence[Timed], copy: Path) -> set[str]:
    """Those of these tests that fail though nothing is wrong: what they noticed is nothing."""
    left, found = list(tests), set[str]()
    while left and _with(mutant.before, mutant, left, copy) is not Verdict.SURVIVED:
        failed = _failed(copy)
        found |= {failed} if failed else {one.test for one in left}
        left = [one for one in left if one.test not in found]
    return found


def _with(source: str, mutant: Mutant, tests: Sequence[Timed], copy: Path) -> Verdict:
    """Run these tests with this in the place of the file."""
    _write(copy / mutant.file, source)
    try:
        patience = PATIENCE[0] + PATIENCE[1] * sum(one.seconds for one in tests)
        return _run(copy, [one.test for one in tests], patience)
    finally:
        _write(copy / mutant.file, mutant.before)


def _write(file: Path, source: str) -> None:
    """What was compiled before goes: that it is old shows only after a second."""
    file.write_text(source)
    Path(importlib.util.cache_from_source(str(file))).unlink(missing_ok=True)


def _failed(copy: Path) -> str:
    """The test that failed; nothing where the trial ended in another way."""
    told = copy / FAILED
    return told.read_text() if told.exists() else ""


class _Telling:
    """A plugin of pytest, in a trial: which test failed."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            Path(FAILED).write_text(report.nodeid)


def prepare() -> None:
    for name in READY:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def _run(copy: Path, tests: Sequence[str], patience: float) -> Verdict:
    (copy / "tests.txt").write_text("\n".join(tests))
    (copy / FAILED).unlink(missing_ok=True)
    if not (child := os.fork()):
        _live(copy)
    until = time.monotonic() + patience
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return Verdict.CAUGHT if status else Verdict.SURVIVED
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    _stop_servers(copy)
    return Verdict.ENDLESS


def _stop_servers(copy: Path) -> None:
    """Those of PostgreSQL that the tests had started."""
    for file in copy.glob("tmp/pg*/postmaster.pid"):
        with contextlib.suppress(ProcessLookupError, ValueError):
            os.kill(int(file.read_text().split()[0]), signal.SIGQUIT)


def _live(copy: Path) -> None:
    """In the fork: run the tests as if the copy were all there is."""
    code = 3
    try:
        os.setsid()
        output = os.open(copy / "output.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.chdir(copy)
        (copy / "tmp").mkdir(exist_ok=True)
        os.environ |= {"TMPDIR": str(copy / "tmp"), "PYTHONPATH": str(copy)}
        for name in [one for one in sys.modules if one.partition(".")[0] in OURS]:
            del sys.modules[name]
        sys.path[:] = [str(copy), *(one for one in sys.path if one not in ("", os.getcwd()))]
        code = int(pytest.main([*OPTIONS, "@tests.txt"], [_Telling()]))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)
