"""Delivery reports: what a provider says of a message later, by a status callback."""

from datetime import datetime

from sqlalchemy import Connection

from assistant.channels import Report
from assistant.outbox import carrier_stops, lost_addresses, undelivered
from assistant.outbox.lost_addresses import Failure
from assistant.outbox.retries import MOST_ATTEMPTS
from storage.mentoring.relayed import KIND
from storage.outbox import callbacks
from storage.outbox.callbacks import Told
from storage.tables import Status


def record(db: Connection, told: Report, now: datetime) -> None:
    """A status callback: kept when it says more than is known, whatever its order."""
    message = callbacks.find(db, told.sender, told.external_id, told.message_id)
    if message is None or not _counts(message, told) or _retried(db, message, told, now):
        return
    if not callbacks.record(db, message, told.status, told.external_id, told.code):
        return
    if told.status == Status.FAILED and message.kind == KIND:
        undelivered.tell(db, [message.id], now)
    if told.stopped:
        carrier_stops.record(db, message.person_id, message.id, now)
    elif told.status == Status.FAILED:
        failure = Failure(message.id, message.person_id, message.address_id, told.code)
        lost_addresses.heard(db, failure, now, at_once=told.unreachable)


def _counts(message: Told, told: Report) -> bool:
    """Delivered is delivered by whichever sending; how an earlier one failed says nothing."""
    if told.status == Status.DELIVERED or told.message_id is None:
        return True
    lost = message.status == Status.QUEUED and message.code == "unknown"  # to be sent once more
    begun = message.status in (Status.QUEUED, Status.SENDING) and not lost
    return told.attempt == message.attempts - (not begun)


def _retried(db: Connection, message: Told, told: Report, now: datetime) -> bool:
    if not told.retry_in or message.attempts >= MOST_ATTEMPTS or told.status != Status.FAILED:
        return False
    if message.status not in (Status.SENDING, Status.UNKNOWN, Status.SENT):
        return True
    return callbacks.try_again(db, message, now + told.retry_in, told.code)
