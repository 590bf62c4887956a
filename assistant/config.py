"""Settings: the environment, read and checked once."""

import os
import secrets
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

KEY_FILE = Path("data/secret.key")
SHORTEST_SECRET = 16


class BadSettings(Exception):
    """One or more settings are wrong; the text names each and says what is expected."""


def _database(value: SecretStr) -> SecretStr:
    try:
        backend = make_url(value.get_secret_value()).get_backend_name()
    except ArgumentError as error:
        raise ValueError("is not a database URL, such as sqlite:///data/assistant.db") from error
    if backend not in ("sqlite", "postgresql"):
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return value


def _address(value: str) -> str:
    if value and not value.startswith(("http://", "https://")):
        raise ValueError("must begin with https:// (or http://)")
    return value.rstrip("/")


def _secret(value: SecretStr) -> SecretStr:
    if value and len(value) < SHORTEST_SECRET:
        raise ValueError(f"must have at least {SHORTEST_SECRET} characters")
    return value


def _token(value: SecretStr) -> SecretStr:
    number, colon, rest = value.get_secret_value().partition(":")
    if value and not (number.isdigit() and colon and rest):
        raise ValueError("must look like 123456:ABC…, as BotFather gives it")
    return value


def _number(value: str) -> str:
    if value and not (value.startswith("+") and value[1:].isdigit()) and not value.isdigit():
        raise ValueError("must be a number in E.164, such as +12125550100, or a short code")
    return value


def _port(value: int) -> int:
    if not 0 <= value <= 65535:
        raise ValueError("must be a number from 0 to 65535")
    return value


Address = Annotated[str, AfterValidator(_address)]
NONE = SecretStr("")


class Settings(BaseSettings):
    """What an operator may set. The names in the environment are these in capitals."""

    model_config = SettingsConfigDict(env_ignore_empty=True, hide_input_in_errors=True)

    # Secret for the password that it may hold.
    database_url: Annotated[SecretStr, AfterValidator(_database)] = SecretStr(
        "sqlite:///data/assistant.db"
    )
    host: str = ""  # by default this machine alone, and all of them with PUBLIC_URL
    port: Annotated[int, AfterValidator(_port)] = 8000
    public_url: Address = ""
    secret_key: Annotated[SecretStr, AfterValidator(_secret)] = NONE
    sealing_keys: SecretStr = NONE  # "1:<base64>,2:<base64>": given apart from SECRET_KEY
    log_level: str = "info"
    metrics_token: SecretStr = (
        NONE  # with PUBLIC_URL, /metrics is for who sends it as a bearer token
    )

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_token)] = NONE
    telegram_api_url: Address = ""
    telegram_webhook_secret: SecretStr = NONE

    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = NONE
    twilio_from: Annotated[str, AfterValidator(_number)] = ""
    twilio_messaging_service_sid: str = ""
    twilio_api_url: Address = ""
    sms_per_second: float = 1.0  # segments
    sms_answers_stop: bool = True  # the provider confirms a STOP itself

    @property
    def listens_on(self) -> str:
        """The address of ours that the web server takes."""
        return self.host or ("0.0.0.0" if self.public_url else "127.0.0.1")

    @property
    def telegram(self) -> bool:
        return bool(self.telegram_bot_token)

    @property
    def sms(self) -> bool:
        return bool(self.twilio_account_sid)

    @property
    def sms_sender(self) -> str:
        """Our side of every SMS, as the tables name it."""
        return f"sms:{self.twilio_messaging_service_sid or self.twilio_from}"


def read(**given: Any) -> Settings:
    """The settings of this process; raises BadSettings."""
    try:
        settings = Settings(**given)
    except ValidationError as error:
        wrong = [f"{str(one['loc'][0]).upper()} {_plain(one['msg'])}" for one in error.errors()]
        raise BadSettings("; ".join(wrong)) from error
    _check_together(settings)
    if not settings.secret_key:
        settings.secret_key = _own_key()
    return settings


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")


def _check_together(settings: Settings) -> None:
    if settings.sms and not settings.twilio_auth_token:
        raise BadSettings("TWILIO_AUTH_TOKEN is missing beside TWILIO_ACCOUNT_SID")
    if settings.sms and not (settings.twilio_from or settings.twilio_messaging_service_sid):
        raise BadSettings("TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID is missing")
    if settings.sms and not settings.public_url:
        raise BadSettings("PUBLIC_URL is missing: SMS arrive by webhook only")
    if settings.telegram and settings.public_url and not settings.telegram_webhook_secret:
        raise BadSettings("TELEGRAM_WEBHOOK_SECRET is missing: PUBLIC_URL makes Telegram deliver")
    if settings.public_url and not settings.secret_key and not KEY_FILE.exists():
        raise BadSettings("SECRET_KEY is missing: everything is sealed with it, so keep it safe")


def _own_key() -> SecretStr:
    """The key of an installation that was given none: made once, readable by its owner only."""
    if not KEY_FILE.exists():
        KEY_FILE.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(32))
    key = KEY_FILE.read_text().strip()
    if len(key) < SHORTEST_SECRET:
        raise BadSettings(f"{KEY_FILE} holds no key of at least {SHORTEST_SECRET} characters")
    return SecretStr(key)
