"""What follows from the result of a send: sent, tried again, unknown, failed, stopped."""

import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.channels import (
    Paused,
    Receipt,
    Report,
    SendError,
    Stopped,
    TryLater,
    Unknown,
    Unreachable,
)
from assistant.ops import logs, metrics
from assistant.outbox.rate_limit import Allowance
from storage import entries, messages, timers
from storage.inbox import inside
from storage.outbox import callbacks, sends
from storage.outbox.callbacks import Told
from storage.outbox.due import Ready
from storage.outbox.sends import SendResult
from storage.people import addresses, persons
from storage.tables import Priority, Status

log = logs.get("outbox")

MOST_ATTEMPTS = 8  # of a send that fails by a fault of ours, or at the handset
MOST_DEATHS = 4  # of who was sending the same message: perhaps it is the message
KEPT_TRYING = timedelta(days=1)  # while a provider is down
LONGEST_WAIT = timedelta(minutes=2)  # of a message that certainly did not leave
LONGEST_DOUBT = timedelta(minutes=30)  # of one that may come again and again
CRASHED, UNKNOWN = "crashed", "unknown"  # codes of our own
REST = timedelta(minutes=1)  # of a message whose sender's account is refused
THROTTLED_TOGETHER = 3  # addresses refused in one go: then it is the sender that is too fast


@dataclass(frozen=True)
class Again:
    """An unknown fate that could not be found out: sent once more, and flagged."""


Result = tuple[Ready, Receipt | SendError | Again]


def record(db: Connection, results: Sequence[Result], now: datetime) -> None:
    """Keep the results of sends, and what they say about people and addresses."""
    sends.record(db, [_row(message, result, now) for message, result in results])
    _measure(results, now)
    if lost := {
        message.person_id for message, result in results if _given_up(message, result, now)
    }:
        log.error("replies given up", people=len(lost))
        persons.ask_again(db, lost)
    for message, result in results:
        if isinstance(result, Stopped):
            _stopped(db, message.person_id, message.id, now)
        elif isinstance(result, Unreachable):
            addresses.unreachable(db, message.address_id, now)
        if isinstance(result, SendError):
            log.warning(
                "message not sent",
                message_id=message.id,
                result=type(result).__name__,
                code=result.code,
            )


def slow_down(results: Sequence[Result], allowance: Allowance, ticks: float) -> None:
    """The waits that a provider has named, for one address or for the whole sender."""
    named = [
        (result.wait, result.everybody)
        for _, result in results
        if isinstance(result, TryLater) and result.wait and result.code != "paced"
    ]
    everybody = [wait for wait, all_of_them in named if all_of_them]
    if len(named) >= THROTTLED_TOGETHER:
        everybody.append(max(wait for wait, _ in named))
    if everybody:
        allowance.shut(ticks + max(everybody).total_seconds())


def worth_repeating(message: Ready, now: datetime) -> bool:
    """A message of unknown fate is sent once more, and for a day again, later and later, while
    its provider tells nothing; one that may be the cause of it, a few times. A broadcast never
    is."""
    if message.priority == Priority.BROADCAST:
        return False
    most = {CRASHED: MOST_ATTEMPTS, "interrupted": MOST_DEATHS}.get(message.code)
    if most is None:
        return now - message.created_at < KEPT_TRYING
    return message.attempts < most or not message.flagged


def is_providers_fault(result: SendError) -> bool:
    """Whether this says something of the provider, and nothing of the message."""
    if result.code in (CRASHED, "paced", "interrupted"):
        return False
    return isinstance(result, Unknown | Paused) or (
        isinstance(result, TryLater) and result.wait is None
    )


def report(db: Connection, told: Report, now: datetime) -> None:
    """A status callback: kept when it says more than is known, whatever its order."""
    message = callbacks.find(db, told.sender, told.external_id, told.message_id)
    if message is None or not _counts(message, told) or _retried(db, message, told, now):
        return
    if not callbacks.record(db, message, told.status, told.external_id, told.code):
        return
    if told.stopped:
        _stopped(db, message.person_id, message.id, now)
    if told.unreachable:
        addresses.unreachable(db, message.address_id, now)


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


