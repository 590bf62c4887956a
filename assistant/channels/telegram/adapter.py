"""Telegram: out and in through python-telegram-bot, used as client and update reader only."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import timedelta

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram.error import TelegramError

from assistant.channels import Forged, Heard, Outbound, Receipt
from assistant.channels.telegram.errors import REJECTED, says_something, understood
from assistant.channels.telegram.http import Client
from assistant.channels.telegram.inbound import NAME
from assistant.channels.telegram.updates import UPDATES, Update
from assistant.ops import logs

log = logs.get("telegram")

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
# https://core.telegram.org/bots/faq: about 30 messages a second overall, one a second in a chat
PER_SECOND, PER_CHAT = 29.0, 1.0
TIMEOUT = 7.0  # seconds; the outbox gives up after eight
WIDE = 14  # characters; longer labels get a row each
PICTURE = ".png"  # shown at once, with the text below; any other file is to be opened
SCALE = 5  # buttons in a row where labels are numbers or signs


class Telegram:
    """One bot."""

    name = NAME
    per_second, per_address = PER_SECOND, PER_CHAT
    settles = timedelta(0)  # nothing can be looked up, so there is nothing to wait for

    def __init__(self, token: str, api_url: str = "", timeout: float = TIMEOUT) -> None:
        self.sender = f"{NAME}:{token.partition(':')[0]}"
        self.bot = Client(token, api_url, timeout)

    async def send(self, message: Outbound) -> Receipt:
        """Hand over one message, as plain text; raises SendError."""
        try:
            number = await self._deliver(message)
        except TelegramError as error:
            result = understood(error)
            if result.code == REJECTED:
                _log_description(message.id, error)
            raise result from error
        return Receipt(str(number or ""))

    async def _deliver(self, message: Outbound) -> int | None:
        if message.file and message.file.name.endswith(PICTURE):
            return await self.bot.deliver(
                "sendPhoto",
                chat_id=message.address,
                caption=message.text,
                photo=InputFile(message.file.content, filename=message.file.name),
                reply_markup=keyboard(message.buttons),
            )
        if message.file:
            return await self.bot.deliver(
                "sendDocument",
                chat_id=message.address,
                caption=message.text,
                document=InputFile(message.file.content, filename=message.file.name),
            )
        return await self.bot.deliver(
            "sendMessage",
            chat_id=message.address,
            text=message.text,
            reply_markup=keyboard(message.buttons),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )

    async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
        """Telegram tells nothing of what was sent."""
        return None

    @property
    def heard(self) -> Heard | None:
        """What Telegram's clock said last."""
        return self.bot.heard

    async def knock(self) -> None:
        """Raise SendError unless Telegram answers; whatever it says of the question itself."""
        try:
            await self.bot.ask_name()
        except TelegramError as error:
            if not says_something(error):
                raise understood(error) from error

    async def close(self) -> None:
        await self.bot.close_connections()


def keyboard(buttons: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup | None:
    """Buttons under a message: two in a row, one where labels are long, five where tiny."""
    if not buttons:
        return None
    keys = [InlineKeyboardButton(label, callback_data=token) for label, token in buttons]
    longest = max(len(label) for label, _ in buttons)
    width = 1 if longest > WIDE else SCALE if longest <= 2 else 2
    return InlineKeyboardMarkup([keys[n : n + width] for n in range(0, len(keys), width)])


async def answer_press(telegram: Telegram, update: Update) -> None:
    """Tell Telegram at once that a press was seen; too late is as good as done."""
    number = update.callback_query and update.callback_query.id
    if isinstance(number, str):
        try:
            await telegram.bot.answer_callback_query(number)
        except TelegramError as error:
            log.debug("press not answered", code=type(error).__name__)


async def set_webhook(telegram: Telegram, public_url: str, secret: str) -> None:
    """From now on updates are delivered to us; to say so again changes nothing. Raises
    SendError."""
    try:
        await telegram.bot.set_webhook(
            f"{public_url.rstrip('/')}/channels/telegram",
            allowed_updates=UPDATES,
            secret_token=secret,
            max_connections=100,
        )
    except TelegramError as error:
        raise understood(error) from error


def check_secret(headers: Mapping[str, str], secret: str) -> None:
    """Raise Forged unless the update comes from who knows the secret."""
    given = headers.get(SECRET_HEADER) or ""
    if not secret or not given:
        raise Forged("no secret")
    if not hmac.compare_digest(given.encode(), secret.encode()):
        raise Forged("wrong secret")


def _log_description(message_id: int, error: TelegramError) -> None:
    """A description that we do not know is for the operator; what it quotes is not."""
    words = error.message.partition('"')[0][:80]
    log.error("message rejected", message_id=message_id, description=words)
