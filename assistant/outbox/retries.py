"""When a send is tried again, how often, and when no more."""

import random
from datetime import datetime, timedelta

from assistant.channels import TryLater
from storage.outbox.due import Ready
from storage.tables import Priority

# Of a send that fails by a fault of ours or at the handset, or in which the process died: by then
# these tries took most of an hour, so it is likely the message.
MOST_ATTEMPTS = 8
KEPT_TRYING = timedelta(days=1)  # while a provider is down
LONGEST_WAIT = timedelta(minutes=2)  # of a message that certainly did not leave
LONGEST_DOUBT = timedelta(minutes=30)  # of one that may come again and again
CRASHED, INTERRUPTED, UNKNOWN = "crashed", "interrupted", "unknown"  # codes of our own


def worth_repeating(message: Ready, now: datetime) -> bool:
    """A message whose result is unknown is sent once more, and for a day again, later and later,
    while its provider tells nothing; one that may be the cause of it, a few times. A broadcast
    never is."""
    if message.priority == Priority.BROADCAST:
        return False
    if message.code not in (CRASHED, INTERRUPTED):
        return now - message.created_at < KEPT_TRYING
    return message.attempts < MOST_ATTEMPTS or not message.flagged


def given_up(message: Ready, result: object, now: datetime) -> bool:
    """A reply that is not sent any more, since it could not be for a day, or nobody knows whether
    it was: what it asked they have perhaps not been asked."""
    if message.priority != Priority.REPLY:
        return False
    late = now - message.created_at >= KEPT_TRYING
    return getattr(result, "code", "") == UNKNOWN or (late and isinstance(result, TryLater))


def backoff(attempts: int) -> timedelta:
    """1, 2, 4 … seconds. Where everybody's sends fail, their circuit makes all of them wait, and
    hurries them when that is over."""
    return _about(min(LONGEST_WAIT, timedelta(seconds=2 ** min(attempts, 10))))


def doubt(attempts: int) -> timedelta:
    """1, 4, 16 … seconds after each attempt."""
    return _about(min(LONGEST_DOUBT, timedelta(seconds=4 ** min(max(0, attempts - 1), 10))))


def _about(wait: timedelta) -> timedelta:
    return wait * random.uniform(0.9, 1.1)
