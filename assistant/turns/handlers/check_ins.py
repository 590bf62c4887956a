"""When a check-in comes: the questions of a match at set days."""

from datetime import date, datetime, timedelta

from assistant.internal_events.kinds import CheckInDue
from assistant.schedule.quiet_hours import local
from assistant.turns.handlers import profiles
from assistant.turns.talk import Talk

LATE = timedelta(days=7)  # by which a check-in may come later without moving the next
CHECK_INS = (7, 14, 30)  # days until the first, from there to the second, and to each after it


def schedule(talk: Talk, match: int, person: int, number: int, last: str = "") -> None:
    """The next check-in of one side: after a week, after three, and then every thirty days,
    counted from the day for which the last was meant, if that is not long ago."""
    days = CHECK_INS[min(number, len(CHECK_INS)) - 1]
    there = local(talk.known.now, talk.person.zone)
    since = date.fromisoformat(last) if last else there.date()
    if there.date() - since > LATE:
        since = there.date()
    day = since + timedelta(days=days)
    at = datetime.combine(day, profiles.STATUS_HOUR, there.tzinfo)
    event = CheckInDue(match, number, day.isoformat())
    talk.time(person, f"check_in:{match}:{number}", at.astimezone(talk.known.now.tzinfo), event)
