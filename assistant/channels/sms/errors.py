"""What Twilio's error codes mean for a message: the table, and the refusal each one is."""

from collections.abc import Callable, Collection, Mapping
from datetime import timedelta
from enum import StrEnum

from assistant.channels import Paused, SendError, Stopped, TryLater, Unknown, Unreachable


class Cause(StrEnum):
    """Why a message was not taken or not delivered, by what there is to do about it."""

    OPTED_OUT = "opted out"
    ADDRESS = "address"  # not a mobile number, or one that must not be written to
    HANDSET = "handset"  # off, out of reach, or nobody knows: it may pass later
    FILTERED = "filtered"  # the carrier will not carry these words
    BUSY = "busy"
    EXPIRED = "expired"
    RECIPIENT = "recipient"  # not allowed for this recipient: shown, never repeated
    ACCOUNT = "account"  # nothing passes until the operator has acted
    CONTENT = "content"  # our own fault, this message only
    SERVER = "server"  # not processed
    UNKNOWN = "unknown"  # may have been processed


# https://www.twilio.com/docs/api/errors; Twilio may change them, so an unknown one is judged by
# the answer's status.
_CODES: Mapping[Cause, tuple[int, ...]] = {
    Cause.OPTED_OUT: (21610,),
    # 30640: somebody known to sue over texts.
    Cause.ADDRESS: (21211, 21612, 21614, 21635, 30005, 30006, 30640),
    Cause.HANDSET: (30003, 30008, 30410),
    Cause.FILTERED: (30004, 30007, 30019),
    Cause.BUSY: (20429, 21611, 30001, 30022, 30023, 30027, 63018, 63038),
    Cause.EXPIRED: (30036,),
    # A country not enabled, the carrier's quiet hours, a pumping guard, a trial account's list.
    Cause.RECIPIENT: (21408, 21608, 30450, 30610),
    Cause.ACCOUNT: (
        *(20003, 20404, 21606, 21659, 21660, 21703, 21704, 21705, 21712),
        *(30002, 30032, 30034),  # suspended, toll-free not verified, 10DLC not registered
    ),
    Cause.CONTENT: (14103, 21617, 21658, 35111, 35114, 35118),
    Cause.SERVER: (20503,),
    Cause.UNKNOWN: (20500,),
}
_CAUSES = {code: cause for cause, codes in _CODES.items() for code in codes}

HANDSET_WAIT = timedelta(minutes=15)
_QUEUE_WAIT = timedelta(minutes=5)  # ten hours of messages are queued at Twilio
_DAY_WAIT = timedelta(hours=1)  # the day's limit is used up
_WAITS: Mapping[int, timedelta] = {
    21611: _QUEUE_WAIT,
    30001: _QUEUE_WAIT,
    30023: _DAY_WAIT,
    30027: _DAY_WAIT,
    63038: _DAY_WAIT,
}

_REFUSALS: Mapping[Cause, Callable[[str], SendError]] = {
    Cause.OPTED_OUT: Stopped,
    Cause.ADDRESS: Unreachable,
    Cause.ACCOUNT: Paused,
    Cause.UNKNOWN: Unknown,
    Cause.HANDSET: lambda code: TryLater(code, HANDSET_WAIT),
}


def cause(code: int, status: int = 0) -> Cause:
    """Why: by Twilio's code when it is a known one, else by the answer's HTTP status."""
    return _CAUSES.get(code) or _cause_of_status(status)


def of_causes(causes: Collection[Cause]) -> list[str]:
    """The codes of these."""
    return [str(code) for why in causes for code in _CODES[why]]


def refusal(status: int, code: int, wait: timedelta | None = None) -> SendError:
    """The error a refused request is; `wait` is how long Twilio asked us to."""
    why = cause(code, status)
    name = str(code) if code else f"http_{status}"
    if why in (Cause.BUSY, Cause.SERVER):
        return TryLater(name, wait or _WAITS.get(code), everybody=True)
    return _REFUSALS.get(why, SendError)(name)


def retry_in(code: int) -> timedelta | None:
    """When a message that Twilio took and could not deliver may be tried again, if ever."""
    match cause(code):
        case Cause.HANDSET:
            return HANDSET_WAIT
        case Cause.BUSY:
            return _WAITS.get(code, timedelta(minutes=1))
        case _:
            return None


def _cause_of_status(status: int) -> Cause:
    # A redirect is an answer of something that is not Twilio: TWILIO_API_URL is wrong.
    if 300 <= status < 400 or status in (401, 403):
        return Cause.ACCOUNT
    if status == 429:
        return Cause.BUSY
    if status == 503:
        return Cause.SERVER
    return Cause.UNKNOWN if status >= 500 else Cause.CONTENT
