"""What the product says of itself: where and what kind, never a secret, an address or a word."""

import asyncio
import base64
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp
import pytest
import structlog

from assistant.ops import logs
from tests import commands, ports, served
from tests.commands import Command
from tests.conftest import sqlite_url
from tests.fakes.telegram_bot import TOKEN
from tests.fakes.twilio_account import Account
from tests.faults.processes import Fake, end, listening, send_signal, until

KEY, HOOK, METRICS = "Xerxes-key-of-the-seal-91", "Ypsilanti-hook-92", "Zebulon-metrics-93-long"
CHAT, NUMBER = 770_011_223, "+12125550177"
NAME, WORDS = "Quetzalina", "zanzibar plums on a tuesday"
ACCOUNT = Account()
BASIC = base64.b64encode(f"{ACCOUNT.sid}:{ACCOUNT.token}".encode()).decode()
SECRETS = (KEY, HOOK, METRICS, TOKEN, TOKEN.partition(":")[2], quote(TOKEN, safe=""))
SECRETS += (ACCOUNT.token, BASIC, str(CHAT), NUMBER, NUMBER[1:], quote(NUMBER), NAME, WORDS)
TELEGRAM = (
    {"act": "refuse", "status": 500},
    {"act": "refuse", "status": 502},
    {"act": "refuse", "status": 429, "retry_after": 1},
    {"act": "refuse", "status": 401},
    {"act": "refuse", "status": 403},
    {"act": "refuse", "status": 400, "description": f'Bad Request: odd "{WORDS}"'},
    {"act": "reset"},
    {"act": "reset", "recorded": True},
)
TWILIO = (
    {"act": "refuse", "status": 500},
    {"act": "refuse", "status": 429, "code": 20429},
    {"act": "refuse", "status": 401, "code": 20003},
    {"act": "refuse", "status": 400, "code": 21610},
    {"act": "reset"},
    {"act": "undeliver", "code": 30008},
)


def lines_of(level: str, write: Callable[[], None], capsys: pytest.CaptureFixture[str]) -> str:
    logs._configure(level)
    try:
        write()
    finally:
        logs._configure("info")
    return capsys.readouterr().out


def test_a_logger_made_before_the_start_obeys_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    early = logs.get("early")

    def write() -> None:
        early.info("said too much")
        early.warning("said enough", code="x")

    told = lines_of("warning", write, capsys)
    assert "said too much" not in told
    assert "said enough" in told
    assert "area='early'" in told


def test_the_running_product_obeys_the_level_that_is_set(tmp_path: Path) -> None:
    with served.serving(tmp_path, LOG_LEVEL="error") as process:
        assert process.asks("/", "evil.example") == 421  # which is a warning
    assert "level='warning'" not in process.output.read_text()


def test_an_exception_leaves_neither_its_text_nor_any_variable(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def write() -> None:
        secret = WORDS
        try:
            raise ValueError(secret)
        except ValueError:
            logs.get("turns").exception("turn failed", message_id=7)

    told = lines_of("info", write, capsys)
    assert "test_logs.py:" in told
    assert WORDS not in told


def test_a_line_that_repeats_is_held_back_and_counted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("assistant.ops.logs.time.monotonic", lambda: now[0])

    def write() -> None:
        for number in range(500):
            logs.get("outbox").warning("message not sent", message_id=number, code="unreached")
        now[0] += logs.WINDOW
        logs.get("outbox").warning("message not sent", message_id=500, code="unreached")

    told = lines_of("info", write, capsys).splitlines()
    assert len(told) == logs.BURST + 1
    assert f"held_back={500 - logs.BURST}" in told[-1]


def test_a_logger_may_be_asked_for_anything_before_it_is_configured() -> None:
    script = "from assistant.ops import logs; logs.get('a').info('b', code='c')"
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert "event='b'" in told
    assert structlog.get_config()["cache_logger_on_first_use"] is False


CRASH = f"""
import asyncio, logging, threading, warnings
from assistant.ops import logs
logs.start("info")
words = {WORDS!r}
logging.getLogger("httpx").warning("asked for %s", words)
warnings.warn(words)
def fail(): raise ValueError(words)
thread = threading.Thread(target=fail); thread.start(); thread.join()
async def forgotten():
    asyncio.get_running_loop().create_task(raising()); await asyncio.sleep(0.01)
async def raising(): raise ValueError(words)
asyncio.run(forgotten())
class Bad:
    def __del__(self): raise ValueError(words)
Bad()
fail()
"""


def test_whatever_is_raised_and_not_caught_is_one_line_each() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert WORDS not in done.stdout + done.stderr
    assert done.stderr == ""
    assert done.stdout.count("crashed") == 3  # the thread, what was thrown away, the process
    assert done.stdout.count("library reported") == 3  # httpx, the warning, the forgotten task


WRONG = (
    {"SECRET_KEY": KEY, "DATABASE_URL": f"postgresql://user:{METRICS}@127.0.0.1:1/none"},
    {"SECRET_KEY": KEY, "SEALING_KEYS": f"1:{METRICS}"},
    {"SECRET_KEY": KEY, "TELEGRAM_BOT_TOKEN": METRICS},
    {"SECRET_KEY": KEY, "TWILIO_ACCOUNT_SID": ACCOUNT.sid, "TWILIO_AUTH_TOKEN": METRICS},
    {"SECRET_KEY": KEY, "PUBLIC_URL": f"ftp://{METRICS}"},
    {"SECRET_KEY": KEY, "PORT": METRICS},
)
COMMANDS = (["serve"], ["migrate"], ["handovers"], ["invite", "BRIDGE"], ["serve"], ["migrate"])


@pytest.mark.parametrize(("command", "settings"), [*zip(COMMANDS, WRONG, strict=True)])
def test_a_command_with_wrong_settings_shows_no_secret(
    command: list[str], settings: Mapping[str, str], tmp_path: Path
) -> None:
    done = commands.run(tmp_path, *command, env={"PATH": os.environ["PATH"], **settings})
    told = done.stdout + done.stderr
    assert KEY not in told
    assert METRICS not in told
    assert "Traceback" not in told


class Running:
    """The product as a process, between its two fakes."""

    def __init__(self, output: Path, database: str, twilio: Fake, telegram: Fake) -> None:
        self.port, self.output, self.telegram, self.twilio = (
            ports.reserve(),
            output,
            telegram,
            twilio,
        )
        self._env = {
            "DATABASE_URL": database,
            "PORT": str(self.port),
            "PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "SECRET_KEY": KEY,
            "METRICS_TOKEN": METRICS,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram.url,
            "TELEGRAM_WEBHOOK_SECRET": HOOK,
            "TWILIO_ACCOUNT_SID": ACCOUNT.sid,
            "TWILIO_AUTH_TOKEN": ACCOUNT.token,
            "TWILIO_FROM": ACCOUNT.number,
            "TWILIO_API_URL": twilio.url,
            "SMS_PER_SECOND": "100",
        }
        folder = output.parent
        served.described(folder, **self._env)
        self.life = Command(folder, "serve", env=self._env, output=(output, output))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def told(self) -> str:
        return self.output.read_text(errors="replace")

    async def ready(self) -> None:
        await until(lambda: self.life.gone() or listening(self.port), "the product is up")

    async def says(self, text: str) -> None:
        """Both people say it; whether it is accepted is not what is looked at here."""
        await self.telegram.tell("says", chat=CHAT, text=text)
        await self.twilio.tell("says", number=NUMBER, text=text)

    async def hear(self, count: int) -> None:
        with suppress(TimeoutError):
            await self.telegram.tell("hears", chat=CHAT, count=count, within=5)


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Running]:
    async with aiohttp.ClientSession() as session:
        fakes = [Fake(name, tmp_path / "fakes.log", session) for name in ("twilio", "telegram")]
        for fake in fakes:
            await fake.ready()
        product = Running(tmp_path / "product.log", sqlite_url(tmp_path), *fakes)
        await fakes[0].tell("behave", inbound_url=f"{product.url}/channels/sms")
        try:
            await product.ready()
            yield product
        finally:
            for life in (product.life, *(fake.life for fake in fakes)):
                await end(life)


