"""What the fault tests start and kill: the product's processes, and the fakes' own."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import aiohttp

from tests import ports
from tests.faults.patience import Patience

PATIENCE = 300.0  # seconds for something to start or to end


class Life(Protocol):
    """A running process."""

    pid: int

    def gone(self) -> bool: ...


class Launcher(Protocol):
    """A way to start one process of the product, which pages again after so long."""

    again: timedelta

    def launch(self, part: str, env: Mapping[str, str]) -> Life: ...


class Child:
    """A process of ours."""

    def __init__(self, command: list[str], env: Mapping[str, str], output: Path) -> None:
        with output.open("ab") as file:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *command],
                env={**_surroundings(), **env},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
            )
        self.pid, self._command = self._process.pid, command

    def gone(self) -> bool:
        """Whether it has ended; RuntimeError if by itself, and not well."""
        code = self._process.poll()
        if code not in (None, 0, -signal.SIGKILL):
            raise RuntimeError(f"{self._command} ended with {code}: see its output")
        return code is not None


class Plain:
    """Starts the product as its operator does, on a machine whose clock may go wrong."""

    again = timedelta(seconds=20)

    def __init__(self, output: Path) -> None:
        self._output = output

    def launch(self, part: str, env: Mapping[str, str]) -> Life:
        return Child(["tests.faults.skewed", "serve", "--only", part], env, self._output)


class Nursery:
    """Starts the product within a tenth of a second: see nursery.py."""

    again = timedelta(seconds=1)

    def __init__(self, output: Path) -> None:
        with output.open("ab") as file:
            self._mother = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.nursery"],
                env=_surroundings(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=file,
                text=True,
            )

    def launch(self, part: str, env: Mapping[str, str]) -> Life:
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._mother.stdin.write(json.dumps({"part": part, "env": dict(env)}) + "\n")
        self._mother.stdin.flush()
        return Grandchild(int(self._mother.stdout.readline()))

    def close(self) -> None:
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._mother.stdin.close()
        self._mother.stdout.close()
        self._mother.wait(PATIENCE)


class Grandchild:
    """A process that the nursery started; nobody waits for its end but the nursery."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def gone(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return True
        return False


class Fake:
    """A fake in a process of its own, told what to do through its control door."""

    def __init__(self, name: str, output: Path, session: aiohttp.ClientSession) -> None:
        self.port = ports.reserve()
        self.url = f"http://127.0.0.1:{self.port}"
        self.life = Child([f"tests.fakes.{name}", str(self.port)], {}, output)
        self._session = session

    async def tell(self, do: str, **given: Any) -> Any:
        """A command, and its result; TimeoutError where the fake says so."""
        async with self._session.post(f"{self.url}/control", json={"do": do, **given}) as answer:
            told = await answer.json()
        if told["ok"]:
            return told["result"]
        raise TimeoutError(told["error"]) if "Timeout" in told["error"] else ValueError(told)

    async def ready(self) -> None:
        await until(lambda: listening(self.port), "the fake is up")


def listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


async def until(holds: Callable[[], bool], what: str, within: float = PATIENCE) -> None:
    """Wait until it holds; TimeoutError, saying what did not come, when it does not in time."""
    patience = Patience(within)
    while not holds():
        if patience.over:
            raise TimeoutError(what)
        await asyncio.sleep(0.005)


def send_signal(life: Life, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(life.pid, number)


async def end(life: Life) -> None:
    """Kill it and see it gone."""
    send_signal(life, signal.SIGKILL)
    await until(life.gone, "the process is gone")


def _surroundings() -> dict[str, str]:
    kept = ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV", "XDG_RUNTIME_DIR")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    return found | {"PYTHONUNBUFFERED": "1"}
