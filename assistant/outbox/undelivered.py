"""Words from one of a match to the other that did not arrive: who wrote them hears of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from assistant.internal_events import codec
from assistant.internal_events.of_relay import RelayFailed
from storage.inbox import inside
from storage.mentoring import relayed
from storage.people import addresses


def tell(db: Connection, messages: Sequence[int], now: datetime) -> None:
    """Each of those writers hears it in a turn of theirs, once for each message of ours."""
    found = relayed.undelivered(db, messages)
    if not found:
        return
    reached = addresses.best(db, [one.writer for one in found])
    rows = []
    for one in found:
        there = reached.get(one.writer)
        event = codec.text(RelayFailed(one.match, one.reader or "?"))
        cause = f"undelivered:{one.message}"
        rows.append(inside.row(one.writer, there.id if there else None, cause, event, now))
    inside.tell(db, rows)
