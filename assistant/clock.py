"""What time does: runs that fall silent, days that were promised. Found by indexed queries."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from storage import mentoring, messages, participants, runs
from storage.holder import Holder

MOST = 500
PAUSE = timedelta(seconds=5)


def step(holder: Holder, now: datetime) -> datetime:
    """Turn what is due into news, once; when to look again."""
    with holder.writing() as db:
        news: list[tuple[int, str, Mapping[str, Any]]] = [
            (
                run.person_id,
                f"silent:{run.id}:{run.moved_at.timestamp():.6f}",
                {"kind": "silent", "run": run.id},
            )
            for run in runs.silent(db, now, MOST)
        ]
        news += [
            (timer.person_id, timer.cause, timer.news) for timer in mentoring.due(db, now, MOST)
        ]
        reached = participants.best_addresses(db, [person for person, _, _ in news])
        rows = [
            messages.inside(
                person,
                reached[person].id if person in reached else None,
                cause,
                json.dumps(dict(what)),
                now,
            )
            for person, cause, what in news
        ]
        if rows:
            messages.tell(db, rows)
    return now if len(news) >= MOST else now + PAUSE
