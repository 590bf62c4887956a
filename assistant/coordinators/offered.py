"""Two people are to be brought together, by phone or in the console: who hears of it first."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from assistant.internal_events.kinds import EventFor
from assistant.internal_events.of_match import Offered
from assistant.internal_events.of_offers import PairRecorded
from flows.lifecycles.match import MatchState
from flows.lifecycles.offer import Stage
from storage.mentoring import matches
from storage.mentoring.matches import NewMatch


def open_(db: Connection, rows: Sequence[NewMatch], now: datetime) -> list[EventFor]:
    """Matches are offered: the mentor of each is asked. Of one that was recorded both hear."""
    if not rows:
        return []
    ids = matches.open_(db, rows)
    found = list(zip(ids, rows, strict=True))
    recorded = [
        EventFor(person, f"recorded:{match}:{person}", now, PairRecorded(match))
        for match, row in found
        if row.state == MatchState.ACTIVE
        for person in (row.mentor_id, row.mentee_id)
    ]
    return recorded + [
        EventFor(row.mentor_id, f"offered:{match}", row.opened_at, Offered(match))
        for match, row in found
        if row.state == MatchState.OFFERED and row.stage != Stage.LISTED
    ]
