"""Whether Telegram knows our bot, and delivers to us."""

import time
from collections.abc import Iterator
from typing import Any

from assistant.channels.telegram.http import API
from assistant.ops.config import Settings
from assistant.readiness.findings import Finding
from assistant.readiness.peers import Peers

PENDING = 100  # updates that may wait
RECENT = 3600  # seconds

_AWAY = "cannot be asked ({}); try again"


async def look(settings: Settings, peers: Peers) -> list[Finding]:
    """The token, and the webhook as Telegram has it."""
    if not settings.telegram:
        return []
    token = settings.telegram_bot_token.get_secret_value()
    bot = f"{settings.telegram_api_url or API}/bot{token}"
    me = await peers.ask("GET", f"{bot}/getMe", timed=True)
    if me.status in (401, 404):
        return [Finding.wrong("Telegram", "TELEGRAM_BOT_TOKEN is not valid: ask BotFather")]
    if not _result(me.body):
        return [Finding.wrong("Telegram", _AWAY.format(me.why or me.status))]
    found = [Finding.ok("Telegram", f"the bot is @{_result(me.body).get('username', '')}")]
    info = await peers.ask("GET", f"{bot}/getWebhookInfo")
    return [*found, *_webhook(settings, _result(info.body), info.why)]


def _webhook(settings: Settings, info: dict[str, Any], why: str) -> Iterator[Finding]:
    about = "webhook"
    wanted = f"{settings.public_url}/channels/telegram" if settings.public_url else ""
    if "url" not in info:
        yield Finding.wrong(about, _AWAY.format(why or "unreadable"))
    elif info["url"] != wanted:
        yield _elsewhere(str(info["url"]), wanted)
    elif info.get("pending_update_count", 0) > PENDING:
        waiting = info["pending_update_count"]
        yield Finding.wrong(about, f"{waiting} updates wait at Telegram: is the product running?")
    elif time.time() - info.get("last_error_date", 0) < RECENT:
        yield Finding.wrong(about, "Telegram could not deliver within the last hour: see the log")
    else:
        yield Finding.ok(about, "is set to us" if wanted else "none, the product polls")


def _elsewhere(url: str, wanted: str) -> Finding:
    if not wanted:
        return Finding.wrong(
            "webhook", "a webhook is set at Telegram, so polling hears nothing: delete it"
        )
    if not url:
        return Finding.missing("webhook", "none at Telegram: it is set when the product starts")
    return Finding.wrong("webhook", "Telegram delivers to another address: start the product anew")


def _result(body: Any) -> dict[str, Any]:
    result = body.get("result") if isinstance(body, dict) else None
    return result if isinstance(result, dict) else {}
