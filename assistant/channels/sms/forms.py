"""Whether a signed form is about us: Twilio's signature runs names and values together, so that
their borders can be moved in a form that was captured; what the fields say must fit as well."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.channels import Forged

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_SID = re.compile(r"(?:SM|MM)[0-9a-f]{32}")
_ANY_SID = re.compile(r"(?:SM|MM)[0-9a-f]{32}(?![0-9a-f])")
# A number, a short code, a sender's name, or somebody on another of Twilio's channels.
_FROM = re.compile(r"\+?[0-9]{3,15}|[A-Za-z0-9 &+_.-]{1,11}|[a-z]{2,20}:\S{1,64}")
_SAME = ("SmsSid", "SmsMessageSid")  # older names of MessageSid
_FREE = ("Body", "OriginalRepliedMessageSid")  # may name other messages


@dataclass(frozen=True)
class Ours:
    """Our side of an account: its sid, and the number, the service, or both."""

    account: str
    number: str = ""
    service: str = ""

    def inbound(self, fields: Sequence[tuple[str, str]]) -> Mapping[str, str]:
        """The form of a text that somebody sent to us; raises Forged."""
        form = self._message(fields)
        if not _FROM.fullmatch(form.get("From", "")):
            raise Forged("wrong From")
        if not self._carries(form, "To"):
            raise Forged("not to us")
        return form

    def status(self, fields: Sequence[tuple[str, str]]) -> Mapping[str, str]:
        """The form of what became of a message of ours; raises Forged."""
        form = self._message(fields)
        # Whichever number of the service it left by.
        by_service = bool(self.service) and not form.get("MessagingServiceSid")
        if not by_service and not self._carries(form, "From"):
            raise Forged("not from us")
        return form

    def _message(self, fields: Sequence[tuple[str, str]]) -> Mapping[str, str]:
        form = dict(fields)
        if len(form) < len(fields) or not all(map(_NAME.fullmatch, form)):
            raise Forged("wrong fields")
        if not _same(form.get("AccountSid", ""), self.account):
            raise Forged("another account")
        sid = form.get("MessageSid", "")
        if not _SID.fullmatch(sid) or any(form.get(name, sid) != sid for name in _SAME):
            raise Forged("wrong MessageSid")
        told = (value for name, value in form.items() if name not in _FREE)
        # Where a field has swallowed others, it holds the id of the message it was cut from.
        if any(found != sid for value in told for found in _ANY_SID.findall(value)):
            raise Forged("two messages")
        return form

    def _carries(self, form: Mapping[str, str], side: str) -> bool:
        by_service = bool(self.service) and _same(form.get("MessagingServiceSid", ""), self.service)
        number = form.get(side, "").removeprefix("+")
        return by_service or (bool(self.number) and number == self.number.removeprefix("+"))


def _same(given: str, ours: str) -> bool:
    return bool(ours) and given.casefold() == ours.casefold()
