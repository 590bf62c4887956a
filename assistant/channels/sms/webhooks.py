"""What Twilio tells us: signed forms with somebody's message, or the status of one of ours."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urldefrag

from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from assistant.channels import Forged, Inbound, Kind, Report
from assistant.channels.sms import errors, numbers

INBOUND_PATH = "/channels/sms"
STATUS_PATH = "/channels/sms/status"
LARGEST_FORM = 65_536

# Callbacks come in any order; a message never goes down this ladder.
RANK: Mapping[str, int] = {
    **{"accepted": 0, "queued": 0, "scheduled": 0, "sending": 1, "sent": 2},
    **{"delivered": 3, "partially_delivered": 3, "undelivered": 3, "failed": 3, "canceled": 3},
    "read": 4,
}
_OURS = {
    **dict.fromkeys(("accepted", "queued", "scheduled", "sending", "sent"), "sent"),
    **dict.fromkeys(("delivered", "partially_delivered", "read"), "delivered"),
    **dict.fromkeys(("undelivered", "failed", "canceled"), "failed"),
}
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_MESSAGE_ID = re.compile(r"[0-9]{1,18}")


class _Pairs(dict[str, list[str]]):
    # What the library's validator asks a form for when a name is there more than once.
    def getlist(self, name: str) -> list[str]:
        return self[name]


def webhook_address(public_url: str) -> str:
    """What the operator enters at Twilio, with the retries that outlive a restart of ours.

    https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides: five retries, on
    any failure, 2.5 s for each answer, so that they fit in the 15 s there are.
    """
    return f"{public_url.rstrip('/')}{INBOUND_PATH}#rc=5&rp=all&ct=2000&rt=2500&tt=15000"


def status_address(public_url: str, message_id: int, attempt: int = 0) -> str:
    """Where the status of our message is reported: the address itself says which message, and
    which sending of it."""
    again = f"&attempt={attempt}" if attempt else ""
    return f"{public_url.rstrip('/')}{STATUS_PATH}?message={message_id}{again}"


def parse_form(body: bytes) -> list[tuple[str, str]]:
    """The form's fields in order; raises Forged for what Twilio would never send."""
    if len(body) > LARGEST_FORM:
        raise Forged("too large")
    if not body:
        return []
    try:
        return parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=500,
        )
    except ValueError as error:
        raise Forged("not a form") from error


def check_signature(
    url: str, fields: Sequence[tuple[str, str]], signature: str | None, auth_token: str
) -> None:
    """Raise Forged unless Twilio signed this form for this address (as PUBLIC_URL has it)."""
    pairs = _Pairs()
    for name, value in fields:
        pairs.setdefault(name, []).append(value)
    address = urldefrag(url).url
    if not auth_token or not signature:
        raise Forged("not signed")
    if not RequestValidator(auth_token).validate(address, pairs, signature):
        raise Forged("wrong signature")


def receive(form: Mapping[str, str], sender: str) -> Inbound | None:
    """The message somebody sent, or None: not a message, or nobody who could be answered."""
    external_id = form.get("MessageSid") or form.get("SmsSid")
    address = form.get("From", "")
    if not external_id or not _is_from_a_person(form, address, sender):
        return None
    keyword = _keyword(form)
    text = keyword or form.get("Body", "")
    return Inbound(
        channel="sms",
        sender=sender,
        address=address,
        external_id=external_id,
        text=text,
        kind=Kind.KEYWORD if keyword else _kind(form, text),
        language=numbers.language(address),
    )


def report(form: Mapping[str, str], query: Mapping[str, str], sender: str = "") -> Report | None:
    """What became of one of our messages, or None when the form tells no such thing."""
    external_id = form.get("MessageSid") or form.get("SmsSid")
    status = _OURS.get(form.get("MessageStatus") or form.get("SmsStatus") or "")
    if not external_id or status is None:
        return None
    code = _number(form.get("ErrorCode", "")) if status == "failed" else None
    why = errors.cause(code) if code else None
    return Report(
        sender=sender or "sms:" + (form.get("MessagingServiceSid") or form.get("From", "")),
        external_id=external_id,
        status=status,
        code=str(code or ""),
        message_id=_number(query.get("message", "")),
        attempt=_number(query.get("attempt", "")) or 0,
        stopped=why is errors.Cause.OPTED_OUT,
        unreachable=why is errors.Cause.ADDRESS,
        retry_in=errors.retry_in(code) if code else None,
    )


def _is_from_a_person(form: Mapping[str, str], address: str, sender: str) -> bool:
    # A status callback sent here by mistake has our own number as From.
    status = form.get("MessageStatus") or form.get("SmsStatus") or "received"
    return (
        status in ("received", "receiving")
        and _E164.fullmatch(address) is not None
        and address not in (sender.removeprefix("sms:"), form.get("To"))
    )


def _keyword(form: Mapping[str, str]) -> str:
    """What Twilio's Advanced Opt-Out took the text for, and has answered."""
    keyword = form.get("OptOutType", "").strip().upper()
    # Twilio counts YES as START; it may as well be the answer to our question.
    if keyword == "START" and form.get("Body", "").strip().upper() == "YES":
        return ""
    return keyword if keyword in ("STOP", "START", "HELP") else ""


def _kind(form: Mapping[str, str], text: str) -> Kind:
    if text.strip() or not _number(form.get("NumMedia", "")):
        return Kind.TEXT
    match form.get("MediaContentType0", "").partition("/")[0].lower():
        case "image":
            return Kind.PHOTO
        case "audio":
            return Kind.VOICE
        case _:
            return Kind.OTHER


def _number(text: str) -> int | None:
    return int(text) if _MESSAGE_ID.fullmatch(text) else None
