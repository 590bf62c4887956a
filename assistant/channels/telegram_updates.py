"""Telegram's updates: which of them are for us, and what they say."""

from collections.abc import Mapping
from typing import Any

from telegram import Bot, CallbackQuery, ChatMember, ChatMemberUpdated, Message, Update, User

from assistant.channels import Inbound, Kind

NAME = "telegram"
SHUT = (ChatMember.BANNED, ChatMember.LEFT)
_KINDS = (
    ("photo", Kind.PHOTO),
    ("sticker", Kind.STICKER),
    ("voice", Kind.VOICE),
    ("video_note", Kind.VOICE),
    ("audio", Kind.VOICE),
)


def receive(payload: Mapping[str, Any], bot: Bot) -> Inbound | None:
    """Read an update; None unless it is for us and in a private chat."""
    try:
        update = Update.de_json(dict(payload), bot)
    except (KeyError, TypeError, ValueError, AttributeError):  # not an update at all
        return None
    if not isinstance(update.update_id, int):
        return None
    sender, external_id = f"telegram:{bot.token.partition(':')[0]}", str(update.update_id)
    if update.message is not None:
        return _message(update.message, sender, external_id)
    if update.edited_message is not None:
        return _edited(update.edited_message, sender, external_id)
    if update.callback_query is not None:
        return _press(update.callback_query, sender, external_id)
    if update.my_chat_member is not None:
        return _door(update.my_chat_member, sender, external_id)
    return None


def _message(message: Message, sender: str, external_id: str) -> Inbound | None:
    if message.chat.type != "private":
        return None
    text = message.text or message.caption or ""
    return _inbound(sender, external_id, message.chat.id, message.from_user, text, _kind(message))


def _edited(message: Message, sender: str, external_id: str) -> Inbound | None:
    if message.chat.type != "private":
        return None
    text = message.text or message.caption or ""
    return _inbound(sender, external_id, message.chat.id, message.from_user, text, Kind.EDITED)


def _press(press: CallbackQuery, sender: str, external_id: str) -> Inbound | None:
    if press.message is None or press.message.chat.type != "private":
        return None
    return _inbound(
        sender, external_id, press.message.chat.id, press.from_user, press.data or "", Kind.BUTTON
    )


def _door(change: ChatMemberUpdated, sender: str, external_id: str) -> Inbound | None:
    if change.chat.type != "private":
        return None
    kind = Kind.BLOCKED if change.new_chat_member.status in SHUT else Kind.UNBLOCKED
    return _inbound(sender, external_id, change.chat.id, change.from_user, "", kind)


def _kind(message: Message) -> Kind:
    if message.text is not None:
        return Kind.TEXT
    return next((kind for name, kind in _KINDS if getattr(message, name)), Kind.OTHER)


def _inbound(  # noqa: PLR0913 - one argument for each thing an update tells
    sender: str, external_id: str, chat: int, user: User | None, text: str, kind: Kind
) -> Inbound:
    return Inbound(
        channel=NAME,
        sender=sender,
        address=str(chat),
        external_id=external_id,
        text=text,
        kind=kind,
        language=(user.language_code or "") if user else "",
        name=(user.first_name or "") if user else "",
    )
