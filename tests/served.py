"""The real process, in a folder of its own: forked from one that has imported the product."""

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import commands, ports
from tests.commands import Before, Command

ROOT = Path(__file__).parent.parent
NAMES = ("PATH", "HOME", "LANG", "TZ")
STARTS_WITHIN = 120.0


@dataclass(frozen=True)
class Process:
    """One that runs, where it listens, and the file that its output goes to."""

    port: int
    running: Command
    output: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def asks(self, path: str, host: str, more: str = "", method: str = "GET") -> int:
        """The status of a request with this Host, or 0 without any answer."""
        with self.connect() as connection:
            sent = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
            connection.sendall(sent.encode())
            return status(connection)

    def health(self) -> int:
        with contextlib.suppress(OSError):
            return self.asks("/health", "localhost")
        return 0


def status(connection: socket.socket) -> int:
    """The status of the answer that comes first, or 0 where the connection ends without any."""
    try:
        first = connection.recv(65_536).split(b" ", 2)
    except ConnectionError:
        return 0
    return int(first[1]) if first[0].startswith(b"HTTP/") else 0


def run(folder: Path, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command of the product that ends by itself."""
    return commands.run(folder, *command, env=_environment(settings))


def described(folder: Path, **settings: str) -> None:
    """The programme may go live, as an operator says it."""
    done = run(folder, "programme", str(ROOT / "tests/data/live.toml"), **settings)
    assert done.returncode == 0, done.stderr


@contextmanager
def serving(folder: Path, before: Before | None = None, **settings: str) -> Iterator[Process]:
    """The product on a port of its own; `before` is done first, in its process."""
    port, output = ports.reserve(), folder / "output.log"
    env = _environment({"PORT": str(port)} | settings)
    running = Command(folder, "serve", env=env, output=(output, output), before=before)
    process = Process(port, running, output)
    try:
        _wait(process)
        yield process
    finally:
        running.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(10)


def _environment(settings: dict[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in NAMES if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), **settings}


def _wait(process: Process) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.running.returncode is None:
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"{process.url}/health", timeout=5),
        ):
            return
        time.sleep(0.05)
    raise AssertionError(f"it did not start: {process.output.read_text()[-2000:]}")
