"""Why a text has failed for good: what says that its address is no use, one time or often."""

from collections.abc import Collection

from assistant.channels.sms import errors
from assistant.channels.sms.errors import Cause

# What a provider that is down, an account or a text of ours has to do with says nothing of it.
_OFTEN = (Cause.HANDSET, Cause.FILTERED, Cause.EXPIRED, Cause.RECIPIENT)
BLOCKED = ("blocked", "deactivated", "never started", "forbidden", "chat not found")  # Telegram's


def of_the_address(code: str) -> bool:
    """Whether several such failures in a row mean that nobody is reached there."""
    if not code.isdecimal():
        return code in BLOCKED
    return errors.cause(int(code)) in (*_OFTEN, Cause.ADDRESS)


def kind(code: str) -> str:
    """What to say of it: blocked, number or failed."""
    if code.isdecimal():
        return "number" if errors.cause(int(code)) is Cause.ADDRESS else "failed"
    return "blocked" if code in BLOCKED else "failed"


def counted() -> Collection[str]:
    """All of these codes."""
    return [*BLOCKED, *errors.of_causes((*_OFTEN, Cause.ADDRESS))]