async def joined(product: Running) -> None:
    await product.telegram.tell("says", chat=CHAT, text="bridge")
    await product.hear(1)
    await product.says("bridge")
    await product.hear(2)
    for words in ("ok", "23", NAME):
        await product.says(words)
    await product.hear(3)


async def fails(
    product: Running, telegram: Sequence[Mapping[str, Any]], twilio: Sequence[Mapping[str, Any]]
) -> None:
    for there, here in zip(telegram, (*twilio, {}, {}), strict=True):
        await product.telegram.tell("fail", **there)
        if here:
            await product.twilio.tell("fail", **here)
        await product.says(WORDS)
        await asyncio.sleep(0.2)


async def attack(product: Running) -> None:
    """What nobody signed, what breaks off, what is no JSON, what is too deep."""
    async with aiohttp.ClientSession() as session:
        for headers, body in (
            ({"X-Telegram-Bot-Api-Secret-Token": "no"}, WORDS),
            ({"X-Telegram-Bot-Api-Secret-Token": HOOK}, "[" * 60_000),
            ({"X-Telegram-Bot-Api-Secret-Token": HOOK}, f'{{"message": {{"text": "{WORDS}"}}}}'),
        ):
            async with session.post(f"{product.url}/channels/telegram", data=body, headers=headers):
                pass
        signed = {"X-Twilio-Signature": BASIC}
        form = {"From": NUMBER, "Body": WORDS}
        async with session.post(f"{product.url}/channels/sms", data=form, headers=signed):
            pass
    for _ in range(5):
        with closing(socket.create_connection(("127.0.0.1", product.port))) as broken:
            head = f"POST /channels/telegram?{CHAT} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            broken.sendall(f"{head}Content-Length: 900\r\n\r\n{WORDS}".encode())


@asynccontextmanager
async def locked(product: Running, path: Path) -> AsyncIterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def spoil(path: Path) -> None:
    """What is known of each run cannot be opened, so that every turn fails."""
    with closing(sqlite3.connect(path, timeout=30)) as other, other:
        other.execute("UPDATE run SET data = zeroblob(60)")


async def test_no_failure_of_the_running_product_shows_a_secret_or_a_word(
    running: Running, tmp_path: Path
) -> None:
    database = tmp_path / "assistant.db"
    await joined(running)
    await fails(running, TELEGRAM, TWILIO)
    await attack(running)
    async with locked(running, database):
        with suppress(TimeoutError):
            await asyncio.wait_for(running.says(WORDS), 8)
    spoil(database)
    await running.says(WORDS)
    await until(lambda: "turn failed" in running.told, "a turn fails")
    for fake in (running.telegram, running.twilio):
        await end(fake.life)
    with suppress(aiohttp.ClientError):
        await running.says(WORDS)
    database.rename(tmp_path / "gone.db")
    send_signal(running.life, signal.SIGTERM)
    await until(running.life.gone, "the product ends")
    told = running.told
    assert "webhook refused" in told
    assert [secret for secret in SECRETS if secret in told] == []
    assert "Traceback" not in told
