"""Wrong guesses over HTTP: refused, and after a while not even looked at."""

import pytest
from fastapi import Request

from assistant.channels import Forged
from assistant.ops.config import Settings
from assistant.ops.guesses import KNOWN, Guesses
from assistant.ops.refusing import FORGED, FORGED_OF_ALL, TOKENS, Metrics, Webhooks

TOKEN = "the-token-of-the-metrics"
PUBLIC = Settings(public_url="https://mentoring.example.org", metrics_token=TOKEN)


def asked(token: str = "", host: str = "192.0.2.1") -> Request:
    headers = [(b"authorization", f"Bearer {token}".encode())] if token else []
    return Request({"type": "http", "client": (host, 4000), "headers": headers})


def status(metrics: Metrics, request: Request) -> int:
    refusal = metrics.refusal(request)
    return refusal.status_code if refusal else 200


def test_the_token_of_the_metrics_cannot_be_guessed_for_long() -> None:
    metrics = Metrics(PUBLIC)
    assert status(metrics, asked()) == 403
    assert [status(metrics, asked(f"wrong {n}")) for n in range(TOKENS)] == [403] * TOKENS
    refusal = metrics.refusal(asked(TOKEN))
    assert refusal is not None
    assert refusal.status_code == 429
    assert 0 < int(refusal.headers["Retry-After"]) <= 60
    assert b"Try again in" in bytes(refusal.body)
    assert status(metrics, asked(TOKEN, "192.0.2.2")) == 200


def test_a_network_of_many_addresses_is_one_guesser() -> None:
    metrics = Metrics(PUBLIC)
    for n in range(TOKENS):
        status(metrics, asked("wrong", f"2001:db8::{n:x}"))
    assert status(metrics, asked(TOKEN, "2001:db8::ffff")) == 429
    assert status(metrics, asked(TOKEN, "2001:db8:0:1::1")) == 200


def test_nobody_without_a_token_and_everybody_on_ones_own_machine() -> None:
    assert status(Metrics(Settings(public_url="https://a.org")), asked("x")) == 403
    assert status(Metrics(Settings()), asked()) == 200


async def test_forged_webhooks_are_logged_so_many_times_and_no_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    webhooks = Webhooks()

    async def refused(host: str) -> int:
        return (await webhooks.refuse(asked(host=host), Forged("no signature"))).status_code

    assert [await refused("192.0.2.1") for _ in range(FORGED + 1)] == [403] * FORGED + [429]
    others = [await refused(f"198.51.100.{n}") for n in range(FORGED_OF_ALL)]
    assert others[0] == 403
    assert others[-1] == 429
    assert capsys.readouterr().out.count("webhook refused") <= FORGED_OF_ALL


def test_guesses_are_forgotten_after_their_time_and_when_there_are_too_many() -> None:
    guesses = Guesses(1, 60.0, 10**9)
    guesses.wrong("first", 0.0)
    assert guesses.wait("first", 59.0) == 1.0
    assert guesses.wait("first", 60.0) == 0.0
    for n in range(KNOWN):
        guesses.wrong(n, 1.0)
    assert guesses.wait("first", 2.0) == 0.0
    assert guesses.wait(KNOWN - 1, 2.0) > 0
