"""What somebody did, by an update of Telegram: for us, or not."""

from typing import Any

import msgspec
from telegram import Bot, Chat, ChatMember

from assistant.channels import Inbound, Kind
from assistant.channels.telegram.updates import (
    Answered,
    Author,
    Door,
    Message,
    Place,
    Press,
    Update,
)

NAME = "telegram"
SHUT = (ChatMember.BANNED, ChatMember.LEFT)
# What else a message may hold is about the chat itself (something was pinned, a timer was set).
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


class _Said(msgspec.Struct, gc=False):
    """What one person did in one chat."""

    chat: Place
    user: Author | None
    kind: Kind
    text: Any = ""
    album: Any = None
    answers: Answered | None = None


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
        reply_to=str(said.answers.message_id) if said.answers and said.answers.message_id else "",
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


def _message(message: Message) -> _Said | None:
    if message.text is not None:
        answers = message.reply_to_message
        return _Said(message.chat, message.sender, Kind.TEXT, message.text, answers=answers)
    kind = next((kind for name, kind in KINDS.items() if getattr(message, name)), None)
    if kind is None:
        return None
    if message.media_group_id is not None and not message.caption:
        return _Said(message.chat, message.sender, Kind.ALBUM, album=message.media_group_id)
    return _Said(message.chat, message.sender, kind, message.caption or "")


def _edited(message: Message) -> _Said | None:
    """Other words; a place that moves is edited every few seconds, and has none."""
    text = message.text or message.caption
    return _Said(message.chat, message.sender, Kind.EDITED, text) if text else None


def _press(press: Press) -> _Said | None:
    if press.message is None or press.data is None:
        return None
    return _Said(press.message.chat, press.sender, Kind.BUTTON, press.data)


def _door(change: Door) -> _Said:
    shut = change.new_chat_member.status in SHUT
    return _Said(change.chat, change.sender, Kind.BLOCKED if shut else Kind.UNBLOCKED)


def _word(text: object) -> str:
    return text if isinstance(text, str) else ""
