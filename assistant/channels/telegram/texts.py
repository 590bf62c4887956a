"""What one Telegram message can hold."""

from assistant.channels import parts

# https://core.telegram.org/bots/api#sendmessage
_UNITS = 4096


def split(text: str) -> list[str]:
    """Parts that Telegram takes, which joined are the text again."""
    return parts.split(text, _UNITS, lambda part: parts.units(part) <= _UNITS)
