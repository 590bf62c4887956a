"""A carrier says that somebody has stopped."""

import json
from datetime import datetime

from sqlalchemy import Connection

from storage import mentoring, messages, outbox


def record(db: Connection, person: int, message_id: int, now: datetime) -> None:
    """The carrier says so: stopped everywhere, with everything that was to come."""
    outbox.stop(db, person, now)
    messages.suppress(db, [person], now)
    mentoring.drop_timers(db, [person])
    line = {"person_id": person, "at": now, "kind": "stopped by carrier", "message_id": message_id}
    mentoring.record(db, [line])
    # Whoever they were to meet hears of it in a turn of theirs, which nothing answers.
    news, cause = json.dumps({"kind": "stopped"}), f"stopped:{message_id}"
    messages.tell(db, [messages.inside(person, None, cause, news, now)])
