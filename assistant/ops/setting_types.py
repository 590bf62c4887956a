"""What the settings must look like: each check says in a sentence what is expected."""

import math
import re
from collections import Counter
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, SecretStr
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from assistant.ops import machines

SHORTEST_SECRET = 16
LEAST_BITS = 40.0  # that whoever guesses letter by letter has to find out
LEVELS = ("debug", "info", "warning", "error", "critical")
FASTEST = 1_000.0  # segments a second; a short code's highest rate is far below

_WILDCARD = re.compile(r"\*\.(?=[^*]+\.)")


def guessable(secret: str) -> bool:
    """Whether a secret is one letter, or a few, or a word again and again."""
    period = (secret + secret).find(secret, 1)
    once = secret[:period]
    counts = Counter(once).values()
    bits = -sum(count * math.log2(count / len(once)) for count in counts)
    return bits < LEAST_BITS


def _database(value: SecretStr) -> SecretStr:
    try:
        backend = make_url(value.get_secret_value()).get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise ValueError("is not a database URL, such as sqlite:///data/assistant.db") from error
    if backend not in ("sqlite", "postgresql", "postgres"):  # the last as platforms write it
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return value


def _host(value: str) -> str:
    if value and not machines.is_host(value):
        raise ValueError("must be an address or a name of this machine, such as 0.0.0.0")
    return value.strip("[]")


def _hosts(value: str) -> str:
    for one in filter(None, (part.strip() for part in value.split(","))):
        if not machines.is_host(_WILDCARD.sub("", one).strip("[]")):
            raise ValueError(
                "must be names with commas between, such as mentoring.example.org,*.example.net"
            )
    return value


def _url(value: str) -> str:
    """An address on the web, without what a request adds."""
    if not value:
        return value
    if not value.startswith(("http://", "https://")):
        raise ValueError("must begin with https:// (or http://)")
    if re.search(r"\s", value):
        raise ValueError("must hold no spaces")
    parts = _split(value)
    if not machines.is_host(parts.hostname or ""):
        raise ValueError("names no host: it must look like https://mentoring.example.org")
    if parts.username or parts.password:
        raise ValueError("must hold no name and no password")
    if "?" in value or "#" in value:
        raise ValueError("must end before any ? or #")
    return value.rstrip("/")


def _public_url(value: str) -> str:
    value = _url(value)
    parts = _split(value)
    if parts.path:
        raise ValueError("must have no path: only https:// and the host")
    if parts.scheme == "http" and not machines.is_local(parts.hostname or ""):
        raise ValueError("must begin with https:// for a host on the internet")
    return value


def _split(value: str) -> SplitResult:
    try:
        parts = urlsplit(value)
        _ = parts.port  # read here, since that is where it is checked
    except ValueError as error:
        raise ValueError("is no address: look at its host and port") from error
    return parts


def _secret(value: SecretStr) -> SecretStr:
    if value and len(value) < SHORTEST_SECRET:
        raise ValueError(f"must have at least {SHORTEST_SECRET} characters")
    if value and guessable(value.get_secret_value()):
        raise ValueError("is too easy to guess: make one with openssl rand -hex 32")
    return value


def _hook_secret(value: SecretStr) -> SecretStr:
    # https://core.telegram.org/bots/api#setwebhook
    if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError("must have at most 256 characters, and only letters, digits, _ and -")
    return _secret(value)


def _bearer(value: SecretStr) -> SecretStr:
    if value and not re.fullmatch(r"[!-~]+", value.get_secret_value()):
        raise ValueError("must have neither spaces nor letters beyond ASCII")
    return _secret(value)


def _bot_token(value: SecretStr) -> SecretStr:
    if value and not re.fullmatch(r"[0-9]{1,20}:[A-Za-z0-9_-]+", value.get_secret_value()):
        raise ValueError("must look like 123456:ABC…, as BotFather gives it")
    return value


def _auth_token(value: SecretStr) -> SecretStr:
    if value and not re.fullmatch(r"[!-~]{12,}", value.get_secret_value()):
        raise ValueError("must be the Auth Token of the account, as Twilio's console shows it")
    return value


def _account(value: str) -> str:
    if value and not re.fullmatch(r"AC[0-9a-fA-F]{32}", value):
        raise ValueError("must be AC and 32 digits or letters a to f, as Twilio's console shows it")
    return value


def _service(value: str) -> str:
    if value and not re.fullmatch(r"MG[0-9a-fA-F]{32}", value):
        raise ValueError("must be MG and 32 digits or letters a to f, as Twilio's console shows it")
    return value


def _number(value: str) -> str:
    if value and not re.fullmatch(r"\+[1-9][0-9]{6,14}|[0-9]{3,8}", value):
        raise ValueError("must be a number in E.164, such as +12125550100, or a short code")
    return value


def _port(value: int) -> int:
    if not 0 <= value <= 65535:
        raise ValueError("must be a number from 0 to 65535")
    return value


def _rate(value: float) -> float:
    if not 0 < value <= FASTEST:  # nor nan, which is neither
        raise ValueError(f"must be a number above 0 and at most {FASTEST:.0f}")
    return value


def _level(value: str) -> str:
    if value.lower() not in LEVELS:
        raise ValueError(f"must be one of {', '.join(LEVELS)}")
    return value.lower()


DatabaseUrl = Annotated[SecretStr, AfterValidator(_database)]
Host = Annotated[str, AfterValidator(_host)]
Hosts = Annotated[str, AfterValidator(_hosts)]
Port = Annotated[int, AfterValidator(_port)]
Url = Annotated[str, AfterValidator(_url)]
PublicUrl = Annotated[str, AfterValidator(_public_url)]
Secret = Annotated[SecretStr, AfterValidator(_secret)]
Bearer = Annotated[SecretStr, AfterValidator(_bearer)]
HookSecret = Annotated[SecretStr, AfterValidator(_hook_secret)]
BotToken = Annotated[SecretStr, AfterValidator(_bot_token)]
AuthToken = Annotated[SecretStr, AfterValidator(_auth_token)]
Account = Annotated[str, AfterValidator(_account)]
Service = Annotated[str, AfterValidator(_service)]
Number = Annotated[str, AfterValidator(_number)]
Rate = Annotated[float, AfterValidator(_rate)]
Level = Annotated[str, AfterValidator(_level)]
