"""Quiet hours: from 20:00 to 9:00 in a person's zone nothing proactive is sent to them."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

FIRST, LAST = time(9), time(20)


def within(moment: datetime, zone: str) -> datetime:
    """The moment, or the next nine o'clock of the person's zone where it lies outside."""
    there = local(moment, zone)
    if FIRST <= there.time() < LAST:
        return moment
    day = there.date() + timedelta(days=there.time() >= LAST)
    return datetime.combine(day, FIRST, there.tzinfo).astimezone(moment.tzinfo)


def morning(day: date, zone: str) -> datetime:
    """When the hours of a day begin."""
    return datetime.combine(day, FIRST, _zone(zone)).astimezone(UTC)


def until(moment: datetime, zone: str) -> datetime:
    """When quiet hours begin again, from a moment outside them."""
    there = local(moment, zone)
    return datetime.combine(there.date(), LAST, there.tzinfo).astimezone(moment.tzinfo)


def local(now: datetime, zone: str) -> datetime:
    """The moment in a person's zone."""
    return now.astimezone(_zone(zone))


@lru_cache(maxsize=512)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError):
        return ZoneInfo("UTC")
