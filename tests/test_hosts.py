"""Whom requests may be for, and when the phones are there."""

from pathlib import Path

import pytest

from assistant.ops.config import Settings
from assistant.ops.hosts import Hosts
from tests import served

PUBLIC = {"public_url": "https://mentoring.example.org"}


async def refused(settings: Settings, *hosts: str, path: str = "/") -> bool:
    """Whether a request with these Host headers is kept from the application."""
    reached = []

    async def app(*_asked: object) -> None:
        reached.append(1)

    async def sent(*_message: object) -> None:
        return None

    headers = [(b"host", host.encode()) for host in hosts]
    await Hosts(app, settings)({"type": "http", "path": path, "headers": headers}, sent, sent)
    return not reached


@pytest.mark.parametrize(
    ("given", "host"),
    [
        ({}, "localhost:8000"),
        ({}, "LocalHost"),
        ({}, "127.0.0.1:8000"),
        ({}, "[::1]:8000"),
        ({"host": "10.1.2.3"}, "10.1.2.3:8000"),
        ({"host": "box.example.net"}, "box.example.net"),
        ({"host": "0.0.0.0"}, "192.168.7.7:8000"),
        (PUBLIC, "mentoring.example.org"),
        (PUBLIC, "Mentoring.Example.org:443"),
        ({"allowed_hosts": "one.example.org, two.example.org"}, "two.example.org"),
        ({"allowed_hosts": "*.example.org"}, "three.example.org"),
    ],
)
async def test_a_name_that_is_meant_is_answered(given: dict[str, str], host: str) -> None:
    assert not await refused(Settings(**given), host)
    assert not await refused(Settings(**given), host)


@pytest.mark.parametrize(
    ("given", "hosts"),
    [
        ({}, ()),
        ({}, ("",)),
        ({}, ("evil.example",)),
        ({}, ("evil.example:8000",)),
        ({}, ("localhost.evil.example",)),
        ({}, ("127.0.0.1.evil.example",)),
        ({}, ("localhost", "evil.example")),
        ({}, ("evil@localhost",)),
        ({}, ("localhost:port",)),
        ({}, ("192.168.7.7",)),
        ({"host": "0.0.0.0"}, ("evil.example",)),
        (PUBLIC, ("192.168.7.7",)),
        (PUBLIC, ("mentoring.example.org.evil.example",)),
        ({"allowed_hosts": "*.example.org"}, ("example.org",)),
        ({"allowed_hosts": "*.example.org"}, ("evilexample.org",)),
    ],
)
async def test_any_other_name_is_refused(given: dict[str, str], hosts: tuple[str, ...]) -> None:
    assert await refused(Settings(**given), *hosts)
    if not given:
        assert await refused(Settings(**given), *hosts, path="/health")


async def test_a_platform_checks_a_public_server_by_any_name() -> None:
    assert not await refused(Settings(**PUBLIC), "10.9.8.7:8000", path="/health")
    assert await refused(Settings(**PUBLIC), "10.9.8.7:8000", path="/health/")
    assert await refused(Settings(**PUBLIC), "10.9.8.7:8000", path="/metrics")


@pytest.mark.parametrize(
    ("given", "open_"),
    [
        ({}, True),
        ({"phones": False}, False),
        (PUBLIC, False),
        (PUBLIC | {"phones": True}, True),
        ({"telegram_bot_token": "1:a"}, False),
        ({"telegram_bot_token": "1:a", "phones": True}, True),
        ({"twilio_account_sid": "AC" + "0" * 32}, False),
    ],
)
def test_there_are_phones_while_nobody_is_real(given: dict[str, object], open_: bool) -> None:
    assert Settings(**given).phones_open is open_


def test_another_website_reaches_nothing_of_the_process(tmp_path: Path) -> None:
    with served.serving(tmp_path) as process:
        ours, theirs = f"localhost:{process.port}", f"evil.example:{process.port}"
        body = "Content-Type: application/json\r\nContent-Length: 2\r\n"
        posted = f"{body}Origin: http://{theirs}\r\n\r\n{{}}"
        for path in ("/", "/phone", "/phone/stream?phones=sms:%2B12125550100", "/metrics"):
            assert process.asks(path, theirs) == 421, path
        assert process.asks("/phone/messages", theirs, posted, "POST") == 421
        assert process.asks("/phone/messages", ours, posted, "POST") == 403
        assert process.asks("/phone", ours) == 200
    assert process.output.read_text().count("host refused") == 1
