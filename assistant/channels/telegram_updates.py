"""Telegram's updates: which of them are for us, and what they say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Bot, CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User

from assistant import logs
from assistant.channels import Inbound, Kind

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


@dataclass(frozen=True, slots=True)
class _Said:
    """What one person did in one chat."""

    chat: Chat
    user: User | None
    kind: Kind
    text: str = ""


def receive(payload: Mapping[str, Any], bot: Bot) -> Inbound | None:
    """Read an update; None unless it is for us and in a private chat."""
    try:
        update = Update.de_json(dict(payload), bot)
        said = _said(update)
    except Exception as error:  # what is no update fails in the library in a hundred ways
        log.warning("update not read", code=type(error).__name__)
        return None
    if said is None or said.chat.type != Chat.PRIVATE:
        return None
    return Inbound(
        channel=NAME,
        sender=f"{NAME}:{bot.token.partition(':')[0]}",
        address=str(said.chat.id),
        external_id=str(update.update_id),
        text=_word(said.text),
        kind=said.kind,
        language=_word(said.user and said.user.language_code),
        name=_word(said.user and said.user.first_name),
    )


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
        return _Said(message.chat, message.from_user, Kind.TEXT, message.text)
    kind = next((kind for name, kind in KINDS.items() if getattr(message, name)), None)
    if kind is None:
        return None
    return _Said(message.chat, message.from_user, kind, message.caption or "")


def _edited(message: Message) -> _Said | None:
    """Other words; a place that moves is edited every few seconds, and has none."""
    text = message.text or message.caption
    return _Said(message.chat, message.from_user, Kind.EDITED, text) if text else None


def _press(press: CallbackQuery) -> _Said | None:
    if press.message is None or press.data is None:
        return None
    return _Said(press.message.chat, press.from_user, Kind.BUTTON, press.data)


def _door(change: ChatMemberUpdated) -> _Said:
    shut = change.new_chat_member.status in SHUT
    return _Said(change.chat, change.from_user, Kind.BLOCKED if shut else Kind.UNBLOCKED)


def _word(text: object) -> str:
    return text if isinstance(text, str) else ""
