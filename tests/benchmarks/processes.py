"""The product and the fake Telegram as processes of their own."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from tests import ports
from tests.benchmarks import population
from tests.fakes import server
from tests.fakes.telegram_bot import TOKEN

ROOT = Path(__file__).resolve().parents[2]
WEBHOOK_SECRET = "a-secret-of-the-webhook"
READY_WITHIN = 30.0  # seconds
STOP_WITHIN = 10.0


class Telegram:
    """The fake, by its control door."""

    def __init__(self, url: str) -> None:
        self.url = url

    def hears(self, chat: int, count: int) -> None:
        """Wait until this chat has so many texts."""
        server.tell(self.url, "hears", chat=chat, count=count, within=READY_WITHIN)

    def sends(self, since: int = 0) -> list[dict[str, Any]]:
        """The calls that brought a message, oldest first."""
        calls = server.tell(self.url, "show", what="requests", since=since)
        return [call for call in calls if call["method"] == "sendMessage"]

    def calls(self) -> int:
        """How many calls there have been."""
        return len(server.tell(self.url, "show", what="requests"))


@dataclass
class Product:
    """A running product, by its webhook."""

    port: int
    process: psutil.Process
    started: float
    _line: http.client.HTTPConnection | None = None

    def hang_up(self) -> None:
        """The next webhook comes by a new connection."""
        if self._line:
            self._line.close()
        self._line = None

    def post(self, update: Mapping[str, Any]) -> float:
        """Deliver an update and wait until it is taken; when it was sent."""
        line = self._line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        body = json.dumps(update).encode()
        headers = {
            "Content-Type": "application/json",
            "X-Telegram-Bot-Api-Secret-Token": WEBHOOK_SECRET,
        }
        sent = time.time()
        line.request("POST", "/channels/telegram", body, headers)
        answer = line.getresponse()
        answer.read()
        self._line = line
        if answer.status != 200:
            raise RuntimeError(f"the webhook was answered {answer.status}")
        return sent

    @property
    def memory(self) -> float:
        """Resident megabytes."""
        return float(self.process.memory_info().rss) / 1e6


@contextmanager
def telegram() -> Iterator[Telegram]:
    """A fake Telegram in a process of its own."""
    port = ports.reserve()
    with _running(["tests.fakes.telegram", str(port)], {}):
        fake = Telegram(f"http://127.0.0.1:{port}")
        patiently(fake.calls)
        yield fake


@contextmanager
def product(database_url: str, fake: Telegram) -> Iterator[Product]:
    """The product as an operator starts it, on Telegram by webhook; not yet ready to answer."""
    port = ports.reserve()
    settings = {
        "DATABASE_URL": database_url,
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "SECRET_KEY": population.SECRET,
        "TELEGRAM_API_URL": fake.url,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_WEBHOOK_SECRET": WEBHOOK_SECRET,
    }
    started = time.time()
    with _running(["assistant", "serve"], settings) as process:
        running = Product(port, psutil.Process(process.pid), started)
        yield running
        running.hang_up()


def patiently(attempt: Callable[[], Any]) -> Any:
    """What comes of it as soon as somebody listens."""
    until = time.monotonic() + READY_WITHIN
    while True:
        try:
            return attempt()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


@contextmanager
def _running(module: list[str], settings: Mapping[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env={**environment, **settings},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
