"""A phone in the browser: a channel like the others, where handing over is delivering."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from assistant.channels import Inbound, Kind, Outbound, Receipt

SENDER = "simulated"
LANGUAGES = ("en", "es", "fr", "pt")
LONGEST = 10_000  # characters of a text

_ADDRESSES = {
    "sms": re.compile(r"\+[1-9][0-9]{6,14}"),  # E.164
    "telegram": re.compile(r"[1-9][0-9]{0,15}"),
}
_ATTACHMENTS = {"photo": Kind.PHOTO, "sticker": Kind.STICKER, "voice": Kind.VOICE}
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_REQUIRED = {"phone", "language", "text", "id"}
_MOST = {"name": 100, "text": LONGEST, "button": 64}


class Phone(NamedTuple):
    """A simulated phone by its channel and address."""

    channel: str
    address: str

    def __str__(self) -> str:
        return f"{self.channel.removeprefix('simulated_')}:{self.address}"


class Simulated:
    """The way out to every simulated phone; the page reads the messages from the database."""

    name = SENDER
    sender = SENDER
    per_second = 100_000.0
    per_address = 100_000.0
    settles = timedelta(0)

    async def send(self, message: Outbound) -> Receipt:
        return Receipt(_external_id(message), delivered=True)

    async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
        """Nothing is lost on the way to a page that reads the same database."""
        return _external_id(message)

    async def knock(self) -> None:
        """It is always there."""

    async def close(self) -> None:
        """Nothing is open."""


def read_phone(text: str) -> Phone:
    """The phone that a page calls "sms:+12125550123" or "telegram:123456"; raises ValueError."""
    channel, _, address = text.partition(":")
    if channel not in _ADDRESSES or not _ADDRESSES[channel].fullmatch(address):
        raise ValueError("phone")
    return Phone(f"simulated_{channel}", address)


def receive(payload: Any) -> Inbound:
    """Read what a page sends; raises ValueError naming the field that is wrong."""
    fields = _fields(payload)
    phone = read_phone(fields["phone"])
    if fields["language"] not in LANGUAGES:
        raise ValueError("language")
    if not _ID.fullmatch(fields["id"]):
        raise ValueError("id")
    kind = _kind(fields)
    return Inbound(
        channel=phone.channel,
        sender=SENDER,
        address=phone.address,
        external_id=fields["id"],
        text=fields["button"] if kind is Kind.BUTTON else fields["text"],
        kind=kind,
        language=fields["language"],
        # An SMS brings a number and nothing else.
        name=fields.get("name", "") if phone.channel == "simulated_telegram" else "",
    )


def _fields(payload: Any) -> Mapping[str, str]:
    if not isinstance(payload, dict) or not payload.keys() >= _REQUIRED:
        raise ValueError("fields")
    for name, value in payload.items():
        if name not in _REQUIRED | _MOST.keys() | {"attachment"} or not isinstance(value, str):
            raise ValueError("fields")
        if len(value) > _MOST.get(name, 100):
            raise ValueError(name)
    return payload


def _kind(fields: Mapping[str, str]) -> Kind:
    if "button" in fields and "attachment" in fields:
        raise ValueError("button")
    if "button" in fields:
        return Kind.BUTTON
    if "attachment" not in fields:
        return Kind.TEXT
    if fields["attachment"] not in _ATTACHMENTS:
        raise ValueError("attachment")
    return _ATTACHMENTS[fields["attachment"]]


def _external_id(message: Outbound) -> str:
    return f"simulated:{message.id}"
