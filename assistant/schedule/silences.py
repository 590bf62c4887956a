"""Silences: when somebody who does not answer is asked whether they are still there."""

from datetime import datetime, timedelta

from assistant.schedule import quiet_hours

AFTER = timedelta(days=1)


def ends(moved_at: datetime, zone: str) -> datetime:
    """When a conversation that moved then has been silent for so long, outside quiet hours."""
    return quiet_hours.within(moved_at + AFTER, zone)
