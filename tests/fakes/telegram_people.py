"""Somebody with Telegram: what they do becomes updates, what the bot sends is on their screen."""

import asyncio
import secrets
import time
from typing import Any

from tests.fakes.telegram_bot import Bot, Sent, shown

THINGS: dict[str, dict[str, Any]] = {
    "photo": {
        "photo": [{"file_id": "P", "file_unique_id": "p", "width": 90, "height": 60}],
    },
    "sticker": {
        "sticker": {
            "file_id": "S",
            "file_unique_id": "s",
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
        }
    },
    "voice": {"voice": {"file_id": "V", "file_unique_id": "v", "duration": 3}},
    "document": {"document": {"file_id": "D", "file_unique_id": "d"}},
    "location": {"location": {"latitude": 52.5, "longitude": 13.4}},
}


class Person:
    """Whoever is behind a chat id; everything they do returns the id of its update."""

    def __init__(self, bot: Bot, chat: int, name: str = "Jay", language: str = "en") -> None:
        self.bot, self.chat = bot, chat
        self.name, self.language = name, language

    def says(self, text: str) -> int:
        """Write a text."""
        return self.bot.put(message=self._message(text=text))

    def starts(self, payload: str = "") -> int:
        """Open the chat, perhaps by a link with a payload."""
        text = f"/start {payload}".strip()
        command = {"type": "bot_command", "offset": 0, "length": 6}
        return self.bot.put(message=self._message(text=text, entities=[command]))

    def sends(self, thing: str, caption: str = "") -> int:
        """Send what is no text: see THINGS."""
        words = {"caption": caption} if caption else {}
        return self.bot.put(message=self._message(**THINGS[thing], **words))

    def edits(self, text: str) -> int:
        """Change the words of an earlier text."""
        return self.bot.put(edited_message=self._message(text=text, edit_date=int(time.time())))

    def presses(self, label: str) -> int:
        """Press the newest button that says this."""
        messages = reversed(self.bot.chats[self.chat])
        for sent in messages:
            for name, data in (pair for row in sent.buttons for pair in row):
                if name == label:
                    return self._press(sent, data)
        raise ValueError(label)

    def blocks(self) -> int:
        """Block the bot: it cannot write here any more."""
        self.bot.blocked.add(self.chat)
        return self._door("member", "kicked")

    def unblocks(self) -> int:
        """Take the bot back."""
        self.bot.blocked.discard(self.chat)
        return self._door("kicked", "member")

    @property
    def texts(self) -> list[str]:
        """What the bot has written so far."""
        return [sent.text for sent in self.bot.chats[self.chat]]

    @property
    def buttons(self) -> list[str]:
        """The labels under its newest message."""
        newest = self.bot.chats[self.chat][-1]
        return [label for row in newest.buttons for label, _ in row]

    async def hears(self, count: int, within: float = 60.0) -> list[str]:
        """All that the bot has written, as soon as it is so much."""
        async with asyncio.timeout(within):
            await self.bot.heard[self.chat].until(lambda: len(self.texts) >= count)
        return self.texts

    def _press(self, sent: Sent, data: str) -> int:
        press = secrets.token_hex(8)
        self.bot.presses[press] = time.time()
        query = {
            "id": press,
            "from": self._user(),
            "message": shown(self.bot, sent),
            "chat_instance": "1",
            "data": data,
        }
        return self.bot.put(callback_query=query)

    def _door(self, old: str, new: str) -> int:
        bot = self.bot.me()
        change = {
            "chat": self._chat(),
            "from": self._user(),
            "date": int(time.time()),
            "old_chat_member": _member(bot, old),
            "new_chat_member": _member(bot, new),
        }
        return self.bot.put(my_chat_member=change)

    def _message(self, **content: Any) -> dict[str, Any]:
        return {
            "message_id": self.bot.next_id(),
            "from": self._user(),
            "chat": self._chat(),
            "date": int(time.time()),
            **content,
        }

    def _user(self) -> dict[str, Any]:
        user = {"id": self.chat, "is_bot": False, "first_name": self.name}
        return user | ({"language_code": self.language} if self.language else {})

    def _chat(self) -> dict[str, Any]:
        return {"id": self.chat, "first_name": self.name, "type": "private"}


def _member(bot: dict[str, Any], status: str) -> dict[str, Any]:
    return {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
