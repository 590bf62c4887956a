"""When a send is tried again, how often, and when no more."""

import random
from datetime import datetime, timedelta

from assistant.channels import TryLater
from storage.outbox.due import Ready
from storage.tables import Priority

MOST_ATTEMPTS = 8  # of a send that fails by a fault of ours, or at the handset
MOST_DEATHS = 4  # of who was sending the same message: perhaps it is the message
KEPT_TRYING = timedelta(days=1)  # while a provider is down
LONGEST_WAIT = timedelta(minutes=2)  # of a message that certainly did not leave
LONGEST_DOUBT = timedelta(minutes=30)  # of one that may come again and again
CRASHED, UNKNOWN = "crashed", "unknown"  # codes of our own


def worth_repeating(message: Ready, now: datetime) -> bool:
    """A message whose result is unknown is sent once more, and for a day again, later and later,
    while its provider tells nothing; one that may be the cause of it, a few times. A broadcast
    never is."""
    if message.priority == Priority.BROADCAST:
        return False
    most = {CRASHED: MOST_ATTEMPTS, "interrupted": MOST_DEATHS}.get(message.code)
    if most is None:
        return now - message.created_at < KEPT_TRYING
    return message.attempts < most or not message.flagged


def given_up(message: Ready, result: object, now: datetime) -> bool:
    """A reply that could not be sent for a day: what it asked they have not been asked."""
    late = now - message.created_at >= KEPT_TRYING and message.priority == Priority.REPLY
    return late and (isinstance(result, TryLater) or getattr(result, "code", "") == UNKNOWN)


def backoff(attempts: int) -> timedelta:
    """1, 2, 4 … seconds. Where everybody's sends fail, their circuit makes all of them wait, and
    hurries them when that is over."""
    return _about(min(LONGEST_WAIT, timedelta(seconds=2 ** min(attempts, 10))))


def doubt(attempts: int) -> timedelta:
    """1, 4, 16 … seconds after each attempt."""
    return _about(min(LONGEST_DOUBT, timedelta(seconds=4 ** min(max(0, attempts - 1), 10))))


def _about(wait: timedelta) -> timedelta:
    return wait * random.uniform(0.9, 1.1)
