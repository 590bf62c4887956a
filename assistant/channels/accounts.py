"""The accounts with providers that the settings name."""

from assistant.channels.sms.adapter import Sms
from assistant.channels.sms.calls import Calls
from assistant.channels.telegram.adapter import Telegram
from assistant.ops.config import Settings


def telegram(settings: Settings) -> Telegram | None:
    if not settings.telegram:
        return None
    return Telegram(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url)


def sms(settings: Settings) -> Sms | None:
    if not settings.sms:
        return None
    return Sms(
        settings.twilio_account_sid,
        settings.twilio_auth_token.get_secret_value(),
        settings.twilio_from,
        settings.twilio_messaging_service_sid,
        settings.twilio_api_url,
        settings.public_url,
        per_second=settings.sms_per_second,
    )


def calls(settings: Settings) -> Calls | None:
    """By phone, where a number of ours can call: a messaging service alone has none."""
    if not (settings.sms and settings.twilio_from):
        return None
    return Calls(
        settings.twilio_account_sid,
        settings.twilio_auth_token.get_secret_value(),
        settings.twilio_from,
        settings.twilio_api_url,
        settings.public_url,
    )
