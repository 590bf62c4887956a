"""SMS through Twilio: out by its client, in by its webhooks and its list of messages."""

import re
from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]

from assistant.channels import Heard, Inbound, Outbound, Receipt, Unknown
from assistant.channels.sms.forms import Ours as Ours
from assistant.channels.sms.http import Transport
from assistant.channels.sms.webhooks import RANK as RANK
from assistant.channels.sms.webhooks import check_signature as check_signature
from assistant.channels.sms.webhooks import parse_form as parse_form
from assistant.channels.sms.webhooks import receive as receive
from assistant.channels.sms.webhooks import report as report
from assistant.channels.sms.webhooks import status_address as status_address
from assistant.channels.sms.webhooks import webhook_address as webhook_address

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
_CLOCKS_DIFFER = timedelta(minutes=1)
_WITHIN_A_SECOND = timedelta(microseconds=999_999)  # Twilio's times are whole seconds
_NEWEST = 200  # messages to one person since the one that is looked for
_PAGE = 1_000  # messages; https://github.com/twilio/twilio-oai allows no more
_TRIAL = re.compile(r"\ASent from your Twilio trial account - ")


class Sms:
    """One way out by SMS: a number of ours, or a messaging service with several."""

    name = "sms"
    per_address = 1.0  # messages a second to one number
    settles = timedelta(seconds=60)  # until then a callback may tell

    def __init__(  # noqa: PLR0913 - the settings of one Twilio account
        self,
        account_sid: str,
        auth_token: str,
        sender_number: str = "",
        messaging_service_sid: str = "",
        api_url: str = "",
        public_url: str = "",
        timeout: float = 8.0,
        per_second: float = 1.0,
    ) -> None:
        self.sender = "sms:" + (messaging_service_sid or sender_number)
        self.per_second = per_second
        self._number = sender_number
        self._service = messaging_service_sid
        self._public_url = public_url
        self._transport = Transport(api_url, timeout)
        self._client = Client(account_sid, auth_token, http_client=self._transport)

    async def send(self, message: Outbound) -> Receipt:
        """Hand over one message; raises SendError."""
        fields = {"to": message.address, "body": message.text}
        if self._service:
            fields["messaging_service_sid"] = self._service
        else:
            fields["from_"] = self._number
        if self._public_url:
            fields["status_callback"] = status_address(
                self._public_url, message.id, message.attempt
            )
        taken = await _understood(self._client.messages.create_async(**fields))
        if not taken.sid:
            raise Unknown("unreadable")
        return Receipt(external_id=taken.sid)

    async def look_up(self, message: Outbound, taken: Sequence[str]) -> str | None:
        """The external id of the one message of ours that can be this one.

        Not by DateSent: a message that Twilio still has in its queue has none.
        """
        if message.queued_at is None:
            return None
        newest = await _understood(
            self._client.messages.list_async(to=message.address, limit=_NEWEST)
        )
        earliest = message.queued_at - _CLOCKS_DIFFER
        fitting = {
            known.sid
            for known in newest
            if self._is_ours(known)
            and known.sid not in taken
            and _same_words(known.body or "", message.text)
            and _created_at(known) >= earliest
        }
        return fitting.pop() if len(fitting) == 1 else None

    @property
    def their_now(self) -> datetime | None:
        """What Twilio's clock said with its last answer."""
        return self.heard.moment if self.heard else None

    @property
    def heard(self) -> Heard | None:
        return self._transport.heard

    async def knock(self) -> None:
        """Raise SendError unless Twilio answers and knows the account."""
        await _understood(self._client.messages.list_async(limit=1, page_size=1))

    async def recent_inbound(self, since: datetime) -> list[Inbound]:
        """What people sent since then, oldest first, whether or not its webhook reached us."""
        # The library writes the hour as it is and calls it UTC; Twilio may look at the day only.
        since = since.astimezone(UTC) - _CLOCKS_DIFFER
        asked: dict[str, Any] = {"date_sent_after": since, "page_size": _PAGE}
        if not self._service:
            asked["to"] = self._number
        newest = await _understood(self._client.messages.list_async(**asked))
        ours = [m for m in reversed(newest) if self._is_to_us(m) and _created_at(m) >= since]
        # Within a second Twilio's own order stays.
        fresh = sorted(ours, key=_created_at)
        received = [(receive(_form(m), self.sender), _created_at(m)) for m in fresh]
        return [replace(one, sent_at=at + _WITHIN_A_SECOND) for one, at in received if one]

    async def close(self) -> None:
        """Close the connections to Twilio."""
        await self._transport.close()

    def _is_ours(self, known: Any) -> bool:
        return str(known.direction).startswith("outbound") and self._carries(known, known.from_)

    def _is_to_us(self, known: Any) -> bool:
        return known.direction == "inbound" and self._carries(known, known.to)

    def _carries(self, known: Any, number: str | None) -> bool:
        by_service = bool(self._service) and known.messaging_service_sid == self._service
        return by_service or (bool(self._number) and number == self._number)


async def _understood(answer: Awaitable[Any]) -> Any:
    # An answer that cannot be read does not say that the message was not taken.
    try:
        return await answer
    except (TwilioException, *UNREADABLE) as error:
        raise Unknown("unreadable") from error


def _created_at(known: Any) -> datetime:
    at = known.date_created or known.date_sent
    return at if isinstance(at, datetime) else datetime.max.replace(tzinfo=UTC)


def _same_words(known: str, ours: str) -> bool:
    return _TRIAL.sub("", known).split() == ours.split()


def _form(known: Any) -> dict[str, str]:
    return {
        "MessageSid": known.sid or "",
        "From": known.from_ or "",
        "To": known.to or "",
        "Body": known.body or "",
        "NumMedia": str(known.num_media or "0"),
    }
