"""What Telegram's refusals and failures mean for a message."""

import os
from datetime import timedelta
from typing import cast

os.environ["PTB_TIMEDELTA"] = "1"  # the library then gives durations as timedelta

import httpx
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from assistant.channels import CONTRADICTED, Paused, SendError, TryLater, Unknown, Unreachable
from assistant.channels.telegram.http import Contradicted, Lost, TurnedAway, Unreadable

# There are no codes; descriptions are told by how they begin.
GONE = ("chat not found", "user not found", "peer_id_invalid")
SHUT = (
    ("forbidden: bot was blocked", "blocked"),
    ("forbidden: user is deactivated", "deactivated"),
    ("forbidden: bot can't initiate", "never started"),
)
REJECTED = "rejected"  # for a reason that we do not know
NOT_WRITTEN = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


def understood(error: TelegramError) -> SendError:
    """What to do about it. BadRequest is a NetworkError to the library, so it comes first."""
    match error:
        case RetryAfter():
            return TryLater("throttled", wait(error))
        case Forbidden():
            return Unreachable(_code(error.message, SHUT, "forbidden"))
        case InvalidToken():
            return Paused("token refused")
        case Conflict():
            return Paused("conflict")
        case BadRequest():
            gone = error.message.casefold().startswith(GONE)
            return Unreachable("chat not found") if gone else SendError(REJECTED)
        case NetworkError():
            return _unanswered(error.__cause__)
        case _:
            return SendError("refused")


def says_something(error: TelegramError) -> bool:
    """Whether a refusal of a question shows that sends may pass. A 404 is for a token, or for a
    method that this server does not have; a send will tell."""
    if isinstance(error, InvalidToken):
        return error.message.casefold().startswith("not found")
    return isinstance(error, BadRequest | Forbidden | RetryAfter)


def wait(error: RetryAfter) -> timedelta:
    """How long Telegram wants to be left alone."""
    return cast(timedelta, error.retry_after)


def _unanswered(cause: BaseException | None) -> SendError:
    match cause:
        case TurnedAway():
            return TryLater("busy")
        case Lost():
            return Unknown("server failed")
        case Unreadable():
            return Unknown("unreadable")
        case Contradicted():
            return TryLater(CONTRADICTED)
        case None:  # an answer of the 4xx that the library has no name for
            return SendError("refused")
        case _ if isinstance(cause, NOT_WRITTEN):
            return TryLater("unreached")
        case _:
            return Unknown("unanswered")


def _code(description: str, codes: tuple[tuple[str, str], ...], other: str) -> str:
    told = description.casefold()
    return next((code for start, code in codes if told.startswith(start)), other)
