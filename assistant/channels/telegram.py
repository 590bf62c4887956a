"""Telegram: out and in through python-telegram-bot, used as client and update reader only."""

import hmac
import logging
import os
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, cast

os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library then gives durations as timedelta

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest, RequestData

from assistant.channels import (
    Forged,
    Outbound,
    Paused,
    Receipt,
    SendError,
    TryLater,
    Unknown,
    Unreachable,
)
from assistant.channels.telegram_updates import receive as receive

logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs addresses, and so the token

API = "https://api.telegram.org"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
WIDE = 14  # characters; longer labels get a row each
# https://core.telegram.org/bots/faq: about 30 messages a second overall, one a second in a chat
PER_SECOND, PER_CHAT = 29.0, 1.0
NOT_WRITTEN = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
GONE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")


class _Refused(Exception):
    """The server was busy before it looked at the request."""


class _Lost(Exception):
    """The server failed while it had the request."""


class _Request(HTTPXRequest):
    """Tells apart what the library does not: busy, and failed half way."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **named_timeouts: Any,
    ) -> tuple[int, bytes]:
        status, body = await super().do_request(
            url, method, request_data, *timeouts, **named_timeouts
        )
        if status == 503:
            raise _Refused
        if status >= 500:
            raise _Lost
        return status, body


class Telegram:
    """One bot."""

    name = "telegram"
    per_second, per_address = PER_SECOND, PER_CHAT
    settles = timedelta(0)  # nothing can be looked up, so there is nothing to wait for

    def __init__(self, token: str, api_url: str = "", timeout: float = 7.0) -> None:
        self.sender = f"telegram:{token.partition(':')[0]}"
        self.bot = Bot(
            token,
            base_url=f"{api_url or API}/bot",
            request=_request(timeout),
            get_updates_request=_request(35.0),
        )
        self._open = False

    async def send(self, message: Outbound) -> Receipt:
        """Hand over one message; raises SendError."""
        await self.open()
        try:
            sent = await self.bot.send_message(
                chat_id=int(message.address),
                text=message.text,
                reply_markup=keyboard(message.buttons),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except TelegramError as error:
            raise understood(error) from error
        return Receipt(f"{message.address}:{sent.message_id}")

    async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
        """Telegram tells nothing of what was sent."""
        return None

    async def open(self) -> None:
        """Open the connections; the bot itself is not asked anything."""
        if not self._open:
            self._open = True
            for request in self.bot._request:
                await request.initialize()

    async def close(self) -> None:
        if self._open:
            for request in self.bot._request:
                await request.shutdown()


def keyboard(buttons: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup | None:
    """Buttons under a message: two in a row, or one where the labels are long."""
    if not buttons:
        return None
    keys = [InlineKeyboardButton(label, callback_data=token) for label, token in buttons]
    width = 1 if any(len(label) > WIDE for label, _ in buttons) else 2
    width = len(keys) if all(len(label) <= 2 for label, _ in buttons) else width
    return InlineKeyboardMarkup([keys[n : n + width] for n in range(0, len(keys), width)])


def understood(error: TelegramError) -> SendError:
    """What an error means for us. BadRequest is a NetworkError to the library: it comes first."""
    match error:
        case RetryAfter():
            return TryLater("throttled", cast(timedelta, error.retry_after))
        case Forbidden():
            return Unreachable("blocked")
        case InvalidToken() | Conflict():
            return Paused("token refused" if isinstance(error, InvalidToken) else "conflict")
        case BadRequest():
            gone = error.message.casefold().startswith(GONE)
            return Unreachable("chat not found") if gone else SendError("rejected")
        case NetworkError():
            return _unanswered(error.__cause__)
        case _:
            return SendError("refused")


def _unanswered(cause: BaseException | None) -> SendError:
    if isinstance(cause, NOT_WRITTEN):
        return TryLater("unreached")
    return TryLater("busy") if isinstance(cause, _Refused) else Unknown("unanswered")


async def answer_press(telegram: Telegram, payload: Mapping[str, Any]) -> None:
    """Tell Telegram at once that a press was seen; too late is as good as done."""
    press = payload.get("callback_query") or {}
    if isinstance(press.get("id"), str):
        await telegram.open()
        try:
            await telegram.bot.answer_callback_query(press["id"])
        except TelegramError:
            return


async def set_webhook(telegram: Telegram, public_url: str, secret: str) -> None:
    """From now on updates are delivered to us."""
    await telegram.open()
    await telegram.bot.set_webhook(
        f"{public_url}/channels/telegram",
        allowed_updates=UPDATES,
        secret_token=secret,
        max_connections=100,
    )


def check_secret(headers: Mapping[str, str], secret: str) -> None:
    """Raise Forged unless the update comes from who knows the secret."""
    given = headers.get(SECRET_HEADER) or ""
    if not hmac.compare_digest(given.encode(), secret.encode()):
        raise Forged("wrong secret" if given else "no secret")


def _request(timeout: float) -> _Request:
    return _Request(
        connection_pool_size=256,
        read_timeout=timeout,
        write_timeout=timeout,
        connect_timeout=3.0,
        pool_timeout=3.0,
    )
