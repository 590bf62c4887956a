"""The command line in processes of its own, forked from one that has imported the product: a start
costs a tenth of a second instead of two."""

import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
WITHIN = 120.0  # seconds for a command to end

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["assistant.app", "assistant.ops.server", "alembic.command"])

Before = Callable[[], None]  # done first, in the new process; sent there, so no lambda


class Command:
    """One that runs."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        env: Mapping[str, str],
        output: tuple[Path, Path],
        before: Before | None = None,
    ) -> None:
        given = list(words), folder, {**env, "PYTHONPATH": str(ROOT)}, output, before
        self._process = _context.Process(target=_live, args=given, daemon=True)
        self._process.start()

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def gone(self) -> bool:
        return self.returncode is not None

    @property
    def returncode(self) -> int | None:
        """As of subprocess: None while it runs, negative where a signal has ended it."""
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self._process.pid and self._process.is_alive():
            os.kill(self._process.pid, number)

    def wait(self, within: float = WITHIN) -> int:
        """Its return code; TimeoutExpired, and killed, where it does not end."""
        self._process.join(within)
        if (code := self._process.exitcode) is None:
            self._process.kill()
            self._process.join()
            raise subprocess.TimeoutExpired("assistant", within)
        return code


def run(
    folder: Path, *words: str, env: Mapping[str, str], before: Before | None = None
) -> "subprocess.CompletedProcess[str]":
    """A command of the product that ends by itself."""
    with tempfile.TemporaryDirectory() as told:
        out, err = output = Path(told) / "out", Path(told) / "err"
        code = Command(folder, *words, env=env, output=output, before=before).wait()
        return subprocess.CompletedProcess(words, code, out.read_text(), err.read_text())


def _live(
    words: list[str],
    folder: Path,
    env: dict[str, str],
    output: tuple[Path, Path],
    before: Before | None,
) -> None:
    for number, file in enumerate(output, 1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), number)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    os.chdir(folder)
    if before:
        before()
    sys.argv = ["assistant", *words]
    runpy.run_module("assistant", run_name="__main__", alter_sys=True)
