"""Settings: read once, and refused by name."""

from pathlib import Path

import pytest

from assistant import config
from assistant.config import BadSettings

SMS = {
    "TWILIO_ACCOUNT_SID": "AC1",
    "TWILIO_AUTH_TOKEN": "t",
    "TWILIO_FROM": "+12125550100",
    "PUBLIC_URL": "https://example.org",
    "SECRET_KEY": "0123456789abcdef",
}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL must begin with sqlite:///"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL is not a database URL"),
        ({"PORT": "many"}, "PORT"),
        ({"PORT": "70000"}, "PORT must be a number from 0 to 65535"),
        ({"PUBLIC_URL": "example.org"}, "PUBLIC_URL must begin with https://"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must have at least 16"),
        ({"TELEGRAM_BOT_TOKEN": "abc"}, "TELEGRAM_BOT_TOKEN must look like"),
        ({**SMS, "TWILIO_FROM": "12-34"}, "TWILIO_FROM must be a number in E.164"),
        ({**SMS, "TWILIO_AUTH_TOKEN": ""}, "TWILIO_AUTH_TOKEN is missing"),
        ({**SMS, "TWILIO_FROM": ""}, "TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID is missing"),
        ({**SMS, "PUBLIC_URL": ""}, "PUBLIC_URL is missing"),
        ({"PUBLIC_URL": "https://a.org"}, "SECRET_KEY is missing"),
        (
            {**SMS, "TELEGRAM_BOT_TOKEN": "1:a"},
            "TELEGRAM_WEBHOOK_SECRET is missing",
        ),
    ],
)
def test_a_bad_setting_is_named(
    given: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as error:
        config.read()
    assert named in str(error.value)


def test_without_a_secret_a_key_is_made_once(tmp_path: Path) -> None:
    first = config.read().secret_key.get_secret_value()
    assert config.read().secret_key.get_secret_value() == first
    assert len(first) >= 32
    assert (tmp_path / "data/secret.key").stat().st_mode & 0o777 == 0o600


def test_no_secret_is_ever_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "DATABASE_URL": "postgresql://mentoring:sentinel-1@localhost/mentoring",
        "SECRET_KEY": "sentinel-2-0123456789abcdef",
        "SEALING_KEYS": "1:sentinel-3",
        "METRICS_TOKEN": "sentinel-4-0123456789abcdef",
        "TELEGRAM_BOT_TOKEN": "1:sentinel-5",
        "TELEGRAM_WEBHOOK_SECRET": "sentinel-6-0123456789abcdef",
        "TWILIO_AUTH_TOKEN": "sentinel-7",
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = config.read()
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert "sentinel" not in shown


def test_a_refused_secret_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://mentoring:sentinel@localhost/mentoring")
    with pytest.raises(BadSettings) as error:
        config.read()
    assert "sentinel" not in f"{error.value} {error.value.__cause__}"