def _measure(results: Sequence[Result], now: datetime) -> None:
    kinds = Counter((message.channel, type(result).__name__) for message, result in results)
    for (channel, kind), count in kinds.items():
        metrics.SENDS.labels(channel, kind).inc(count)
    latency = {channel: metrics.LATENCY.labels(channel) for channel, _ in kinds}
    for message, result in results:
        if isinstance(result, Receipt):
            waited = (now - message.created_at).total_seconds()
            latency[message.channel].observe(waited)


def _stopped(db: Connection, person: int, message_id: int, now: datetime) -> None:
    """The carrier says so: stopped everywhere, with everything that was to come."""
    persons.stop(db, person, now)
    messages.suppress(db, [person], now)
    timers.drop(db, [person])
    line = {"person_id": person, "at": now, "kind": "stopped by carrier", "message_id": message_id}
    entries.add(db, [line])
    # Whoever they were to meet hears of it in a turn of theirs, which nothing answers.
    news, cause = json.dumps({"kind": "stopped"}), f"stopped:{message_id}"
    inside.tell(db, [inside.row(person, None, cause, news, now)])


def _row(message: Ready, result: Receipt | SendError | Again, now: datetime) -> SendResult:
    failed = SendResult(
        id=message.id,
        status=Status.FAILED,
        external_id=None,
        code="",
        due_at=now,
        attempts=message.attempts + 1,
        flagged=message.flagged,
        sent_at=message.sent_at,
    )
    again = failed._replace(status=Status.QUEUED, attempts=message.attempts)
    match result:
        case Receipt(external_id, delivered):
            status = Status.DELIVERED if delivered else Status.SENT
            # One that was looked up had arrived when it was tried, not when that was found out.
            at = message.sent_at if message.code and message.sent_at else now
            return failed._replace(status=status, external_id=external_id, sent_at=at)
        case Again():
            return again._replace(due_at=now + _doubt(message.attempts), flagged=True, code=UNKNOWN)
        case Unknown(code=code):
            return failed._replace(status=Status.UNKNOWN, code=code)
        case TryLater() if now - message.created_at < KEPT_TRYING:
            return _later(again, result, now)
        case Paused(code=code):
            return again._replace(due_at=now + REST, code=code)
        case _:
            return failed._replace(code=result.code)


def _given_up(message: Ready, result: Receipt | SendError | Again, now: datetime) -> bool:
    """A reply that could not be sent for a day: what it asked they have not been asked."""
    late = now - message.created_at >= KEPT_TRYING and message.priority == Priority.REPLY
    return late and (isinstance(result, TryLater) or getattr(result, "code", "") == UNKNOWN)


def _later(again: SendResult, result: TryLater, now: datetime) -> SendResult:
    """The provider's own wait to the second, and no attempt counted; else 1, 2, 4 … 60 s."""
    if result.wait is not None:
        return again._replace(due_at=now + result.wait, code=result.code)
    due_at, attempts = now + _backoff(again.attempts), again.attempts + 1
    return again._replace(due_at=due_at, attempts=attempts, code=result.code)


def _backoff(attempts: int) -> timedelta:
    """1, 2, 4 … seconds. Where everybody's sends fail, their circuit makes all of them wait, and
    hurries them when that is over."""
    return _about(min(LONGEST_WAIT, timedelta(seconds=2 ** min(attempts, 10))))


def _doubt(attempts: int) -> timedelta:
    """1, 4, 16 … seconds after each attempt."""
    return _about(min(LONGEST_DOUBT, timedelta(seconds=4 ** min(max(0, attempts - 1), 10))))


def _about(wait: timedelta) -> timedelta:
    return wait * random.uniform(0.9, 1.1)
