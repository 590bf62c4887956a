"""A meeting by text: a half hour in which what either writes goes straight across. Pure.

It is a booked meeting like any other until its time comes. Then it begins, for both in the same
moment, and ends half an hour later, or as much later as one of the two has wished for.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from flows.lifecycles.meeting import Meeting

PLACE = "text"  # of a meeting by text
LASTS = timedelta(minutes=30)
AT_LEAST = timedelta(minutes=15)  # where it could only begin late
AT_MOST = timedelta(hours=2)
STEP = 10  # minutes more, where nobody says how many
FEWEST, MOST = 5, 60  # minutes that can be wished for at once


def booked(meeting: Meeting, slot: str) -> bool:
    """Whether it is booked for that instant, by text."""
    return meeting.state == "booked" and meeting.place == PLACE and meeting.slot == slot


def goes_on(meeting: Meeting, now: datetime) -> bool:
    """Whether it has begun, and is not over."""
    if meeting.began is None or meeting.ends is None or meeting.state != "booked":
        return False
    return meeting.began <= now < meeting.ends


def missed(meeting: Meeting, now: datetime) -> bool:
    """Whether the time is over in which it should have begun."""
    return meeting.began is None and now >= datetime.fromisoformat(meeting.slot) + LASTS


def begun(meeting: Meeting, now: datetime) -> Meeting:
    """Once: the second of the two finds it begun."""
    if meeting.began is not None:
        return meeting
    ends = max(datetime.fromisoformat(meeting.slot) + LASTS, now + AT_LEAST)
    return replace(meeting, began=now, ends=ends)


def longer(meeting: Meeting, minutes: int, wished: datetime, now: datetime) -> Meeting:
    """As many minutes longer. A wish that was written before its writer can have heard of
    another is the same one, so that two at once count once."""
    assert meeting.began is not None
    assert meeting.ends is not None
    if meeting.longer is not None and wished <= meeting.longer:
        return meeting
    ends = min(meeting.ends + timedelta(minutes=minutes), meeting.began + AT_MOST)
    return replace(meeting, ends=max(ends, meeting.ends), longer=now)
