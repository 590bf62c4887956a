"""From what a channel tells of a message to what the inbox keeps of it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from assistant import safeguarding
from assistant.channels import Inbound, Kind
from assistant.channels.sms import numbers
from assistant.inbox.accept import storable
from assistant.programmes import definitions
from storage.database import Database
from storage.inbox.received import Arrival
from storage.people import programmes
from storage.people.programmes import Programme
from storage.sealing import sealed

WORDLESS = (Kind.BUTTON, Kind.BLOCKED, Kind.UNBLOCKED)
FRESH = timedelta(seconds=30)  # how old the programmes' languages and zones may be


class Reception:
    """Makes an Arrival of an Inbound; newcomers get the language and zone of their address."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now
        self._programmes: dict[int, Programme] = {}
        self._read_at: datetime | None = None
        safeguarding.scan("")  # the phrases are read now, and not when the first message comes

    def __call__(self, messages: Sequence[Inbound]) -> list[Arrival]:
        self._refresh()
        return [self._arrival(message) for message in messages]

    def _arrival(self, message: Inbound) -> Arrival:
        address = storable(message.address)
        text = storable(message.text)
        numbered = message.channel.endswith("sms")
        return Arrival(
            channel=message.channel,
            sender=message.sender,
            address=address,
            digest=sealed.find_by(message.channel, address),
            external_id=storable(message.external_id),
            kind=message.kind,
            text=text,
            home=partial(
                definitions.newcomer, self._programmes, address, message.language, numbered
            ),
            name=storable(message.name)[:40] or None,
            origin=partial(numbers.origin, address) if numbered else str,
            sent_at=message.sent_at,
            reply_to=storable(message.reply_to) or None,
            urgent=message.kind not in WORDLESS and safeguarding.scan(text) is not None,
        )

    def _refresh(self) -> None:
        """Read the programmes again when what is known of them has grown old."""
        now = self._now()
        if self._read_at is None or abs(now - self._read_at) > FRESH:
            with self._db.reading() as db:
                self._programmes = programmes.every(db)
            self._read_at = now
