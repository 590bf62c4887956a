"""Telegram's updates, as far as they can be for us."""

import json
from typing import Annotated, Any

import msgspec

from assistant.ops import logs

log = logs.get("telegram")

UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]

Date = Annotated[int, msgspec.Meta(ge=0, le=253_402_300_799)]  # seconds: up to the year 9999
Thing = dict[str, Any]


class _Part(msgspec.Struct, gc=False):
    """Of what Telegram tells, only what is read here: the library's own objects of an update
    cost more than a turn."""


class Place(_Part):
    id: int
    type: str


class Author(_Part):
    first_name: Any = None
    language_code: Any = None


class Answered(_Part):
    """The message that one answers."""

    message_id: int = 0


class Message(_Part):
    chat: Place
    date: Date = 0
    sender: Author | None = msgspec.field(name="from", default=None)
    text: Any = None
    caption: Any = None
    photo: list[Any] | None = None
    animation: Thing | None = None
    audio: Thing | None = None
    checklist: Thing | None = None
    contact: Thing | None = None
    dice: Thing | None = None
    document: Thing | None = None
    game: Thing | None = None
    location: Thing | None = None
    paid_media: Thing | None = None
    poll: Thing | None = None
    sticker: Thing | None = None
    story: Thing | None = None
    venue: Thing | None = None
    video: Thing | None = None
    media_group_id: Any = None
    video_note: Thing | None = None
    voice: Thing | None = None
    reply_to_message: Answered | None = None


class Pressed(_Part):
    """The message under which a button was, or that it is too old to be seen."""

    chat: Place


class Press(_Part):
    id: Any = None
    sender: Author | None = msgspec.field(name="from", default=None)
    message: Pressed | None = None
    data: Any = None


class Membership(_Part):
    status: str


class Door(_Part):
    chat: Place
    sender: Author = msgspec.field(name="from")
    new_chat_member: Membership


class Update(_Part):
    """Something that happened, as far as it can be for us."""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Press | None = None
    my_chat_member: Door | None = None


NOTHING = Update(0)
_UPDATE = msgspec.json.Decoder(Update)


def read(body: bytes) -> Update:
    """The update in a webhook's body; raises ValueError where that is no JSON."""
    try:
        return _UPDATE.decode(body)
    except (ValueError, RecursionError):  # no update, or JSON that only Python's own reader takes
        pass
    try:
        return understand(json.loads(body))
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def understand(payload: object) -> Update:
    """The update in what was JSON; NOTHING where there is none in it."""
    try:
        return msgspec.convert(payload, Update)
    except msgspec.ValidationError as error:
        log.warning("update not read", code=type(error).__name__)
        return NOTHING
