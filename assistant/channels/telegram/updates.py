"""Telegram's updates: which of them are for us, and what they say."""

import json
from typing import Annotated, Any

import msgspec
from telegram import Bot, Chat, ChatMember

from assistant.channels import Inbound, Kind
from assistant.ops import logs

log = logs.get("telegram")

NAME = "telegram"
UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
SHUT = (ChatMember.BANNED, ChatMember.LEFT)
# What else a message may hold is Telegram's own news (something was pinned, a timer was set).
KINDS = {
    "photo": Kind.PHOTO,
    "sticker": Kind.STICKER,
    "voice": Kind.VOICE,
    "video_note": Kind.VOICE,
    "audio": Kind.VOICE,
    **dict.fromkeys(
        ("animation", "checklist", "contact", "dice", "document", "game", "location"), Kind.OTHER
    ),
    **dict.fromkeys(("paid_media", "poll", "story", "venue", "video"), Kind.OTHER),
}


Date = Annotated[int, msgspec.Meta(ge=0, le=253_402_300_799)]  # seconds: up to the year 9999
Thing = dict[str, Any]


class _Part(msgspec.Struct, gc=False):
    """Of what Telegram tells, only what is read here: the library's own objects of an update
    cost more than a turn."""


class _Chat(_Part):
    id: int
    type: str


class _User(_Part):
    first_name: Any = None
    language_code: Any = None


class _Message(_Part):
    chat: _Chat
    date: Date = 0
    sender: _User | None = msgspec.field(name="from", default=None)
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


class _Pressed(_Part):
    """The message under which a button was, or that it is too old to be seen."""

    chat: _Chat


class _Press(_Part):
    id: Any = None
    sender: _User | None = msgspec.field(name="from", default=None)
    message: _Pressed | None = None
    data: Any = None


class _Member(_Part):
    status: str


class _Door(_Part):
    chat: _Chat
    sender: _User = msgspec.field(name="from")
    new_chat_member: _Member


class Update(_Part):
    """Something that happened, as far as it can be for us."""

    update_id: int
    message: _Message | None = None
    edited_message: _Message | None = None
    callback_query: _Press | None = None
    my_chat_member: _Door | None = None


class _Said(_Part):
    """What one person did in one chat."""

    chat: _Chat
    user: _User | None
    kind: Kind
    text: Any = ""
    album: Any = None


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


def receive(update: Update, bot: Bot) -> Inbound | None:
    """What somebody did; None unless it is for us and in a private chat."""
    said = _said(update)
    if said is None or said.chat.type != Chat.PRIVATE:
        return None
    return Inbound(
        channel=NAME,
        sender=f"{NAME}:{bot.token.partition(':')[0]}",
        address=str(said.chat.id),
        external_id=_external_id(update, said),
        text=_word(said.text),
        kind=said.kind,
        language=_word(said.user and said.user.language_code),
        name=_word(said.user and said.user.first_name),
    )


def _external_id(update: Update, said: _Said) -> str:
    """Each photo of an album is an update of its own; those without words are one message."""
    return str(update.update_id) if said.album is None else f"album {_word(said.album)[:40]}"


def _said(update: Update) -> _Said | None:
    if update.message is not None:
        return _message(update.message)
    if update.edited_message is not None:
        return _edited(update.edited_message)
    if update.callback_query is not None:
        return _press(update.callback_query)
    if update.my_chat_member is not None:
        return _door(update.my_chat_member)
    return None


def _message(message: _Message) -> _Said | None:
    if message.text is not None:
        return _Said(message.chat, message.sender, Kind.TEXT, message.text)
    kind = next((kind for name, kind in KINDS.items() if getattr(message, name)), None)
    if kind is None:
        return None
    if message.media_group_id is not None and not message.caption:
        return _Said(message.chat, message.sender, Kind.ALBUM, album=message.media_group_id)
    return _Said(message.chat, message.sender, kind, message.caption or "")


def _edited(message: _Message) -> _Said | None:
    """Other words; a place that moves is edited every few seconds, and has none."""
    text = message.text or message.caption
    return _Said(message.chat, message.sender, Kind.EDITED, text) if text else None


def _press(press: _Press) -> _Said | None:
    if press.message is None or press.data is None:
        return None
    return _Said(press.message.chat, press.sender, Kind.BUTTON, press.data)


def _door(change: _Door) -> _Said:
    shut = change.new_chat_member.status in SHUT
    return _Said(change.chat, change.sender, Kind.BLOCKED if shut else Kind.UNBLOCKED)


def _word(text: object) -> str:
    return text if isinstance(text, str) else ""
