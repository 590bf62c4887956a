"""A Twilio account as its REST API shows it: messages, who has opted out, what goes wrong."""

import asyncio
import base64
import hashlib
import hmac
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlencode

STOP_WORDS = {"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"}
START_WORDS = {"START", "YES", "UNSTOP"}
HELP_WORDS = {"HELP", "INFO"}
OWN_WORDS = {
    "STOP": "You have successfully been unsubscribed. Reply START to resubscribe.",
    "START": "You have successfully been re-subscribed to messages from this number.",
    "HELP": "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
}


class Refused(Exception):
    """A request that Twilio turns down, with its HTTP status and its own code."""

    def __init__(self, status: int, code: int, retry_after: str = "") -> None:
        super().__init__(code)
        self.status, self.code, self.retry_after = status, code, retry_after


@dataclass
class Fault:
    """What goes wrong with the next sends, to anybody or to one number."""

    act: str = "refuse"  # "refuse", "hang", "reset", "undeliver"
    times: int = 1
    number: str = ""
    status: int = 400
    code: int = 0
    retry_after: str = ""
    recorded: bool = False  # the message is taken all the same


@dataclass
class Behaviour:
    """How Twilio behaves until told otherwise."""

    inbound_url: str = ""
    answers_stop: bool = False  # Twilio's own STOP, START and HELP
    advanced_opt_out: bool = False  # says so in OptOutType
    statuses: Sequence[str] = ("sent", "delivered")  # called back, in this order
    copies: int = 1  # of each callback
    shuffle: bool = False
    hold: bool = False  # nothing happens, nothing is called back, until released
    early: bool = False  # called back before the request is answered
    lists: bool = True  # the list of messages can be read
    retry_wait: float = 0.1  # before the first repetition of a failed webhook; then twice as long


@dataclass
class Account:
    """One account with one number and one messaging service, and all it was asked to do."""

    sid: str = "AC" + "0" * 31 + "1"
    token: str = "fake-auth-token"
    number: str = "+15550009999"
    service: str = "MG" + "0" * 31 + "1"
    behaviour: Behaviour = field(default_factory=Behaviour)
    faults: list[Fault] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    heard: dict[str, list[str]] = field(default_factory=dict)  # texts on each person's phone
    opted_out: set[str] = field(default_factory=set)
    requests: list[dict[str, Any]] = field(default_factory=list)  # every send that was asked for
    called: list[dict[str, Any]] = field(default_factory=list)  # every webhook, with its answers
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    def take(self, form: Mapping[str, str]) -> dict[str, Any]:
        """A new outbound message, or Refused as Twilio would."""
        to, body = form.get("To", ""), form.get("Body", "")
        _check(re.fullmatch(r"\+[1-9]\d{6,14}", to), 21211)
        _check(body, 21602)
        _check(len(body) <= 1600, 21617)
        _check(form.get("MessagingServiceSid", self.service) == self.service, 21705)
        _check("MessagingServiceSid" in form or form.get("From") == self.number, 21606)
        _check(to not in self.opted_out, 21610)
        return self.add("outbound-api", self.number, to, body, form)

    def add(
        self, direction: str, sender: str, to: str, body: str, form: Mapping[str, str]
    ) -> dict[str, Any]:
        """A message, kept as the API shows it; what only the fake knows begins with `_`."""
        service = form.get("MessagingServiceSid")
        message = {
            "sid": "SM" + uuid.uuid4().hex,
            "account_sid": self.sid,
            "messaging_service_sid": service,
            "direction": direction,
            "from": sender,
            "to": to,
            "body": body,
            "status": "accepted" if service else "queued",
            "date_created": now(),
            "date_sent": None,
            "num_segments": "0" if service else "1",
            "num_media": form.get("NumMedia", "0"),
            "error_code": None,
            "_callback": form.get("StatusCallback", ""),
        }
        self.messages.append(message)
        return message

    def fault(self, number: str) -> Fault | None:
        """The next thing that goes wrong for this number, used up by asking."""
        for fault in self.faults:
            if fault.number in ("", number):
                fault.times -= 1
                if fault.times < 1:
                    self.faults.remove(fault)
                return fault
        return None

    def happen(self, message: dict[str, Any], statuses: Sequence[str], code: int) -> None:
        """The message leaves, and arrives unless it has a code."""
        message["date_sent"] = now()
        message["status"] = statuses[-1] if statuses else "delivered"
        message["error_code"] = code or None

    def listed(self, query: Mapping[str, str], base: str) -> dict[str, Any]:
        """A page of messages, newest first."""
        size = int(query.get("PageSize", 50))
        _check(1 <= size <= 1000, 20001)  # as its OpenAPI description says
        start = int(query.get("PageToken", "0"))
        found = [m for m in reversed(self.messages) if _matches(m, query)]
        rest = {**query, "PageToken": str(start + size)}
        more = start + size < len(found)
        return {
            "messages": [shown(m) for m in found[start : start + size]],
            "page": start // size,
            "page_size": size,
            "uri": base,
            "next_page_uri": f"{base}?{urlencode(rest)}" if more else None,
        }

    def sign(self, url: str, fields: Iterable[tuple[str, str]]) -> str:
        """The signature Twilio would send: the address without its fragment, then the fields."""
        text = url.partition("#")[0] + "".join(f"{k}{v}" for k, v in sorted(set(fields)))
        digest = hmac.new(self.token.encode(), text.encode(), hashlib.sha1).digest()
        return base64.b64encode(digest).decode()

    def keyword(self, body: str) -> str:
        """STOP, START or HELP when the whole text is such a word to Twilio."""
        word = body.strip().upper()
        for name, words in (("STOP", STOP_WORDS), ("START", START_WORDS), ("HELP", HELP_WORDS)):
            if word in words:
                return name
        return ""

    async def deliver(self, number: str, text: str) -> None:
        """A text shows up on a person's phone."""
        async with self.news:
            self.heard.setdefault(number, []).append(text)
            self.news.notify_all()


def now() -> datetime:
    """This second: Twilio knows no finer time."""
    return datetime.now(UTC).replace(microsecond=0)


def shown(message: Mapping[str, Any]) -> dict[str, Any]:
    """The message as JSON."""
    times = {k: v and format_datetime(v) for k, v in message.items() if k.startswith("date_")}
    return {k: v for k, v in {**message, **times}.items() if not k.startswith("_")}


def _check(holds: object, code: int) -> None:
    if not holds:
        raise Refused(400, code)


def _matches(message: Mapping[str, Any], query: Mapping[str, str]) -> bool:
    if query.get("To", message["to"]) != message["to"]:
        return False
    if query.get("From", message["from"]) != message["from"]:
        return False
    asked = {k: _read(v) for k, v in query.items() if k.startswith("DateSent")}
    sent = message["date_sent"]
    if not asked or sent is None:
        return not asked
    on_day = asked.get("DateSent", sent).date() == sent.date()
    return on_day and asked.get("DateSent>", sent) <= sent <= asked.get("DateSent<", sent)


def _read(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
