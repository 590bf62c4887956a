"""Settings: read once, and refused by name."""

import hashlib
from pathlib import Path

import pytest

from assistant.ops import config, setting_types
from assistant.ops.config import BadSettings
from storage.database import open_database
from tests import served

SMS = {
    "TWILIO_ACCOUNT_SID": "AC0123456789abcdef0123456789abcdef",
    "TWILIO_AUTH_TOKEN": "the-token-of-tests",
    "TWILIO_FROM": "+12125550100",
    "PUBLIC_URL": "https://example.org",
    "SECRET_KEY": "0123456789abcdef",
}


RATES = ("0", "-1", "nan", "inf", "-inf", "1e9")
SECRETS = ("SECRET_KEY", "METRICS_TOKEN", "TELEGRAM_WEBHOOK_SECRET")


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
        ({"HOST": "300.1.1.1"}, "HOST must be an address or a name"),
        ({"HOST": "http://localhost"}, "HOST must be an address or a name"),
        ({"PUBLIC_URL": "example.org"}, "PUBLIC_URL must begin with https://"),
        ({"PUBLIC_URL": "http://"}, "PUBLIC_URL names no host"),
        ({"PUBLIC_URL": "https://me:word@a.org"}, "PUBLIC_URL must hold no name"),
        ({"PUBLIC_URL": "https://a.org/path"}, "PUBLIC_URL must have no path"),
        ({"PUBLIC_URL": "https://a.org?x=1"}, "PUBLIC_URL must end before any ?"),
        ({"PUBLIC_URL": "https://a.org#x"}, "PUBLIC_URL must end before any ?"),
        ({"PUBLIC_URL": "https://a.org:port"}, "PUBLIC_URL is no address"),
        ({"PUBLIC_URL": "https://a b.org"}, "PUBLIC_URL must hold no spaces"),
        ({"PUBLIC_URL": "http://a.org"}, "PUBLIC_URL must begin with https:// for a host"),
        ({"TWILIO_API_URL": "http://"}, "TWILIO_API_URL names no host"),
        ({"TELEGRAM_API_URL": "https://:80"}, "TELEGRAM_API_URL names no host"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS must be names"),
        ({"ALLOWED_HOSTS": "a.org,*.org"}, "ALLOWED_HOSTS must be names"),
        ({"ALLOWED_HOSTS": "https://a.org"}, "ALLOWED_HOSTS must be names"),
        ({"PHONES": "perhaps"}, "PHONES"),
        ({"LOG_LEVEL": "nonsense"}, "LOG_LEVEL must be one of debug, info"),
        *(({"SMS_PER_SECOND": one}, "SMS_PER_SECOND must be a number above 0") for one in RATES),
        ({"SMS_PER_SECOND": "fast"}, "SMS_PER_SECOND"),
        ({"METRICS_TOKEN": "a"}, "METRICS_TOKEN must have at least 16"),
        ({"METRICS_TOKEN": "a token with its spaces"}, "METRICS_TOKEN must have neither spaces"),
        *(({name: "a" * 16}, f"{name} is too easy to guess") for name in SECRETS),
        ({"SECRET_KEY": "passwordpassword"}, "SECRET_KEY is too easy to guess"),
        ({"TELEGRAM_WEBHOOK_SECRET": "a secret with its spaces"}, "TELEGRAM_WEBHOOK_SECRET must"),
        ({"TELEGRAM_WEBHOOK_SECRET": "short"}, "TELEGRAM_WEBHOOK_SECRET must have at least 16"),
        ({"TELEGRAM_BOT_TOKEN": "1:a/../b"}, "TELEGRAM_BOT_TOKEN must look like"),
        ({"TWILIO_ACCOUNT_SID": "AC1"}, "TWILIO_ACCOUNT_SID must be AC and 32"),
        ({"TWILIO_MESSAGING_SERVICE_SID": "AC" + "0" * 32}, "TWILIO_MESSAGING_SERVICE_SID must be"),
        ({"TWILIO_AUTH_TOKEN": "one two three"}, "TWILIO_AUTH_TOKEN must be the Auth Token"),
        ({"TELEGRAM_BOT_TOKN": "1:a"}, "TELEGRAM_BOT_TOKN is no setting: TELEGRAM_BOT_TOKEN"),
        ({"PUBLIC_ULR": "https://a.org"}, "PUBLIC_ULR is no setting: PUBLIC_URL is probably"),
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


def test_a_platform_s_address_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://mentoring:word@localhost:5432/mentoring")
    db = open_database(config.read().database_url.get_secret_value())
    assert db.engine.dialect.name == "postgresql"
    db.close()


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
        "TWILIO_AUTH_TOKEN": "sentinel-7-0123456789abcdef",
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


def test_what_others_set_is_none_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TWILIO_API_KEY", "TWILIO_API_SECRET", "HOSTS", "LOGLEVEL", "SECRET_KEY_BASE"):
        monkeypatch.setenv(name, "something")
    monkeypatch.setenv("SECRET_KEY", "0123456789abcdef")
    monkeypatch.setenv("SECRETKEY", "the right one is there")
    assert config.read().secret_key.get_secret_value() == "0123456789abcdef"


def test_a_secret_that_was_made_by_chance_is_hard_to_guess() -> None:
    made = [hashlib.sha256(bytes([n])).hexdigest() for n in range(200)]
    assert not any(setting_types.guessable(one) for one in made)


@pytest.mark.parametrize("name", ["LOG_LEVEL", "SMS_PER_SECOND", "PUBLIC_URL", "METRICS_TOKEN"])
def test_a_command_names_it_in_a_sentence_and_fails(name: str, tmp_path: Path) -> None:
    ended = served.run(tmp_path, "serve", **{name: "http://"})
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"assistant: {name} ")
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("host", ["no-such-machine.invalid", "203.0.113.7"])
def test_a_host_that_is_not_ours_is_named(host: str, tmp_path: Path) -> None:
    ended = served.run(tmp_path, "serve", HOST=host)
    assert (ended.returncode, ended.stderr) == (
        1,
        f"assistant: HOST {host} is no address of this machine\n",
    )
