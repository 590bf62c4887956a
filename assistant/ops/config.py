"""Settings: the environment, read and checked once."""

import os
import secrets
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.ops import logs
from assistant.ops import setting_types as types
from assistant.ops.limits import Limits
from assistant.ops.setting_types import SHORTEST_SECRET
from storage import files

log = logs.get("config")

KEY_FILE = Path("data/secret.key")
HERE = ("localhost", "127.0.0.1", "::1")
EVERYWHERE = ("0.0.0.0", "::")  # to listen on, not to be called by
TELLING = 10  # letters of a setting's name, from which on a name close to it is a slip
ALIKE = 0.9


class BadSettings(Exception):
    """One or more settings are wrong; the text names each and says what is expected."""


NONE = SecretStr("")


class Settings(BaseSettings):
    """What an operator may set. The names in the environment are these in capitals."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True, hide_input_in_errors=True, str_strip_whitespace=True
    )

    # Secret for the password that it may hold.
    database_url: types.DatabaseUrl = SecretStr("sqlite:///data/assistant.db")
    host: types.Host = ""  # by default this machine alone, and all of them with PUBLIC_URL
    port: types.Port = 8000
    public_url: types.PublicUrl = ""
    allowed_hosts: types.Hosts = ""  # beside those of HOST and PUBLIC_URL
    phones: bool | None = None  # by default while nobody real can be reached
    secret_key: types.Secret = NONE
    sealing_keys: SecretStr = NONE  # "1:<base64>,2:<base64>": given apart from SECRET_KEY
    old_secret_key: SecretStr = NONE  # these two for `assistant rotate` alone
    old_sealing_keys: SecretStr = NONE
    backup_to: Path | None = None  # a folder for a copy each day
    log_level: types.Level = "info"
    metrics_token: types.Bearer = NONE  # with PUBLIC_URL, of who may read /metrics

    telegram_bot_token: types.BotToken = NONE
    telegram_api_url: types.Url = ""
    telegram_webhook_secret: types.HookSecret = NONE

    twilio_account_sid: types.Account = ""
    twilio_auth_token: types.AuthToken = NONE
    twilio_from: types.Number = ""
    twilio_messaging_service_sid: types.Service = ""
    twilio_api_url: types.Url = ""
    sms_per_second: types.Rate = 1.0  # segments
    strangers_per_hour: Annotated[int, Field(ge=0)] = 800  # segments to who has not agreed yet
    strangers_per_day: Annotated[int, Field(ge=0)] = 2_400
    stranger_answers: Annotated[int, Field(ge=1)] = 20  # messages a day to each of them
    sms_answers_stop: bool = True  # it answers its own words for STOP and HELP

    @property
    def listens_on(self) -> str:
        """The address of ours that the web server takes."""
        return self.host or ("0.0.0.0" if self.public_url else "127.0.0.1")

    @property
    def hosts(self) -> frozenset[str]:
        """The names that requests may call us by, in lower case; "*.x" is every name below x."""
        given = filter(None, (one.strip(" []") for one in self.allowed_hosts.lower().split(",")))
        public = urlsplit(self.public_url).hostname
        own = self.host.lower()
        derived = {own, public or ""} - {"", *EVERYWHERE}
        return frozenset({*HERE, *derived, *given})

    @property
    def on_all_addresses(self) -> bool:
        return self.listens_on in EVERYWHERE

    @property
    def reaches_people(self) -> bool:
        """Whether anybody real can be written to."""
        return self.telegram or self.sms

    @property
    def phones_open(self) -> bool:
        """Anybody can be anybody at the phones: where people are real, only if so wished."""
        if self.phones is not None:
            return self.phones
        return not (self.public_url or self.reaches_people)

    @property
    def telegram(self) -> bool:
        return bool(self.telegram_bot_token)

    @property
    def limits(self) -> Limits:
        """How much of our answers people who have not agreed may have."""
        return Limits(self.strangers_per_hour, self.strangers_per_day, self.stranger_answers)

    @property
    def sms(self) -> bool:
        return bool(self.twilio_account_sid)

    @property
    def sms_sender(self) -> str:
        """Our side of every SMS, as the tables name it."""
        return f"sms:{self.twilio_messaging_service_sid or self.twilio_from}"


def read(**given: Any) -> Settings:
    """The settings of this process; raises BadSettings."""
    _check_names(os.environ)
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


def _check_names(environment: Mapping[str, str]) -> None:
    """A setting whose name is mistyped would be passed over without a word."""
    ours = {name.upper() for name in Settings.model_fields}
    given = {name.upper() for name, value in environment.items() if value}
    missing = [name for name in ours - given if len(name) >= TELLING]
    for name in sorted(given - ours):
        if close := get_close_matches(name, missing, 1, ALIKE):
            raise BadSettings(f"{name} is no setting: {close[0]} is probably meant")


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
    files.make_folder(KEY_FILE.parent)
    if not KEY_FILE.exists():
        files.make_file(KEY_FILE, secrets.token_urlsafe(32))
    files.shut(KEY_FILE)
    for path in files.exposed([KEY_FILE]):
        log.warning("key open to others", path=str(path), remedy="chmod go= it")
    key = KEY_FILE.read_text().strip()
    if len(key) < SHORTEST_SECRET:
        raise BadSettings(f"{KEY_FILE} holds no key of at least {SHORTEST_SECRET} characters")
    return SecretStr(key)
