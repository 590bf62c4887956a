"""The contract between the product and the ways to reach people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from time import monotonic
from typing import NamedTuple, Protocol

CARRIES_FILES = frozenset({"telegram"})  # channels
CONTRADICTED = "contradicted"  # the code of a no for no reason, with the status of a yes


class Kind(StrEnum):
    """What an inbound message is; everything but TEXT and BUTTON carries no answer."""

    TEXT = "text"
    BUTTON = "button"
    KEYWORD = "keyword"  # STOP, START or HELP in whatever words: the provider has answered it
    PHOTO = "photo"
    ALBUM = "album"  # several at once, without words: one thing
    STICKER = "sticker"
    VOICE = "voice"
    OTHER = "other"  # a document, a place, a contact, an MMS without words
    EDITED = "edited"  # words changed after they were sent
    BLOCKED = "blocked"  # the person shut the door: nothing may be sent to this address
    UNBLOCKED = "unblocked"
    INSIDE = "inside"  # an internal event; `text` is the event as JSON


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing a person sent, as every channel tells it."""

    channel: str  # "telegram", "sms", "simulated_telegram", "simulated_sms"
    sender: str  # our side of it: "telegram:<bot id>", "sms:<number or service>", "simulated"
    address: str  # their side: a chat id, a number in E.164
    external_id: str  # unique per sender
    text: str
    kind: Kind = Kind.TEXT
    language: str = ""  # a hint: "pt", "es-MX"; empty when the channel knows none
    name: str = ""  # what the channel says they are called
    sent_at: datetime | None = None  # at the latest; None: just now
    reply_to: str = ""  # the external id of ours that it answers, where the channel tells


@dataclass(frozen=True, slots=True)
class File:
    """Something that goes with a message, where the channel carries files."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Outbound:
    """One message to hand over to a channel."""

    id: int
    address: str
    text: str
    buttons: tuple[tuple[str, str], ...] = ()  # (label, opaque token of at most 64 bytes)
    queued_at: datetime | None = None
    reply: bool = True  # an answer to something the person did; broadcasts are not
    attempt: int = 0  # which sending of it this is; the number grows with each
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the channel said on taking a message."""

    external_id: str
    delivered: bool = False  # True where handing over is delivering


@dataclass(frozen=True, slots=True)
class Report:
    """A status callback: what became of a message handed over earlier."""

    sender: str
    external_id: str
    status: str  # "sent", "delivered", "failed"
    code: str = ""  # why it failed
    message_id: int | None = None  # ours, where the provider carries it back
    attempt: int = 0  # which sending of ours it speaks of
    stopped: bool = False  # the carrier says the person has opted out
    unreachable: bool = False  # the address is no use any more
    retry_in: timedelta | None = None  # it may pass later


class Heard(NamedTuple):
    """What a provider's clock said, and when that was by a clock that nobody sets."""

    moment: datetime
    ticks: float


def heard(date: str | None) -> Heard | None:
    """The moment in the Date of an answer."""
    try:
        told = parsedate_to_datetime(date or "")
    except ValueError:
        return None
    return Heard(told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC), monotonic())


class Channel(Protocol):
    """One way out, for one sender."""

    name: str
    sender: str
    per_second: float  # segments (SMS) or messages (Telegram) the sender may send
    per_address: float  # messages a second to one address; a burst of three is allowed
    settles: timedelta  # how long until the result of an unanswered send can be looked up

    async def send(self, message: Outbound) -> Receipt:
        """Hand over one message; raises SendError."""

    async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
        """The external id of a message whose result is unknown, or None when it cannot be found.

        `taken` are external ids that belong to other messages. Raises SendError when the
        provider cannot be asked.
        """

    async def knock(self) -> None:
        """Ask the provider for something harmless; raises SendError unless it answers."""

    async def close(self) -> None: ...


class SendError(Exception):
    """The channel refused the message for good."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TryLater(SendError):
    """The channel is busy or out of reach; the same message may pass later."""

    def __init__(
        self, code: str, wait: timedelta | None = None, *, everybody: bool = False
    ) -> None:
        super().__init__(code)
        self.wait = wait  # exactly this long when the provider said so; None: our own backoff
        self.everybody = everybody  # the whole sender must wait, not this address alone


class Unknown(SendError):
    """The request was written and no answer that says what became of it came: the message may
    have been delivered."""


class Stopped(SendError):
    """The person has opted out at the carrier; do not write to them again."""


class Unreachable(SendError):
    """This address is no use any more: blocked, deactivated, not a mobile number."""


class Paused(SendError):
    """The account is refused (token, credit, registration): hold everything, tell the operator."""


class Forged(Exception):
    """A webhook that its provider did not sign."""
