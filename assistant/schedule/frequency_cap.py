"""The frequency cap: at most one proactive text a day, and three a week.

What somebody asked for does not count: answers, what the other side did, and the reminder of a
meeting that they booked.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.schedule import quiet_hours

# The hours of a day are eleven, so within twenty nobody hears twice on one day.
DAY, WEEK = timedelta(hours=20), timedelta(days=7)
A_WEEK, FEWER_A_WEEK = 3, 1


def next_at(spent: Sequence[datetime], now: datetime, zone: str, fewer: bool) -> datetime:
    """When the next proactive text may leave, by when the last ones did: now, or later."""
    recent = sorted({at for at in spent if at > now - WEEK})  # said at once: once
    most = FEWER_A_WEEK if fewer else A_WEEK
    at = now
    if recent:
        at = max(at, recent[-1] + DAY)
    if len(recent) >= most:
        at = max(at, recent[-most] + WEEK)
    return quiet_hours.within(at, zone)
