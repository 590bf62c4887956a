"""The real process under connections that never ask, ask too slowly, or ask for too much."""

import contextlib
import resource
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import served
from tests.fakes import server
from tests.fakes.twilio import Twilio
from tests.served import Process

HOST = "Host: localhost\r\n"
SIGNED = {
    "PUBLIC_URL": "http://127.0.0.1",
    "SECRET_KEY": "a secret of the tests",
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "TWILIO_AUTH_TOKEN": "fake-auth-token",
    "TWILIO_FROM": "+15550009999",
    "LOG_LEVEL": "error",
}
FORM = (
    f"POST /channels/sms HTTP/1.1\r\n{HOST}X-Twilio-Signature: x\r\nContent-Length: 5000\r\n\r\nBo"
)
ANSWERS_WITHIN = 5.0  # seconds; on an idle machine it takes some milliseconds
QUIET = 100_000  # bytes of output


@pytest.fixture(scope="module")
def settings() -> Iterator[dict[str, str]]:
    with server.threaded(Twilio().app) as url:
        yield SIGNED | {"TWILIO_API_URL": url}


@pytest.fixture(scope="module")
def process(
    settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Process]:
    folder = tmp_path_factory.mktemp("served")
    served.described(folder, **settings)
    with served.serving(folder, **settings) as process:
        yield process


@contextmanager
def many(process: Process, count: int, sent: str) -> Iterator[list[socket.socket]]:
    """So many connections, each of which has sent this."""
    _allow_files(count + 500)
    with contextlib.ExitStack() as stack:
        opened = []
        for _ in range(count):
            opened.append(stack.enter_context(process.connect()))
            opened[-1].sendall(sent.encode())
        yield opened


def _allow_files(count: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(count, hard), hard))


def answers(process: Process) -> bool:
    """Whether it says within the limit how it is."""
    began = time.monotonic()
    return process.health() == 200 and time.monotonic() - began < ANSWERS_WITHIN


def ended(connection: socket.socket) -> bool:
    """Whether the server ends it; what it says before that is read."""
    connection.settimeout(60)
    try:
        while connection.recv(65_536):
            pass
    except TimeoutError:
        return False
    except OSError:
        pass
    return True


def cpu(process: Process) -> float:
    """Seconds of work so far."""
    fields = Path(f"/proc/{process.running.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def until(holds: Callable[[], bool], within: float = 60.0) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False


def test_forty_bodies_that_break_off_cost_next_to_nothing(process: Process) -> None:
    assert answers(process)
    before, said = cpu(process), process.output.stat().st_size
    for _ in range(40):
        with process.connect() as connection:
            connection.sendall(FORM.encode())
    assert answers(process)
    assert cpu(process) - before < 5.0  # it took 28
    assert process.output.stat().st_size - said < QUIET
    assert "ClientDisconnect" not in process.output.read_text()


def few_files() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (1024, 1024))


def test_half_a_request_is_dropped_and_the_rest_is_served_meanwhile(
    settings: dict[str, str], tmp_path: Path
) -> None:
    served.described(tmp_path, **settings)
    with (
        served.serving(tmp_path, few_files, **settings) as process,
        many(process, 1_300, f"GET /health HTTP/1.1\r\n{HOST}X-Slow: ") as opened,
    ):
        assert answers(process)
        before = cpu(process)
        assert ended(opened[0])
        assert ended(opened[-1])
        assert answers(process)
        assert cpu(process) - before < 8.0  # of ten seconds or more; it took all of them
    assert process.output.stat().st_size < QUIET


UNFINISHED = (
    "",
    "GET /health HTT",
    f"GET /health HTTP/1.1\r\n{HOST}",
    FORM,
    f"POST /channels/sms HTTP/1.1\r\n{HOST}X-Twilio-Signature: x\r\n"
    "Transfer-Encoding: chunked\r\n\r\n5\r\nBody=\r\n",
    f"GET /health HTTP/1.1\r\n{HOST}\r\nGET /heal",
    f"GET /nowhere HTTP/1.1\r\n{HOST}Content-Length: 9\r\n\r\n",
)


def test_who_does_not_ask_in_time_or_a_letter_now_and_then_is_let_go(process: Process) -> None:
    def trickle(connection: socket.socket) -> bool:
        try:
            connection.sendall(b"a")
        except OSError:
            return True
        return False

    head = f"GET /health HTTP/1.1\r\n{HOST}X-Slow: "
    with contextlib.ExitStack() as stack:  # all at once: each of them takes ten seconds
        slow = {sent: stack.enter_context(many(process, 1, sent))[0] for sent in UNFINISHED}
        (headers,) = stack.enter_context(many(process, 1, head))
        (body,) = stack.enter_context(many(process, 1, FORM))
        let_go = [False, False]

        def both_let_go() -> bool:
            for n, one in enumerate((headers, body)):
                let_go[n] = let_go[n] or trickle(one)
            return all(let_go)

        assert until(both_let_go)
        assert [sent for sent, one in slow.items() if not ended(one)] == []
        assert answers(process)


def test_headers_without_end_are_refused(process: Process) -> None:
    for more in ("X-Long: " + "a" * 400_000, "X: y\r\n" * 200 + "\r\n"):
        with process.connect() as connection:
            with contextlib.suppress(OSError):
                connection.sendall(f"GET /health HTTP/1.1\r\n{HOST}{more}".encode())
            assert served.status(connection) in (0, 400, 431)
            assert ended(connection)
    assert answers(process)


def test_a_body_that_is_too_large_is_not_read(process: Process) -> None:
    form = f"{HOST}X-Twilio-Signature: x\r\n"
    for said in ("Content-Length: 70000\r\n\r\n", "Content-Length: 9" + "9" * 15 + "\r\n\r\n"):
        with process.connect() as connection:
            connection.sendall(f"POST /channels/sms HTTP/1.1\r\n{form}{said}".encode())
            assert served.status(connection) == 413
            assert ended(connection)
    unsigned = f"POST /channels/sms HTTP/1.1\r\n{HOST}Content-Length: 60000\r\n\r\n"
    with process.connect() as connection:
        connection.sendall(unsigned.encode())
        assert served.status(connection) == 403


def test_another_protocol_is_not_spoken(process: Process) -> None:
    upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    assert process.asks("/health", "localhost", upgrade + key) == 200
    assert answers(process)
