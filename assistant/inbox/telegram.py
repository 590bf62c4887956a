"""How Telegram's updates arrive: delivered to our webhook, or asked for by one process."""

import asyncio

from assistant.channels import SendError
from assistant.channels.telegram.adapter import Telegram, set_webhook
from assistant.channels.telegram.polling import Poller
from assistant.inbox.webhooks import Accept
from assistant.ops import logs
from assistant.ops.config import Settings
from storage.database import Database
from storage.holder import Holder, NotHeld

log = logs.get("telegram")

BACK_OFF, LONGEST_BACK_OFF = 1.0, 30.0  # seconds


async def listen(bot: Telegram, settings: Settings, db: Database, accept: Accept) -> None:
    """Have updates delivered where we have an address on the web; else ask for them for ever."""
    if settings.public_url:
        secret = settings.telegram_webhook_secret.get_secret_value()
        return await _set_webhook(bot, settings.public_url, secret)
    holder = Holder(db, f"polling {bot.sender}")

    async def held() -> bool:
        return await asyncio.to_thread(_holds, holder)

    try:
        await Poller(bot, accept, held=held).run()
    finally:
        holder.release()


async def _set_webhook(bot: Telegram, public_url: str, secret: str) -> None:
    """Once Telegram is there."""
    wait = BACK_OFF
    while True:
        try:
            return await set_webhook(bot, public_url, secret)
        except SendError as error:
            log.warning("webhook not set", code=type(error).__name__)
        await asyncio.sleep(wait)
        wait = min(LONGEST_BACK_OFF, wait * 2)


def _holds(holder: Holder) -> bool:
    """Whether this process is the one that polls."""
    try:
        with holder.writing():
            return True
    except NotHeld:
        return False
