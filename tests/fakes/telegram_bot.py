"""A bot as Telegram's servers know it: its chats, its messages, what waits for it, what fails."""

import asyncio
import math
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

TOKEN = "4242:fake-bot-token"
LONGEST = 4096  # UTF-16 units of a text
LONGEST_DATA = 64  # bytes of a button's data
# https://core.telegram.org/bots/faq: one message a second in a chat, with short bursts, and
# about 30 a second overall. A little more is let pass: messages bunch up on their way.
PER_CHAT, BURST = 1.0, 3.2
OVERALL = 30.0

PHRASES = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    429: "Too Many Requests",
    500: "Internal Server Error",
}
OLD_PRESS = "Bad Request: query is too old and response timeout expired or query ID is invalid"


class Refused(Exception):
    """A request that Telegram turns down."""

    def __init__(self, status: int, description: str = "", retry_after: int = 0) -> None:
        super().__init__(status)
        self.status, self.retry_after = status, retry_after
        wait = f": retry after {retry_after}" if retry_after else ""
        self.description = description or PHRASES.get(status, "") + wait


@dataclass
class Fault:
    """What goes wrong with the next calls of a method, in one chat or in any."""

    act: str = "refuse"  # "refuse", "hang" (no answer ever), "reset" (the connection), "slow"
    times: int = 1
    chat: int = 0
    method: str = "sendMessage"
    status: int = 400
    description: str = ""
    retry_after: int = 0
    recorded: bool = False  # the message arrives all the same
    seconds: float = 0.2  # how slow


@dataclass
class Behaviour:
    """How Telegram behaves until told otherwise."""

    limit: bool = False  # answers 429 by itself, as the FAQ says
    press_lives: float = 15.0  # seconds in which a press can be answered
    copies: int = 1  # of each update that a webhook is sent
    hold: bool = False  # a webhook is sent nothing until released
    retry_wait: float = 0.1  # before an update that was not taken is sent again


@dataclass
class Sent:
    """A message of the bot, as it stands in the chat."""

    chat: int
    text: str
    buttons: list[list[list[str]]]  # rows of (label, data)
    message_id: int
    at: float
    request: int  # the place of its HTTP request among all
    file: bytes = b""


class Bell:
    """Wakes who waits for something to become true."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Something has changed."""
        for one in self._waiting:
            if not one.done():
                one.set_result(None)
        self._waiting.clear()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until it holds."""
        while not holds():
            one = asyncio.get_running_loop().create_future()
            self._waiting.add(one)
            try:
                await one
            finally:
                self._waiting.discard(one)


class Bucket:
    """So many at once, so many a second after that."""

    def __init__(self, rate: float, most: float, now: float) -> None:
        self._rate, self._most = rate, most
        self._left, self._at = most, now

    def wait(self, now: float) -> float:
        """Seconds until the next is allowed; 0 takes it."""
        self._left = min(self._most, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return (1 - self._left) / self._rate
        self._left -= 1
        return 0.0


@dataclass
class Bot:
    """One bot and all the chats it is in."""

    token: str = TOKEN
    behaviour: Behaviour = field(default_factory=Behaviour)
    faults: list[Fault] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)  # everything that arrived, in order
    requests: list[dict[str, Any]] = field(default_factory=list)  # every call of a method
    waiting: dict[int, dict[str, Any]] = field(default_factory=dict)  # updates, by id
    wanted: list[str] = field(default_factory=list)  # kinds of updates; empty: all
    blocked: set[int] = field(default_factory=set)
    presses: dict[str, float] = field(default_factory=dict)  # when, by id; until answered
    answered: list[str] = field(default_factory=list)  # ids of presses
    chats: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    heard: dict[int, Bell] = field(default_factory=lambda: defaultdict(Bell))
    changed: Bell = field(default_factory=Bell)  # an update, a webhook or a poller has come
    last_id: int = 0  # of a message
    last_update: int = 1000
    _buckets: dict[int, Bucket] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.token.partition(":")[0])

    def me(self) -> dict[str, Any]:
        """The bot as a Telegram user."""
        return {"id": self.id, "is_bot": True, "first_name": "Fake", "username": "fake_bot"}

    def put(self, **update: Any) -> int:
        """Something happened in a chat; the update waits until it is fetched or delivered."""
        if self.wanted and not self.wanted.count(next(iter(update))):
            return 0
        self.last_update += 1
        self.waiting[self.last_update] = {"update_id": self.last_update, **update}
        self.changed.ring()
        return self.last_update

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def fault(self, method: str, chat: int) -> Fault:
        """What goes wrong with this call, used up by asking; without an act when nothing does."""
        for fault in self.faults:
            if fault.method in ("", method) and fault.chat in (0, chat):
                fault.times -= 1
                if fault.times < 1:
                    self.faults.remove(fault)
                return fault
        return Fault(act="")

    def check(self, chat: int, text: str, buttons: list[list[list[str]]]) -> None:
        """Raise Refused where Telegram would."""
        if chat in self.blocked:
            raise Refused(403)
        if not text.strip():
            raise Refused(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le", "replace")) > LONGEST * 2:
            raise Refused(400, "Bad Request: message is too long")
        if any(not 0 < len(data.encode()) <= LONGEST_DATA for row in buttons for _, data in row):
            raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
        if self.behaviour.limit:
            self._count(chat)

    def keep(self, chat: int, text: str, buttons: list[list[list[str]]], request: int) -> Sent:
        """A message shows up in the chat."""
        sent = Sent(chat, text, buttons, self.next_id(), time.time(), request)
        self.sent.append(sent)
        self.chats[chat].append(sent)
        self.heard[chat].ring()
        return sent

    def find(self, chat: int, message_id: int) -> Sent | None:
        return next((s for s in reversed(self.chats[chat]) if s.message_id == message_id), None)

    def answer(self, press: str) -> None:
        """A press is answered: once it is too old, or unknown, it cannot be."""
        at = self.presses.get(press)
        if at is None or time.time() - at > self.behaviour.press_lives:
            raise Refused(400, OLD_PRESS)
        self.answered.append(press)

    def _count(self, chat: int) -> None:
        now = time.monotonic()
        all_of_them = self._buckets.setdefault(0, Bucket(OVERALL, OVERALL, now))
        this = self._buckets.setdefault(chat, Bucket(PER_CHAT, BURST, now))
        if wait := this.wait(now) or all_of_them.wait(now):
            raise Refused(429, retry_after=math.ceil(wait))


def shown(bot: Bot, sent: Sent) -> dict[str, Any]:
    """A message of the bot as the Bot API shows it."""
    message = {
        "message_id": sent.message_id,
        "from": bot.me(),
        "chat": {"id": sent.chat, "type": "private"},
        "date": int(sent.at),
        "text": sent.text,
    }
    if sent.buttons:
        message["reply_markup"] = {"inline_keyboard": [_row(row) for row in sent.buttons]}
    return message


def rows(markup: Mapping[str, Any] | None) -> list[list[list[str]]]:
    """The rows of an inline keyboard."""
    keyboard = (markup or {}).get("inline_keyboard", [])
    return [[[key["text"], key.get("callback_data", "")] for key in row] for row in keyboard]


def _row(row: list[list[str]]) -> list[dict[str, str]]:
    return [{"text": label, "callback_data": data} for label, data in row]
