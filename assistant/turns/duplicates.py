"""One SMS that a gateway delivers twice, under two ids: the same words, a moment later."""

from datetime import datetime, timedelta
from zlib import crc32

from assistant.channels import Kind
from storage.inbox.unanswered import Unanswered
from storage.runs import OpenRun

WITHIN = timedelta(seconds=5)  # of the turn that took the first copy
REACTION = timedelta(seconds=3)  # nobody is sent a question, reads it and types in less


def mark(message: Unanswered) -> int:
    """What a run remembers of the words that moved it; 0 where nothing comes twice, and of what
    was read late, which may have been asked about."""
    if message.sent_at or message.kind != Kind.TEXT or not message.sender.startswith("sms:"):
        return 0
    return crc32(" ".join(message.text.casefold().split()).encode())


def may_be(message: Unanswered, run: OpenRun) -> bool:
    """Whether it says again what has just moved this run."""
    heard = run.data.get("heard")
    if not heard or message.created_at - run.moved_at > WITHIN:
        return False
    return bool(heard == mark(message))


def is_one(message: Unanswered, handed_at: datetime | None) -> bool:
    """Whether they cannot have meant the question that followed, handed over at that time."""
    return handed_at is None or message.created_at - handed_at < REACTION
