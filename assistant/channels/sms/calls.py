"""Phone calls through Twilio: words that are read out, and a key that answers them."""

import re
from collections.abc import Awaitable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]
from twilio.twiml.voice_response import VoiceResponse  # type: ignore[import-untyped]

from assistant.channels import (
    Forged,
    Heard,
    Inbound,
    Kind,
    Outbound,
    Receipt,
    SendError,
    Stopped,
    Unknown,
    Unreachable,
)
from assistant.channels.sms.http import Transport

KEY_PATH = "/channels/voice/key"
RINGS = 30  # seconds
LISTENS = 15  # seconds for a key, after the words
_AGAIN = 2  # times that the words are read
_NEWEST = 20  # calls to one person since the one that is looked for
_CLOCKS_DIFFER = timedelta(minutes=1)
_VOICES = {"en": "en-US", "es": "es-MX", "fr": "fr-FR", "pt": "pt-BR"}
_SID = re.compile(r"CA[0-9a-f]{32}")
_ANY_SID = re.compile(r"CA[0-9a-f]{32}(?![0-9a-f])")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


class Calls:
    """One way out by phone: a number of ours. A message's only button is the key 1; its label is
    the language in which the words are read."""

    name = "voice"
    per_second = 1.0
    per_address = 1.0
    settles = timedelta(seconds=60)

    def __init__(
        self, account_sid: str, auth_token: str, number: str, api_url: str, public_url: str
    ) -> None:
        self.sender = f"voice:{number}"
        self._number, self._public_url = number, public_url
        self._transport = Transport(api_url, 8.0)
        self._client = Client(account_sid, auth_token, http_client=self._transport)

    async def send(self, message: Outbound) -> Receipt:
        """Call them; raises SendError."""
        calling = self._client.calls.create_async(
            to=message.address,
            from_=self._number,
            twiml=_read_out(message, self._public_url),
            timeout=RINGS,
        )
        try:
            taken = await _understood(calling)
        except (Stopped, Unreachable) as error:  # by phone: they may be reached by text
            raise SendError(error.code) from error
        if not taken.sid:
            raise Unknown("unreadable")
        return Receipt(taken.sid, delivered=True)

    async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
        """The one call of ours to them that can be this one."""
        if message.queued_at is None:
            return None
        newest = await _understood(
            self._client.calls.list_async(to=message.address, from_=self._number, limit=_NEWEST)
        )
        earliest = message.queued_at - _CLOCKS_DIFFER
        fitting = [
            one.sid
            for one in newest
            if one.sid not in taken and one.date_created and one.date_created >= earliest
        ]
        return str(fitting[0]) if len(fitting) == 1 else None

    @property
    def heard(self) -> Heard | None:
        return self._transport.heard

    async def knock(self) -> None:
        """Raise SendError unless Twilio answers and knows the account."""
        await _understood(self._client.calls.list_async(limit=1, page_size=1))

    async def close(self) -> None:
        """Close the connections to Twilio."""
        await self._transport.close()


def pressed(
    fields: Sequence[tuple[str, str]], query: Mapping[str, str], ours: tuple[str, str], sender: str
) -> Inbound | None:
    """The key that somebody pressed, as the button of the text that they got as well; None where
    it is another key. `ours` are account and number; raises Forged."""
    form = dict(fields)
    account, number = ours
    if len(form) < len(fields) or form.get("AccountSid") != account:
        raise Forged("wrong fields")
    sid, to = form.get("CallSid", ""), form.get("To", "")
    if not _SID.fullmatch(sid) or form.get("From") != number or not _E164.fullmatch(to):
        raise Forged("not our call")
    if any(found != sid for value in form.values() for found in _ANY_SID.findall(value)):
        raise Forged("two calls")
    if form.get("Digits") != "1" or "press" not in query:
        return None
    return Inbound("sms", sender, to, f"{sid}:1", query["press"], Kind.BUTTON)


def said(words: str, language: str) -> str:
    """TwiML that says these words and ends the call."""
    response = VoiceResponse()
    if words:
        response.say(words, language=_VOICES.get(language, "en-US"))
    return str(response)


def _read_out(message: Outbound, public_url: str) -> str:
    ((language, press),) = message.buttons
    response = VoiceResponse()
    asked = urlencode({"press": press, "language": language}, safe=":")
    gather = response.gather(
        input="dtmf",
        num_digits=1,
        timeout=LISTENS,
        action=f"{public_url.rstrip('/')}{KEY_PATH}?{asked}",
        method="POST",
    )
    gather.say(message.text, language=_VOICES.get(language, "en-US"), loop=_AGAIN)
    return str(response)


async def _understood(answer: Awaitable[Any]) -> Any:
    # An answer that cannot be read does not say that nobody was called.
    try:
        return await answer
    except (TwilioException, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unknown("unreadable") from error
