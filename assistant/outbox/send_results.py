"""What follows from the result of a send: sent, tried again, unknown, failed, stopped."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.channels import (
    Paused,
    Receipt,
    SendError,
    Stopped,
    TryLater,
    Unknown,
    Unreachable,
)
from assistant.ops import logs, metrics
from assistant.outbox import carrier_stops, lost_addresses, retries, undelivered
from assistant.outbox.lost_addresses import Failure
from assistant.outbox.rate_limit import Allowance
from storage.mentoring.relayed import KIND
from storage.outbox import sends
from storage.outbox.due import Ready
from storage.outbox.sends import SendResult
from storage.people import persons
from storage.tables import Status

log = logs.get("outbox")

REST = timedelta(minutes=1)  # of a message whose sender's account is refused
THROTTLED_TOGETHER = 3  # addresses refused in one go: then it is the sender that is too fast


@dataclass(frozen=True)
class Again:
    """A result that could not be found out: the message is sent once more, and flagged."""


Result = tuple[Ready, Receipt | SendError | Again]


def record(db: Connection, results: Sequence[Result], now: datetime) -> None:
    """Keep the results of sends, and what they say about people and addresses."""
    rows = [_row(message, result, now) for message, result in results]
    sends.record(db, rows)
    _measure(results, now)
    failed = {row.id for row in rows if row.status == Status.FAILED}
    if words := [one.id for one, _ in results if one.kind == KIND and one.id in failed]:
        undelivered.tell(db, words, now)
    if lost := {
        message.person_id for message, result in results if retries.given_up(message, result, now)
    }:
        log.error("replies given up", people=len(lost))
        persons.ask_again(db, lost)
    for message, result in results:
        if isinstance(result, Stopped):
            carrier_stops.record(db, message.person_id, message.id, now)
        elif isinstance(result, SendError) and message.id in failed:
            failure = Failure(message.id, message.person_id, message.address_id, result.code)
            lost_addresses.heard(db, failure, now, at_once=isinstance(result, Unreachable))
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


def is_providers_fault(result: SendError) -> bool:
    """Whether this says something of the provider, and nothing of the message."""
    if result.code in (retries.CRASHED, "paced", retries.INTERRUPTED):
        return False
    return isinstance(result, Unknown | Paused) or (
        isinstance(result, TryLater) and result.wait is None
    )


def _measure(results: Sequence[Result], now: datetime) -> None:
    kinds = Counter((message.channel, type(result).__name__) for message, result in results)
    for (channel, kind), count in kinds.items():
        metrics.SENDS.labels(channel, kind).inc(count)
    latency = {channel: metrics.LATENCY.labels(channel) for channel, _ in kinds}
    for message, result in results:
        if isinstance(result, Receipt):
            waited = (now - message.created_at).total_seconds()
            latency[message.channel].observe(waited)


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
            # It may have arrived as soon as it was handed over, before the provider said so.
            at = message.sent_at or now
            return failed._replace(status=status, external_id=external_id, sent_at=at)
        case Again():
            return again._replace(
                due_at=now + retries.doubt(message.attempts), flagged=True, code=retries.UNKNOWN
            )
        case Unknown(code=code):
            return failed._replace(status=Status.UNKNOWN, code=code)
        case TryLater() if now - message.created_at < retries.KEPT_TRYING:
            return _later(again, result, now)
        case Paused(code=code):
            return again._replace(due_at=now + REST, code=code)
        case _:
            return failed._replace(code=result.code)


def _later(again: SendResult, result: TryLater, now: datetime) -> SendResult:
    """The provider's own wait to the second, and no attempt counted; else 1, 2, 4 … 60 s."""
    if result.wait is not None:
        return again._replace(due_at=now + result.wait, code=result.code)
    due_at, attempts = now + retries.backoff(again.attempts), again.attempts + 1
    return again._replace(due_at=due_at, attempts=attempts, code=result.code)
